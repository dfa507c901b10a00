import { checkedAdd, checkedMul, checkedSub } from './checkedMath'
import { WAD } from './wad'

/** What Synthetix' `StakingRewards` keeps of all stakes together. Base units. */
export interface StakingRewardsState {
  /** Reward units a second. */
  readonly rewardRate: bigint
  /** When rewards end, Unix seconds. */
  readonly periodFinishSec: bigint
  readonly lastUpdateSec: bigint
  /** Reward units for one staked unit, times 10^18. */
  readonly rewardPerTokenStored: bigint
  readonly totalSupply: bigint
}

/** What it keeps of one account. */
export interface StakingRewardsAccount {
  readonly staked: bigint
  readonly userRewardPerTokenPaid: bigint
  /** Earned up to the account's last transaction with it. */
  readonly rewards: bigint
}

/** @see StakingRewards.lastTimeRewardApplicable */
export function lastTimeRewardApplicable(state: StakingRewardsState, atSec: bigint): bigint {
  return atSec < state.periodFinishSec ? atSec : state.periodFinishSec
}

/**
 * @see StakingRewards.rewardPerToken
 * @throws PanicError where the contract's SafeMath reverts
 */
export function rewardPerToken(state: StakingRewardsState, atSec: bigint): bigint {
  const { totalSupply, rewardPerTokenStored, lastUpdateSec, rewardRate } = state
  if (totalSupply === 0n) return rewardPerTokenStored
  const passed = checkedSub(lastTimeRewardApplicable(state, atSec), lastUpdateSec)
  const reward = checkedMul(checkedMul(passed, rewardRate), WAD)
  return checkedAdd(rewardPerTokenStored, reward / totalSupply)
}

/**
 * Reward units that an account can claim at a time.
 *
 * @see StakingRewards.earned
 * @throws PanicError where the contract's SafeMath reverts
 */
export function earned(
  state: StakingRewardsState,
  account: StakingRewardsAccount,
  atSec: bigint,
): bigint {
  const unpaid = checkedSub(rewardPerToken(state, atSec), account.userRewardPerTokenPaid)
  return checkedAdd(checkedMul(account.staked, unpaid) / WAD, account.rewards)
}
