import { useEffect, useState } from 'react'
import type { ExitHolding } from '../../analytics/exit/exitOutcome'
import type { OutlookError } from '../../analytics/outlook'
import { runInChunks } from '../../chain/history/runInChunks'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { type PlanTable, planTable } from './planTable'

/**
 * What each way out comes to, computed with pauses. The table before it is kept meanwhile.
 *
 * @returns Undefined until the first one is there
 */
export function usePlanTable(
  pool: PoolSnapshot,
  holding: ExitHolding,
): PlanTable | OutlookError | undefined {
  const [table, setTable] = useState<PlanTable | OutlookError>()
  useEffect(() => {
    const abort = new AbortController()
    runInChunks(planTable(pool, holding), abort.signal).then(
      (computed) => {
        if (!abort.signal.aborted) setTable(computed)
      },
      (error: unknown) => {
        if (!abort.signal.aborted) throw error
      },
    )
    return () => abort.abort()
  }, [pool, holding])
  return table
}
