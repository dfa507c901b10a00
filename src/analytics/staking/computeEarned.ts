import { ProtocolError } from '../../protocol/protocolError'
import {
  earned,
  type StakingRewardsAccount,
  type StakingRewardsState,
} from '../../protocol/stakingRewards'

/** What of a farm its rewards depend on. */
export interface FarmRewards {
  readonly state: StakingRewardsState
  readonly account: StakingRewardsAccount | undefined
}

/**
 * Reward units that the account can claim at a time, to the unit: what the farm's `earned` returns in a block of that time, if no
 * one stakes or withdraws until then.
 *
 * @param atSec Unix seconds, not before the farm's last update
 * @returns 0n without an account; undefined where the contract would revert
 */
export function computeEarned({ state, account }: FarmRewards, atSec: bigint): bigint | undefined {
  if (account === undefined) return 0n
  try {
    return earned(state, account, atSec)
  } catch (error) {
    if (error instanceof ProtocolError) return undefined
    throw error
  }
}
