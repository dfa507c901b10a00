import { type ExecutionTime, executionTime } from '../analytics/executionTime'
import type { PoolSnapshot } from '../protocol/snapshot'
import { useSnapshot } from './SnapshotProvider'
import { useChainNowSec } from './useNow'
import { useStaleness } from './useStaleness'

/**
 * When an interval of a pool executes, for a form that is about to send: not known while the network doesn't respond. Counts each
 * second.
 */
export function useExecutionTime(snapshot: PoolSnapshot): {
  readonly nowSec: number
  /** @param earliestSec The interval's earliest execution, Unix seconds */
  readonly timeOf: (earliestSec: number) => ExecutionTime | { readonly kind: 'unknown' }
} {
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  const isStale = useStaleness() !== undefined
  return {
    nowSec,
    timeOf: (earliestSec) =>
      isStale ? { kind: 'unknown' } : executionTime(snapshot, earliestSec, nowSec),
  }
}
