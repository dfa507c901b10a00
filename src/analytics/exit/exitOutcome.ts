import { MAX_EXIT_UPKEEPS, MAX_UPKEEPS_SENT } from '../../protocol/bounds'
import { CommitType } from '../../protocol/commitType'
import { intervalPassed } from '../../protocol/leveragedPool'
import { performUpkeepSinglePool } from '../../protocol/poolKeeper'
import type { PoolSnapshot, UserSnapshot } from '../../protocol/snapshot'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { getAggregateBalance } from '../../protocol/userBalance'
import { type CommitOrder, commit } from '../../protocol/userCommits'
import { estimateKeeperReward, OutlookError, toOutlookErrorStepwise } from '../outlook'

/**
 * The ways out of a pool that no one keeps. They differ in when the overdue upkeeps are performed: an SMA takes at most one
 * sample per sample interval, so the rhythm decides how far the average has come when the burn executes.
 */
export const EXIT_PLANS = ['burnFirst', 'catchUpFirst', 'everyInterval'] as const
export type ExitPlan = (typeof EXIT_PLANS)[number]

/** What an account takes out of a pool. Pool tokens in base units. */
export interface ExitHolding {
  readonly user: UserSnapshot
  readonly longInWallet: bigint
  readonly shortInWallet: bigint
}

/** What a plan comes to if the feed says one price from now on. */
export interface ExitOutcome {
  /** Settlement units that can be claimed at the end, with what is in escrow already. */
  readonly settlement: bigint
  /** When, Unix seconds. */
  readonly atSec: bigint
  readonly upkeeps: number
  /** All that is signed: burns, upkeeps, and the claim. */
  readonly transactions: number
  /** Those of them that perform upkeeps: where keepers are on time, they send these. */
  readonly upkeepTransactions: number
  /** What keepers are paid out of both sides for these upkeeps, settlement units: the one who performs them gets it. */
  readonly rewards: bigint
}

/** What a keeper is paid for an upkeep of a pool, which is an estimate until it is done. Settlement units. */
export type RewardOf = (pool: PoolSnapshot) => bigint

/**
 * What a plan for leaving a pool brings, on the exact engine; the keepers' rewards in it are estimated unless they are given.
 *
 * @param pool At the block's time
 * @param spotPrice What the feed says from now on, as `currentSpotPrice` has it
 * @param rewardOf Default {@link estimateKeeperReward}
 * @throws OutlookError with the reason where the contracts would refuse, or where it takes too many upkeeps
 */
export function exitOutcome(
  plan: ExitPlan,
  pool: PoolSnapshot,
  holding: ExitHolding,
  spotPrice: bigint,
  rewardOf?: RewardOf,
): ExitOutcome {
  const steps = exitOutcomeSteps(plan, pool, holding, spotPrice, rewardOf)
  let next = steps.next()
  while (!next.done) next = steps.next()
  return next.value
}

/** The same as a generator that yields after each upkeep: a pool that is a year behind has thousands of them. */
export function exitOutcomeSteps(
  plan: ExitPlan,
  pool: PoolSnapshot,
  holding: ExitHolding,
  spotPrice: bigint,
  rewardOf: RewardOf = (at) => estimateKeeperReward(at) ?? 0n,
): Generator<void, ExitOutcome> {
  return toOutlookErrorStepwise(followPlan(plan, pool, holding, spotPrice, rewardOf))
}

function* followPlan(
  plan: ExitPlan,
  pool: PoolSnapshot,
  holding: ExitHolding,
  spotPrice: bigint,
  rewardOf: RewardOf,
): Generator<void, ExitOutcome> {
  let current = pool
  let { user } = holding
  let upkeeps = 0
  let commits = 0
  let upkeepTransactions = 0
  let rewards = 0n
  /** Upkeeps at one time, while they are needed. */
  function* perform(atSec: bigint, isNeeded: (at: PoolSnapshot) => boolean) {
    const before = upkeeps
    while (isNeeded(current) && intervalPassed(current, atSec)) {
      if (upkeeps === MAX_EXIT_UPKEEPS)
        throw new OutlookError(`exiting takes more than ${MAX_EXIT_UPKEEPS} rebalances`)
      const keeperReward = rewardOf({ ...current, timestampSec: atSec })
      const conditions = { timestampSec: atSec, spotPrice, keeperReward }
      const upkeep = performUpkeepSinglePool(current, conditions)
      if (upkeep.status !== 'done')
        throw new OutlookError(`a rebalance on the way would fail: ${upkeep.reason}`)
      current = upkeep.pool
      rewards += upkeep.keeperPayment
      upkeeps++
      yield
    }
    upkeepTransactions += Math.ceil((upkeeps - before) / MAX_UPKEEPS_SENT)
  }

  if (plan !== 'burnFirst') yield* perform(pool.timestampSec, () => true)
  let lastId = 0n
  for (const order of exitOrders(current, holding)) {
    const result = commit(current, user, order, pool.timestampSec)
    current = result.pool
    user = result.user
    if (result.updateIntervalId > lastId) lastId = result.updateIntervalId
    commits++
  }
  // What is queued already comes along.
  for (const id of user.unAggregatedCommitments) if (id > lastId) lastId = id
  const isWaiting = (at: PoolSnapshot) => at.updateIntervalId <= lastId
  const later = (sec: bigint) => (sec > pool.timestampSec ? sec : pool.timestampSec)
  if (plan === 'everyInterval')
    while (isWaiting(current)) {
      const before = upkeeps
      const dueSec = current.lastPriceTimestampSec + current.updateIntervalSec
      yield* perform(later(dueSec), () => upkeeps === before)
      if (upkeeps === before) throw new OutlookError('no rebalance comes')
    }
  else if (isWaiting(current))
    yield* perform(later(earliestExecutionSec(current, lastId)), isWaiting)
  return {
    settlement: getAggregateBalance(current, user).settlementTokens,
    atSec: current.timestampSec,
    upkeeps,
    transactions: commits + upkeepTransactions + 1,
    upkeepTransactions,
    rewards,
  }
}

/** Burns of all that an account holds: a commit takes from the wallet or from escrow, not from both. */
export function exitOrders(pool: PoolSnapshot, holding: ExitHolding): readonly CommitOrder[] {
  const { longTokens, shortTokens } = getAggregateBalance(pool, holding.user)
  const orders: readonly CommitOrder[] = [
    { commitType: CommitType.LongBurn, amount: holding.longInWallet, fromAggregateBalance: false },
    { commitType: CommitType.LongBurn, amount: longTokens, fromAggregateBalance: true },
    {
      commitType: CommitType.ShortBurn,
      amount: holding.shortInWallet,
      fromAggregateBalance: false,
    },
    { commitType: CommitType.ShortBurn, amount: shortTokens, fromAggregateBalance: true },
  ]
  return orders.filter(({ amount }) => amount > 0n)
}
