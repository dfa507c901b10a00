import { createContext, type ReactNode, use } from 'react'
import { type LiveAccountHistory, useAccountHistory } from './useAccountHistory'

const AccountHistoryContext = createContext<LiveAccountHistory | undefined>(undefined)

/** Reads the account's past over all pools once for all parts of a page. */
export function AccountHistoryProvider({ children }: { children: ReactNode }) {
  return <AccountHistoryContext value={useAccountHistory()}>{children}</AccountHistoryContext>
}

/** @throws Error outside of an `AccountHistoryProvider` */
export function useLiveAccountHistory(): LiveAccountHistory {
  const live = use(AccountHistoryContext)
  if (live === undefined) throw new Error('AccountHistoryProvider is missing')
  return live
}
