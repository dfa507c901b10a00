import { projectUser, type UserProjection } from '../protocol/projection'
import type { PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { constantPricePath, currentSpotPrice, toOutlookError, upkeepsUntil } from './outlook'

/**
 * What the user's queued commits become, as far as the outlook reaches, when the index stays where it is.
 * In a pool that cannot be upkept (paused, a side worth nothing, a reward that overflows) they are listed without an outcome.
 *
 * @throws OutlookError with the reason, for a snapshot that cannot be
 */
export function userOutlook(pool: PoolSnapshot, user: UserSnapshot): UserProjection {
  const farthest = user.unAggregatedCommitments.reduce((a, b) => (b > a ? b : a), 0n)
  try {
    // The path too: it holds the keeper's reward, which a token with too many decimals has no amount for.
    const path = constantPricePath(pool, currentSpotPrice(pool), upkeepsUntil(pool, farthest))
    return projectUser(pool, user, path)
  } catch {
    return toOutlookError(() => projectUser(pool, user, []))
  }
}
