import { checkedAdd, checkedDiv, checkedMul, checkedSub } from './checkedMath'
import { RevertError } from './protocolError'
import type { PoolSnapshot } from './snapshot'

/** What of a pool decides when its intervals are executed. */
export type PoolTimes = Pick<
  PoolSnapshot,
  | 'timestampSec'
  | 'lastPriceTimestampSec'
  | 'updateIntervalSec'
  | 'frontRunningIntervalSec'
  | 'updateIntervalId'
>

/**
 * Whether a commit at `subjectTime` still makes the current interval. Unix seconds and seconds.
 *
 * @throws PanicError 0x11 when the front-running interval is longer than there is time
 * @see PoolSwapLibrary.isBeforeFrontRunningInterval
 */
export function isBeforeFrontRunningInterval(
  subjectTime: bigint,
  lastPriceTimestamp: bigint,
  updateInterval: bigint,
  frontRunningInterval: bigint,
): boolean {
  const due = checkedAdd(lastPriceTimestamp, updateInterval)
  return checkedSub(due, frontRunningInterval) > subjectTime
}

/**
 * The update interval that a commit at `timestamp` goes into. Unix seconds and seconds.
 *
 * @throws RevertError `timestamp in the past` when it lies before the last upkeep
 * @throws PanicError 0x12 for a zero update interval
 * @see PoolSwapLibrary.appropriateUpdateIntervalId
 */
export function appropriateUpdateIntervalId(
  timestamp: bigint,
  lastPriceTimestamp: bigint,
  frontRunningInterval: bigint,
  updateInterval: bigint,
  currentUpdateIntervalId: bigint,
): bigint {
  if (lastPriceTimestamp > timestamp) throw new RevertError('timestamp in the past')
  if (frontRunningInterval > updateInterval) {
    const minimumTime = checkedAdd(timestamp, frontRunningInterval)
    const intervals = checkedDiv(minimumTime - lastPriceTimestamp, updateInterval)
    return checkedAdd(currentUpdateIntervalId, intervals)
  }
  if (
    isBeforeFrontRunningInterval(
      timestamp,
      lastPriceTimestamp,
      updateInterval,
      frontRunningInterval,
    )
  )
    return currentUpdateIntervalId
  const passed = checkedDiv(timestamp - lastPriceTimestamp, updateInterval)
  const nextDue = checkedAdd(lastPriceTimestamp, checkedMul(checkedAdd(passed, 1n), updateInterval))
  const id = checkedAdd(currentUpdateIntervalId, passed)
  return timestamp >= checkedSub(nextDue, frontRunningInterval) ? checkedAdd(id, 1n) : id
}

/** The earliest time at which an interval can be executed, Unix seconds. */
export function earliestExecutionSec(pool: PoolTimes, updateIntervalId: bigint): bigint {
  const upkeeps = updateIntervalId - pool.updateIntervalId + 1n
  const dueSec = pool.lastPriceTimestampSec + upkeeps * pool.updateIntervalSec
  const isDue = dueSec <= pool.timestampSec
  return isDue ? pool.timestampSec : dueSec
}
