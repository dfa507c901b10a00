import { Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { lazySection } from '../../ui/lazySection'
import { PageSkeleton } from '../../ui/PageSkeleton'

const PortfolioRoutes = lazySection(async () => ({
  default: (await import('./PortfolioRoutes')).PortfolioRoutes,
}))
const TransactionsPage = lazySection(async () => ({
  default: (await import('../../features/transactions/TransactionsPage')).TransactionsPage,
}))
const TreasuryRoute = lazySection(async () => ({
  default: (await import('./TreasuryRoute')).TreasuryRoute,
}))
const CreateRoute = lazySection(async () => ({
  default: (await import('./CreateRoute')).CreateRoute,
}))
const ExitRoute = lazySection(async () => ({ default: (await import('./ExitRoute')).ExitRoute }))
const LabRoute = lazySection(async () => ({ default: (await import('./LabRoute')).LabRoute }))
const LearnPage = lazySection(async () => ({
  default: (await import('../../features/learn/LearnPage')).LearnPage,
}))
const BridgePage = lazySection(async () => ({
  default: (await import('../../features/bridge/BridgePage')).BridgePage,
}))
const StakeRoute = lazySection(async () => ({ default: (await import('./StakeRoute')).StakeRoute }))
const LiquidityRoute = lazySection(async () => ({
  default: (await import('./LiquidityRoute')).LiquidityRoute,
}))
const NotFoundPage = lazySection(async () => ({
  default: (await import('../NotFoundPage')).NotFoundPage,
}))

/** All pages but the list of markets and a market’s: the first load has no room for the names of all of their files. */
export function OtherRoutes() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="portfolio/*" element={<PortfolioRoutes />} />
        <Route path="transactions" element={<TransactionsPage />} />
        <Route path="treasury" element={<TreasuryRoute />} />
        <Route path="create" element={<CreateRoute />} />
        <Route path="exit/:address" element={<ExitRoute />} />
        <Route path="lab/*" element={<LabRoute />} />
        <Route path="bridge" element={<BridgePage />} />
        <Route path="learn" element={<LearnPage />} />
        <Route path="liquidity/:pool" element={<LiquidityRoute />} />
        <Route path="stake" element={<StakeRoute />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}
