import { Suspense, useEffect } from 'react'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useNamesakes } from '../../data/useNamesakes'
import type { UnreadPool } from '../../data/useUnreadPools'
import { lazySection } from '../../ui/lazySection'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { UnreadMarkets } from '../../ui/UnreadMarkets'
import { marketsContent } from './content'
import { laterContent } from './laterContent'
import { OtherMarkets } from './OtherMarkets'
import { UnverifiedMarkets } from './UnverifiedMarkets'

const ReadOutsideMarks = lazySection(() => import('./ReadOutsideMarks'))

/**
 * What the list leaves out, and the ways to it: unverified markets, and those that are not read.
 *
 * @param onNamesakes Told which of the listed are shown with their address: what finds them comes with this, after the first load
 * @param onMarks Told of which of them the account has stakes or LP tokens, later for the same reason
 */
export default function MoreMarkets({
  onNamesakes,
  onMarks,
  unread,
  ...props
}: Parameters<typeof UnverifiedMarkets>[0] & {
  unread: readonly UnreadPool[]
  onNamesakes: (namesakes: ReadonlySet<string>) => void
  onMarks: (marks: ReadonlyMap<string, string>) => void
}) {
  const { account } = useSnapshot()
  const namesakes = useNamesakes()
  useEffect(() => onNamesakes(namesakes), [namesakes, onNamesakes])
  return (
    <>
      <UnverifiedMarkets {...props} />
      <UnreadMarkets pools={unread} text={marketsContent.unread} unverified />
      <OtherMarkets />
      {account !== undefined && (
        <SectionBoundary what={laterContent.outside.staked}>
          <Suspense>
            <ReadOutsideMarks onMarks={onMarks} />
          </Suspense>
        </SectionBoundary>
      )}
    </>
  )
}
