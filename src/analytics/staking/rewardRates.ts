import type { StakingRewardsState } from '../../protocol/stakingRewards'
import { WAD } from '../../protocol/wad'

const HOUR_SEC = 3_600n
const WEEK_SEC = 7n * 86_400n
const YEAR_SEC = 365n * 86_400n

/** What a farm pays out, and an account's part of it. Reward units; shares as wads. */
export interface RewardRates {
  /** 0n once rewards have ended. */
  readonly perWeek: bigint
  readonly perHour: bigint
  /** The account's part of what is staked: of every hour it earns so much. */
  readonly shareWad: bigint
  readonly ownPerHour: bigint
}

/**
 * What a farm pays from a time on, until its rewards end or stakes change.
 *
 * @param staked Units that the account has staked
 * @param atSec Unix seconds
 */
export function computeRewardRates(
  state: StakingRewardsState,
  staked: bigint,
  atSec: bigint,
): RewardRates {
  const rate = isRunning(state, atSec) ? state.rewardRate : 0n
  const { totalSupply } = state
  return {
    perWeek: rate * WEEK_SEC,
    perHour: rate * HOUR_SEC,
    shareWad: totalSupply === 0n ? 0n : (staked * WAD) / totalSupply,
    ownPerHour: totalSupply === 0n ? 0n : (rate * HOUR_SEC * staked) / totalSupply,
  }
}

/** Whether a farm pays anything at a time. */
export function isRunning({ periodFinishSec, rewardRate }: StakingRewardsState, atSec: bigint) {
  return rewardRate > 0n && atSec < periodFinishSec
}

/** A token's price: what one whole token is worth, as a wad, and its decimals. */
export interface PricedToken {
  readonly priceWad: bigint
  readonly decimals: number
}

/**
 * A farm's rewards of a year at the current rate, as a share of what is staked, without compounding. A wad.
 *
 * @param reward Undefined where the reward token has no known price
 * @param stake The same of the staked token, in the same currency
 * @returns Undefined where a price is unknown or nothing is staked
 */
export function computeRewardAprWad(
  state: StakingRewardsState,
  atSec: bigint,
  reward: PricedToken | undefined,
  stake: PricedToken | undefined,
): bigint | undefined {
  if (!isRunning(state, atSec)) return 0n
  if (reward === undefined || stake === undefined) return undefined
  const paid = state.rewardRate * YEAR_SEC * reward.priceWad * 10n ** BigInt(stake.decimals)
  const staked = state.totalSupply * stake.priceWad * 10n ** BigInt(reward.decimals)
  return staked === 0n ? undefined : (paid * WAD) / staked
}

/**
 * What each of a number of farms would be given of a weekly total: a share to those for pool tokens, the rest to those for LP
 * tokens, equal parts within each. What does not divide evenly is left over.
 *
 * @param weeklyTotal Reward units
 * @param tokenShareBasisPoints Of 10,000
 * @throws RangeError for a share above 10,000 or numbers below zero
 */
export function splitWeeklyRewards(
  weeklyTotal: bigint,
  tokenShareBasisPoints: bigint,
  tokenFarms: number,
  lpFarms: number,
): { readonly perTokenFarm: bigint; readonly perLpFarm: bigint; readonly leftOver: bigint } {
  if (tokenShareBasisPoints < 0n || tokenShareBasisPoints > 10_000n || weeklyTotal < 0n)
    throw new RangeError('A share is from 0 to 10,000 basis points of an amount')
  const ofTokens = (weeklyTotal * tokenShareBasisPoints) / 10_000n
  const perTokenFarm = tokenFarms === 0 ? 0n : ofTokens / BigInt(tokenFarms)
  const perLpFarm = lpFarms === 0 ? 0n : (weeklyTotal - ofTokens) / BigInt(lpFarms)
  const given = perTokenFarm * BigInt(tokenFarms) + perLpFarm * BigInt(lpFarms)
  return { perTokenFarm, perLpFarm, leftOver: weeklyTotal - given }
}
