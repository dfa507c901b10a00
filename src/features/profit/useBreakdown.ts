import { useEffect, useState } from 'react'
import type { PoolLedger } from '../../analytics/profit/poolLedger'
import type { PositionSplit } from '../../analytics/profit/splitPosition'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import { runInChunks } from '../../chain/history/runInChunks'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { splitLedger } from './profitOf'

/** As many as a chart can show beside each other. */
const MAX_POINTS = 120

/**
 * What made an account's gain in a pool, computed with pauses; kept while a rebalance later it is computed again.
 *
 * @returns Undefined until it is computed, and where the pool's past is not read as far as the oldest lot
 */
export function useBreakdown(
  ledger: PoolLedger,
  pool: PoolAtBlock,
  history: PoolHistoryState,
): PositionSplit | undefined {
  const [computed, setComputed] = useState<{ ledger: PoolLedger; split: PositionSplit }>()
  useEffect(() => {
    const abort = new AbortController()
    runInChunks(splitLedger(ledger, pool, history, MAX_POINTS), abort.signal).then(
      (split) => {
        if (split !== undefined && !abort.signal.aborted) setComputed({ ledger, split })
      },
      (error: unknown) => {
        if (!abort.signal.aborted) throw error
      },
    )
    return () => abort.abort()
  }, [ledger, pool, history])
  return computed?.ledger === ledger ? computed.split : undefined
}
