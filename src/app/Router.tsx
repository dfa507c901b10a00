import { lazy, type ReactNode, Suspense } from 'react'
import { HashRouter, Route, Routes, useLocation, useParams } from 'react-router'
import { PoolSkeleton } from '../features/pool/PoolSkeleton'
import { ErrorBoundary } from './ErrorBoundary'
import { MarketsRoute } from './routes/MarketsRoute'
import { Shell } from './Shell'

const PoolRoute = lazy(async () => ({ default: (await import('./routes/PoolRoute')).PoolRoute }))
const TransactionsPage = lazy(async () => ({
  default: (await import('../features/transactions/TransactionsPage')).TransactionsPage,
}))
const PortfolioRoutes = lazy(async () => ({
  default: (await import('./routes/PortfolioRoutes')).PortfolioRoutes,
}))
const TreasuryRoute = lazy(async () => ({
  default: (await import('./routes/TreasuryRoute')).TreasuryRoute,
}))
const CreateRoute = lazy(async () => ({
  default: (await import('./routes/CreateRoute')).CreateRoute,
}))
const ExitRoute = lazy(async () => ({ default: (await import('./routes/ExitRoute')).ExitRoute }))
const LabRoute = lazy(async () => ({ default: (await import('./routes/LabRoute')).LabRoute }))
const BridgePage = lazy(async () => ({
  default: (await import('../features/bridge/BridgePage')).BridgePage,
}))
const LearnRoute = lazy(async () => ({ default: (await import('./routes/LearnRoute')).LearnRoute }))
const NotFoundPage = lazy(async () => ({ default: (await import('./NotFoundPage')).NotFoundPage }))

/**
 * Routes behind a `#`: they work wherever the files lie, at a domain's root, below a path or on IPFS,
 * without a server that knows them.
 */
export function Router() {
  return (
    <HashRouter>
      <ErrorBoundary>
        <Routes>
          <Route element={<Shell page={(page) => <Page>{page}</Page>} />}>
            <Route index element={<MarketsRoute />} />
            <Route path="pool/:address" element={<PoolPage />} />
            <Route path="transactions" element={<TransactionsPage />} />
            <Route path="portfolio/*" element={<PortfolioRoutes />} />
            <Route path="treasury" element={<TreasuryRoute />} />
            <Route path="create" element={<CreateRoute />} />
            <Route path="exit/:address" element={<ExitRoute />} />
            <Route path="lab/*" element={<LabRoute />} />
            <Route path="bridge" element={<BridgePage />} />
            <Route path="learn" element={<LearnRoute />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </ErrorBoundary>
    </HashRouter>
  )
}

/** Says which pool it is while the page’s code still comes. */
function PoolPage() {
  const { address = '' } = useParams()
  return (
    <Suspense fallback={<PoolSkeleton address={address} />}>
      <PoolRoute />
    </Suspense>
  )
}

/** One page at a time: its code comes late, and when it breaks the shell stays. */
function Page({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <ErrorBoundary key={pathname}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  )
}
