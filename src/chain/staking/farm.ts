import { type Address, isAddressEqual } from 'viem'
import { computeEarned } from '../../analytics/staking/computeEarned'
import { MAX_TIME_SEC } from '../../protocol/bounds'
import type { StakingRewardsAccount, StakingRewardsState } from '../../protocol/stakingRewards'
import {
  decodeSecondary,
  type HeldToken,
  isAmount,
  toHeldToken,
} from '../secondary/decodeSecondary'
import type { SecondaryAnswer } from '../secondary/readSecondary'
import type { KnownFarm } from './resolveFarms'

/** A farm, and an account's part in it, at one block. */
export interface Farm {
  readonly address: Address
  /** The allowance is the farm's. */
  readonly stakingToken: HeldToken
  /** Without symbol and decimals where the token no longer responds. */
  readonly rewardToken: HeldToken
  readonly state: StakingRewardsState
  /** 0n where the farm does not say. */
  readonly rewardsDurationSec: bigint
  /** Stakes are no longer taken; they can be withdrawn. */
  readonly paused: boolean
  /** Reward tokens that the farm holds and owes to no staker as their stake. */
  readonly rewardBalance: bigint
  /** Undefined without an account. */
  readonly account: FarmAccount | undefined
}

/** A farm, with what it was made for. */
export type ListedFarm = Farm & Pick<KnownFarm, 'programme'>

export interface FarmAccount extends StakingRewardsAccount {
  /** By the contract, at the block. */
  readonly earned: bigint
  /** Whether the farm earns as Synthetix' does, so that `computeEarned` holds for later times. */
  readonly isComputable: boolean
}

/**
 * A farm's state; undefined for one that was not read, or whose figures cannot be those of a farm.
 *
 * @param blockSec Time of the block
 */
export function toFarm(
  address: Address,
  answer: SecondaryAnswer | undefined,
  blockSec: bigint,
  hasAccount: boolean,
): Farm | undefined {
  const read = decodeSecondary('readFarm', answer)
  if (read === undefined) return undefined
  const stakingToken = toHeldToken(read.stakingToken)
  const rewardToken = toHeldToken(read.rewardToken)
  const { rewardRate, periodFinishSec, lastUpdateSec, rewardPerTokenStored, totalSupply } = read
  const { staked, earned, userRewardPerTokenPaid, rewards } = read
  const isPlausible =
    [rewardRate, totalSupply, read.rewardBalance, earned, rewards].every(isAmount) &&
    [periodFinishSec, lastUpdateSec, read.rewardsDurationSec].every((sec) => sec <= MAX_TIME_SEC) &&
    staked <= totalSupply
  if (stakingToken === undefined || rewardToken === undefined || !isPlausible) return undefined
  const state = { rewardRate, periodFinishSec, lastUpdateSec, rewardPerTokenStored, totalSupply }
  const account = { staked, userRewardPerTokenPaid, rewards }
  const isComputable = computeEarned({ state, account }, blockSec) === earned
  // Where the rewards are of the staked token, stakes are not for paying them.
  const isSameToken = isAddressEqual(stakingToken.address, rewardToken.address)
  const spare = read.rewardBalance - (isSameToken ? totalSupply : 0n)
  return {
    address,
    stakingToken,
    rewardToken,
    state,
    rewardsDurationSec: read.rewardsDurationSec,
    paused: read.paused,
    rewardBalance: spare > 0n ? spare : 0n,
    account: hasAccount ? { ...account, earned, isComputable } : undefined,
  }
}

/** Whether a claim would go through: a farm whose rewards are gone pays nothing, and `exit` reverts with the claim. */
export function canPayRewards({ account, rewardBalance }: Farm): boolean {
  return account === undefined || account.earned <= rewardBalance
}
