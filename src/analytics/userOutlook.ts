import {
  type OrderProjection,
  projectOrder,
  projectUser,
  type UserProjection,
} from '../protocol/projection'
import type { PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { NO_USER } from '../protocol/userBalance'
import type { CommitOrder } from '../protocol/userCommits'
import { currentSpotPrice, explained, steadyPath, upkeepsUntil } from './outlook'

/**
 * What the user's queued commits become, as far as the outlook reaches, when the index stays where it is.
 * In a pool that cannot be upkept (paused, or a side worth nothing) they are listed without an outcome.
 *
 * @throws OutlookError with the reason, for a snapshot that cannot be
 */
export function userOutlook(pool: PoolSnapshot, user: UserSnapshot): UserProjection {
  const farthest = user.unAggregatedCommitments.reduce((a, b) => (b > a ? b : a), 0n)
  const path = steadyPath(pool, currentSpotPrice(pool), upkeepsUntil(pool, farthest))
  try {
    return projectUser(pool, user, path)
  } catch {
    return explained(() => projectUser(pool, user, []))
  }
}

/**
 * What an order sent in time for an interval would come to when the index stays where it is, and what it does to the pool.
 *
 * @param user Undefined for somebody who has nothing here
 * @param intervalId As `commitSlot` gives it for the time of sending
 * @throws OutlookError with the reason, also where the contract would refuse the order
 */
export function orderOutlook(
  pool: PoolSnapshot,
  user: UserSnapshot | undefined,
  order: CommitOrder,
  intervalId: bigint,
): OrderProjection {
  const path = steadyPath(pool, currentSpotPrice(pool), upkeepsUntil(pool, intervalId))
  const sentAtSec = firstSendingSec(pool, intervalId)
  return explained(() => projectOrder(pool, user ?? NO_USER, order, path, sentAtSec))
}

/** The first time from the snapshot on at which a commit goes into an interval, Unix seconds. */
function firstSendingSec(pool: PoolSnapshot, intervalId: bigint): bigint {
  const { lastPriceTimestampSec, updateIntervalSec, frontRunningIntervalSec, timestampSec } = pool
  const intervals = intervalId - pool.updateIntervalId
  const opensSec = lastPriceTimestampSec + intervals * updateIntervalSec - frontRunningIntervalSec
  return opensSec > timestampSec ? opensSec : timestampSec
}
