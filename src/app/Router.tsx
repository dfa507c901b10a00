import { type ReactNode, Suspense } from 'react'
import { HashRouter, Route, Routes, useLocation, useParams } from 'react-router'
import { PoolSkeleton } from '../features/pool/PoolSkeleton'
import { lazySection } from '../ui/lazySection'
import { ErrorBoundary } from './ErrorBoundary'
import { MarketsRoute } from './routes/MarketsRoute'
import { Shell } from './Shell'

const PoolRoute = lazySection(async () => ({
  default: (await import('./routes/PoolRoute')).PoolRoute,
}))
const OtherRoutes = lazySection(async () => ({
  default: (await import('./routes/OtherRoutes')).OtherRoutes,
}))

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
            <Route path="*" element={<OtherRoutes />} />
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
  // The pages of the lab are one: a file that was loaded on one is there on the others.
  const page = pathname.startsWith('/lab/') ? '/lab' : pathname
  return (
    <ErrorBoundary key={page}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  )
}
