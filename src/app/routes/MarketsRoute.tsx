import { Suspense } from 'react'
import { marketsContent } from '../../features/markets/content'
import { MarketsPage } from '../../features/markets/MarketsPage'
import { lazySection } from '../../ui/lazySection'
import { SectionBoundary } from '../../ui/SectionBoundary'

/** Rarely needed, and never for the first paint. */
const KeeperPanel = lazySection(() => import('./KeeperPanel'))

/** All markets, and the rebalances among them that anyone may perform. */
export function MarketsRoute() {
  return (
    <MarketsPage>
      <SectionBoundary what={marketsContent.dueRebalances}>
        <Suspense>
          <KeeperPanel />
        </Suspense>
      </SectionBoundary>
    </MarketsPage>
  )
}
