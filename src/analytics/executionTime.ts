import type { PoolSnapshot } from '../protocol/snapshot'
import { poolStatuses } from './poolStatus'

/** What a rebalance waits for where it can’t be told a time. */
export type ExecutionWait = 'late' | 'noPrice' | 'refused'

/** When an interval is executed, as far as it can be told. */
export type ExecutionTime =
  /** At its earliest time, which is ahead: keepers are expected. */
  | { readonly kind: 'at'; readonly sec: number }
  /** With the rebalance that is due, and that a keeper can be expected for any moment. */
  | { readonly kind: 'next' }
  /** Not before something else happens, nor before `sec`; `isDue` when the very next rebalance executes it. */
  | { readonly kind: ExecutionWait; readonly isDue: boolean; readonly sec: number }

/**
 * What keeps a pool's next rebalance from coming in time; undefined where keepers are expected.
 *
 * @param nowSec The chain's time, Unix seconds
 */
export function executionWait(pool: PoolSnapshot, nowSec: number): ExecutionWait | undefined {
  for (const { kind } of poolStatuses(pool, nowSec))
    if (kind === 'late' || kind === 'noPrice' || kind === 'refused') return kind
  return undefined
}

/**
 * The one rule by which all screens say when an order executes. A paused pool is not looked at: nothing executes there.
 *
 * @param earliestSec The interval's earliest execution, Unix seconds. @see earliestExecutionSec
 * @param nowSec The chain's time, Unix seconds
 */
export function executionTime(
  pool: PoolSnapshot,
  earliestSec: number,
  nowSec: number,
): ExecutionTime {
  const isDue = earliestSec <= nowSec
  const waitsFor = executionWait(pool, nowSec)
  if (waitsFor !== undefined) return { kind: waitsFor, isDue, sec: earliestSec }
  return isDue ? { kind: 'next' } : { kind: 'at', sec: earliestSec }
}
