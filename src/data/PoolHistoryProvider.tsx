import { createContext, type ReactNode, use } from 'react'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { useSnapshot } from './SnapshotProvider'
import { type LivePoolHistory, usePoolHistory } from './usePoolHistory'

const PoolHistoryContext = createContext<LivePoolHistory | undefined>(undefined)

/** Reads one pool’s past for all parts of a page. Only those that show it are drawn again when more of it comes. */
export function PoolHistoryProvider({
  pool,
  children,
}: {
  pool: PoolAtBlock
  children: ReactNode
}) {
  const live = usePoolHistory(pool, useSnapshot().snapshot?.block)
  return <PoolHistoryContext value={live}>{children}</PoolHistoryContext>
}

/** @throws Error outside of a `PoolHistoryProvider` */
export function useLiveHistory(): LivePoolHistory {
  const live = use(PoolHistoryContext)
  if (live === undefined) throw new Error('PoolHistoryProvider is missing')
  return live
}
