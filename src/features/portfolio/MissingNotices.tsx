import { useSnapshot } from '../../data/SnapshotProvider'
import type { LiveStakes } from '../../data/useStakes'
import type { UnreadPool } from '../../data/useUnreadPools'
import { formatAddress } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { UnreadMarkets } from '../../ui/UnreadMarkets'
import { portfolioContent as content } from './content'

/** Whose portfolio it is where it is another's, and all that it may lack: markets, farms and pools that could not be read. */
export function MissingNotices({
  missing,
  stakes: { stakes, unread, unreadPools, trouble },
}: {
  missing: readonly UnreadPool[]
  stakes: LiveStakes
}) {
  const live = useSnapshot()
  const { account, isWatched } = live
  return (
    <>
      {isWatched && account !== undefined && (
        <Notice standing>{content.watch.watching(formatAddress(account))}</Notice>
      )}
      <UnreadMarkets pools={missing} text={content.missing.markets} />
      {live.holdingsFailure !== null && (
        <Notice tone="warn" standing>
          {content.missing.unlisted}
          <span className="mt-1 block text-xs text-muted">
            {live.holdingsFailure.message.split('\n')[0]}
          </span>
        </Notice>
      )}
      {live.otherHeld > 0 && (
        <Notice standing>
          <p className="mb-2">{content.more.text(live.otherHeld.toLocaleString('en'))}</p>
          <Button onClick={live.showMoreHeld}>{content.more.show}</Button>
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice tone="warn" standing>
          {content.stakes.unread(unread.length)}
        </Notice>
      )}
      {unreadPools > 0 && (
        <Notice tone="warn" standing>
          {content.liquidity.unread(unreadPools)}
        </Notice>
      )}
      {trouble !== null && stakes.length === 0 && (
        <Notice tone="warn" standing>
          {content.stakes.trouble}
        </Notice>
      )}
    </>
  )
}
