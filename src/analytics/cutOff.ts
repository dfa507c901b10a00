import type { PoolSnapshot } from '../protocol/snapshot'

/**
 * The time from which on a commit goes into a later interval than this one, Unix seconds, if no keeper is late.
 *
 * @see PoolSwapLibrary.appropriateUpdateIntervalId
 */
export function cutOffSec(pool: PoolSnapshot, intervalId: bigint): bigint {
  const { lastPriceTimestampSec, updateIntervalSec, frontRunningIntervalSec } = pool
  const intervals = intervalId + 1n - pool.updateIntervalId
  return lastPriceTimestampSec + intervals * updateIntervalSec - frontRunningIntervalSec
}
