import type { Upkeep } from '../protocol/poolKeeper'
import type {
  ExecutedInterval,
  PoolSnapshot,
  UserCommitment,
  UserSnapshot,
} from '../protocol/snapshot'
import { earliestExecutionSec } from '../protocol/updateInterval'
import { isNothing } from '../protocol/userBalance'
import { OutlookError, upkeepsUntil } from './outlook'
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
  /** Which rebalance from now executes it, 1 for the next; more than that when keepers are on time until then. */
  readonly rebalances: number
  /** Unix seconds; later when keepers are. */
  readonly earliestSec: bigint
  /** Undefined when there is no projection: the pool cannot be upkept, or it is too far ahead. */
  readonly terms: SettlementTerms | undefined
  /** All of it together, to the unit at these terms. */
  readonly total: Settled | undefined
}

/**
 * The intervals that a user waits for, the earliest first; without terms where there is no projection.
 */
export function pendingIntervals(pool: PoolSnapshot, user: UserSnapshot): PendingInterval[] {
  const ids = new Set(user.unAggregatedCommitments.filter((id) => id >= pool.updateIntervalId))
  if (ids.size === 0) return []
  const upkeeps = upkeepsFor(pool, user)
  return [...ids]
    .sort((a, b) => Number(a - b))
    .flatMap((updateIntervalId) => {
      const amounts = user.userCommitments.find((c) => c.updateIntervalId === updateIntervalId)
      if (amounts === undefined || isNothing(amounts)) return []
      const index = upkeeps.findIndex((upkeep) => executedIn(upkeep, updateIntervalId))
      const terms = executionTerms(upkeeps[index], updateIntervalId)
      return {
        updateIntervalId,
        amounts,
        rebalances: index === -1 ? upkeepsUntil(pool, updateIntervalId) : index + 1,
        earliestSec: earliestExecutionSec(pool, updateIntervalId),
        terms,
        total: terms && settle(amounts, terms),
      }
    })
}

/** What is shown of someone's money does not depend on whether it can be projected. */
function upkeepsFor(pool: PoolSnapshot, user: UserSnapshot): readonly Upkeep[] {
  try {
    return userOutlook(pool, user).upkeeps
  } catch (error) {
    if (error instanceof OutlookError) return []
    throw error
  }
}

function executedIn({ executed }: Upkeep, id: bigint): ExecutedInterval | undefined {
  return executed.find(({ updateIntervalId }) => updateIntervalId === id)
}

/**
 * On which terms an upkeep executes an interval; undefined when it does not. A flip's minting fee is taken as it is right after
 * the upkeep.
 */
export function executionTerms(
  upkeep: Upkeep | undefined,
  id: bigint,
): SettlementTerms | undefined {
  const executed = upkeep && executedIn(upkeep, id)
  if (upkeep === undefined || executed === undefined) return undefined
  const { longPrice, shortPrice, burnFee } = executed
  return { longPrice, shortPrice, burnFee, mintingFeeRate: upkeep.pool.mintingFee }
}

/** All of it added up; undefined when one of them has no projection. */
export function totalOf(intervals: readonly PendingInterval[]): Settled | undefined {
  return intervals.reduce<Settled | undefined>(
    (sum, { total }) =>
      sum === undefined || total === undefined ? undefined : addSettled(sum, total),
    NOTHING_SETTLED,
  )
}
