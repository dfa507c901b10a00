import { lazy } from 'react'
import { Route, Routes } from 'react-router'

const PortfolioRoutes = lazy(async () => ({
  default: (await import('./PortfolioRoutes')).PortfolioRoutes,
}))
const TransactionsPage = lazy(async () => ({
  default: (await import('../../features/transactions/TransactionsPage')).TransactionsPage,
}))
const TreasuryRoute = lazy(async () => ({
  default: (await import('./TreasuryRoute')).TreasuryRoute,
}))
const CreateRoute = lazy(async () => ({ default: (await import('./CreateRoute')).CreateRoute }))
const ExitRoute = lazy(async () => ({ default: (await import('./ExitRoute')).ExitRoute }))
const LabRoute = lazy(async () => ({ default: (await import('./LabRoute')).LabRoute }))
const LearnPage = lazy(async () => ({
  default: (await import('../../features/learn/LearnPage')).LearnPage,
}))
const BridgePage = lazy(async () => ({
  default: (await import('../../features/bridge/BridgePage')).BridgePage,
}))
const StakeRoute = lazy(async () => ({ default: (await import('./StakeRoute')).StakeRoute }))
const LiquidityRoute = lazy(async () => ({
  default: (await import('./LiquidityRoute')).LiquidityRoute,
}))
const NotFoundPage = lazy(async () => ({ default: (await import('../NotFoundPage')).NotFoundPage }))

/** All pages but the list of markets and a market’s: the first load has no room for the names of all of their files. */
export function OtherRoutes() {
  return (
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
  )
}
