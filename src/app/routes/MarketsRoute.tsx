import { lazy, Suspense } from 'react'
import { MarketsPage } from '../../features/markets/MarketsPage'

/** Seldom needed, and never for the first paint. */
const KeeperPanel = lazy(() => import('./KeeperPanel'))

/** All markets, and the rebalances among them that anybody may perform. */
export function MarketsRoute() {
  return (
    <MarketsPage>
      <Suspense>
        <KeeperPanel />
      </Suspense>
    </MarketsPage>
  )
}
