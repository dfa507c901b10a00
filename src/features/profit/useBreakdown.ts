import { useEffect, useState } from 'react'
import type { PoolLedger } from '../../analytics/profit/ledgerState'
import type { PositionSplit } from '../../analytics/profit/splitPosition'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import { runInChunks } from '../../chain/history/runInChunks'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { splitLedger } from './profitOf'

/** As many as a chart can show beside each other. */
const MAX_POINTS = 120

/** What made an account's gain in a pool. */
interface Breakdown {
  /** Kept while a rebalance later it is computed again; undefined until it is computed once. */
  readonly split: PositionSplit | undefined
  /** The pool's past, as far as it is read, is not enough. */
  readonly isMissing: boolean
}

/** Takes the gain apart, with pauses, each time that more of the pool's past is there. */
export function useBreakdown(
  ledger: PoolLedger,
  pool: PoolAtBlock,
  history: PoolHistoryState,
  liquidity: bigint,
): Breakdown {
  const [computed, setComputed] = useState<Breakdown & { readonly ledger: PoolLedger }>()
  useEffect(() => {
    const abort = new AbortController()
    runInChunks(splitLedger(ledger, pool, history, MAX_POINTS, liquidity), abort.signal).then(
      (split) => {
        if (abort.signal.aborted) return
        setComputed((before) => ({
          ledger,
          split: split ?? (before?.ledger === ledger ? before.split : undefined),
          isMissing: split === undefined,
        }))
      },
      (error: unknown) => {
        if (!abort.signal.aborted) throw error
      },
    )
    return () => abort.abort()
  }, [ledger, pool, history, liquidity])
  return computed?.ledger === ledger ? computed : { split: undefined, isMissing: false }
}
