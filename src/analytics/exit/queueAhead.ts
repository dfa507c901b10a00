import type { PoolSnapshot, UserSnapshot } from '../../protocol/snapshot'
import { appropriateUpdateIntervalId, earliestExecutionSec } from '../../protocol/updateInterval'
import { queuedCommits } from './nextExitStep'

/** When what is queued already can execute, and when another burn can. Unix seconds. */
export interface QueueAhead {
  /** The first queued commits; that time, where they can execute now. */
  readonly firstSec: bigint
  /** Another burn, if it is committed now. */
  readonly burnSec: bigint
  readonly isFirstReady: boolean
}

/**
 * The account's commits that execute before another burn would.
 *
 * @param nowSec The chain's time
 * @returns Undefined where nothing is queued, or another burn executes together with it
 */
export function queueAhead(
  pool: PoolSnapshot,
  user: UserSnapshot,
  nowSec: bigint,
): QueueAhead | undefined {
  const [first, ...others] = queuedCommits(pool, user).map((one) => one.updateIntervalId)
  if (first === undefined || pool.updateIntervalSec === 0n || nowSec < pool.lastPriceTimestampSec)
    return undefined
  const firstId = others.reduce((least, id) => (id < least ? id : least), first)
  const burnId = appropriateUpdateIntervalId(
    nowSec,
    pool.lastPriceTimestampSec,
    pool.frontRunningIntervalSec,
    pool.updateIntervalSec,
    pool.updateIntervalId,
  )
  if (burnId <= firstId) return undefined
  const times = { ...pool, timestampSec: nowSec }
  const firstSec = earliestExecutionSec(times, firstId)
  return {
    firstSec,
    burnSec: earliestExecutionSec(times, burnId),
    isFirstReady: firstSec <= nowSec,
  }
}
