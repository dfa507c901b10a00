import type { AccountHistoryState } from '../../chain/accountHistory/accountHistory'
import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { accountHistoryContent } from './content'
import { timeText } from './toExportLines'

const content = accountHistoryContent.progress
const PARTS = 10_000

/** How far back the history is known, and what becomes of the rest. */
export function ReadingStatus({
  state,
  loadAll,
  hasUnread,
}: {
  state: AccountHistoryState
  loadAll: () => void
  /** Some markets couldn’t be loaded. */
  hasUnread: boolean
}) {
  const { status, headBlock, fromBlock, fromSec, isWhole, progress, error } = state
  const block = fromBlock?.toLocaleString('en')
  const date = fromSec === undefined ? undefined : timeText(fromSec).slice(0, 16).replace('T', ' ')
  if (status === 'waiting' || status === 'failed')
    return (
      <Notice tone="warn">
        {status === 'waiting' ? content.waiting : content.failed(block, date)}
        {error !== undefined && (
          <span className="mt-1 block text-xs wrap-anywhere text-muted">
            {error.message.split('\n')[0]}
          </span>
        )}
        {status === 'failed' && (
          <span className="mt-2 block">
            <Button onClick={loadAll}>{content.retry}</Button>
          </span>
        )}
      </Notice>
    )
  // Rounded down: all of it is never said before it is so.
  const percent = formatPercent((BigInt(Math.floor(progress * PARTS)) * WAD) / BigInt(PARTS), 0)
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 text-xs text-muted">
      <p role="status">
        {headBlock === undefined
          ? content.first
          : isWhole
            ? hasUnread
              ? content.wholeOfLoaded
              : content.whole
            : status === 'loading'
              ? content.loading(percent)
              : content.since(block ?? '', date)}
      </p>
      {status === 'paused' && <Button onClick={loadAll}>{content.loadAll}</Button>}
    </div>
  )
}
