import { Suspense } from 'react'
import { MarketsPage } from '../../features/markets/MarketsPage'
import { lazyPart } from '../../ui/lazyPart'
import { PartBoundary } from '../../ui/PartBoundary'

/** Rarely needed, and never for the first paint. */
const KeeperPanel = lazyPart(() => import('./KeeperPanel'))

/** All markets, and the rebalances among them that anyone may perform. */
export function MarketsRoute() {
  return (
    <MarketsPage>
      <PartBoundary what="The list of rebalances that are due">
        <Suspense>
          <KeeperPanel />
        </Suspense>
      </PartBoundary>
    </MarketsPage>
  )
}
