import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { AccountHistoryProvider } from '../../data/AccountHistoryProvider'
import { PortfolioRoute } from './PortfolioRoute'

const HistoryPage = lazy(async () => ({
  default: (await import('../../features/accountHistory/HistoryPage')).HistoryPage,
}))
const NotFoundPage = lazy(async () => ({ default: (await import('../NotFoundPage')).NotFoundPage }))

/** The pages about an account. They are told apart here, as the first load has no room for more routes. */
export function PortfolioRoutes() {
  return (
    <AccountHistoryProvider>
      <Routes>
        <Route index element={<PortfolioRoute />} />
        <Route path="history" element={<HistoryPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </AccountHistoryProvider>
  )
}
