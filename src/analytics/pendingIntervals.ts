import type { PoolSnapshot, UserCommitment, UserSnapshot } from '../protocol/snapshot'
import { earliestExecutionSec } from '../protocol/updateInterval'
import {
  addSettled,
  NOTHING_SETTLED,
  type Settled,
  type SettlementTerms,
  settle,
} from './settlement'
import { userOutlook } from './userOutlook'

/** What a user has queued for one interval, and what becomes of it when the index stays where it is. */
export interface PendingInterval {
  readonly updateIntervalId: bigint
  /** As the committer holds it: mints after their fee. */
  readonly amounts: UserCommitment
  /** The how manieth rebalance from now executes it when keepers are on time: 1 for the next. */
  readonly rebalances: bigint
  /** Unix seconds; later when keepers are. */
  readonly earliestSec: bigint
  /** Undefined when there is no projection: the pool cannot be upkept, or it is too far ahead. */
  readonly terms: SettlementTerms | undefined
  /** All of it together, to the unit at these terms. */
  readonly total: Settled | undefined
}

/**
 * The intervals that a user waits for, the earliest first.
 *
 * @throws OutlookError with the reason, for a snapshot that cannot be
 */
export function pendingIntervals(pool: PoolSnapshot, user: UserSnapshot): PendingInterval[] {
  const { commits, upkeeps } = userOutlook(pool, user)
  const ids = [...new Set(commits.map(({ updateIntervalId }) => updateIntervalId))]
  return ids
    .sort((a, b) => Number(a - b))
    .flatMap((updateIntervalId) => {
      const amounts = user.userCommitments.find((c) => c.updateIntervalId === updateIntervalId)
      if (amounts === undefined) return []
      const reached = upkeeps.find(({ executed }) =>
        executed.some((interval) => interval.updateIntervalId === updateIntervalId),
      )
      const executed = reached?.executed.find((e) => e.updateIntervalId === updateIntervalId)
      const terms: SettlementTerms | undefined =
        reached === undefined || executed === undefined
          ? undefined
          : {
              longPrice: executed.longPrice,
              shortPrice: executed.shortPrice,
              burnFee: executed.burnFee,
              mintingFeeRate: reached.pool.mintingFee,
            }
      return {
        updateIntervalId,
        amounts,
        rebalances: updateIntervalId - pool.updateIntervalId + 1n,
        earliestSec: earliestExecutionSec(pool, updateIntervalId),
        terms,
        total: terms && settle(amounts, terms),
      }
    })
}

/** All of it added up; undefined when one of them has no projection. */
export function totalOf(intervals: readonly PendingInterval[]): Settled | undefined {
  return intervals.reduce<Settled | undefined>(
    (sum, { total }) =>
      sum === undefined || total === undefined ? undefined : addSettled(sum, total),
    NOTHING_SETTLED,
  )
}
