import { projectUser, type UserProjection } from '../protocol/projection'
import type { PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
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
