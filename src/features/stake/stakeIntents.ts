import type { Farm } from '../../chain/staking/farm'
import type { Intent } from '../../flows/kinds/kinds'
import { stakeContent } from './content'
import type { FarmRow } from './farmRow'

const { titles } = stakeContent

/** Stakes an amount, base units; the approval is for exactly that. */
export function stakeIntent({ farm, name }: FarmRow, amount: bigint): Intent {
  return {
    kind: 'stake',
    title: titles.stake(name),
    farm: farm.address,
    stakingToken: farm.stakingToken.address,
    amount,
  }
}

/** Takes an amount out, base units; rewards stay to be claimed. */
export function withdrawIntent({ farm, name }: FarmRow, amount: bigint): Intent {
  return { kind: 'withdrawStake', title: titles.withdraw(name), farm: farm.address, amount }
}

export function claimRewardsIntent({ farm, name }: FarmRow): Intent {
  return { kind: 'claimRewards', title: titles.claim(name), farm: farm.address }
}

/** Takes everything out, the rewards too. */
export function exitFarmIntent({ farm, name }: FarmRow): Intent {
  return { kind: 'exitFarm', title: titles.exit(name), farm: farm.address }
}

/** Whether the farm has to be approved for more before it can take an amount. */
export function needsApproval({ stakingToken }: Pick<Farm, 'stakingToken'>, amount: bigint) {
  return stakingToken.allowance < amount
}
