import type { Address } from 'viem'
import type { FarmAccount, ListedFarm } from '../../../chain/staking/farm'
import { WAD } from '../../../protocol/wad'

/** An account with a stake and rewards. */
export const MINE: FarmAccount = {
  staked: 5n,
  userRewardPerTokenPaid: 0n,
  rewards: 1n,
  earned: 1n,
  isComputable: true,
}

const addressAt = (place: number): Address => `0x${place.toString(16).padStart(40, '0')}`

/** A farm that runs until the 2,000th second, with enough to pay. */
export function aFarm(
  place: number,
  change: Partial<Omit<ListedFarm, 'state'>> & {
    readonly state?: Partial<ListedFarm['state']>
  } = {},
): ListedFarm {
  return {
    address: addressAt(place),
    stakingToken: { address: addressAt(200), symbol: 'LP', decimals: 18, held: 0n, allowance: 0n },
    rewardToken: { address: addressAt(201), symbol: 'TCR', decimals: 18, held: 0n, allowance: 0n },
    rewardsDurationSec: 604_800n,
    paused: false,
    rewardBalance: 1_000n * WAD,
    account: undefined,
    programme: undefined,
    ...change,
    state: {
      rewardRate: WAD / 100n,
      periodFinishSec: 2_000n,
      lastUpdateSec: 0n,
      rewardPerTokenStored: 0n,
      totalSupply: 100n * WAD,
      ...change.state,
    },
  }
}
