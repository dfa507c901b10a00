import * as v from 'valibot'
import type { Address, Client } from 'viem'
import { readContract } from 'viem/actions'
import type { Failure } from '../../chain/describeFailure'
import { farmAbi } from '../../chain/staking/farmAbi'
import { type IntentBase, newStep } from '../step'
import { provedBy, traceOf } from './eventTrace'
import { REWARD_REVERTS } from './farmReverts'
import type { FlowKind } from './flowKind'
import { storedAddress } from './storedFields'

/** Wants the rewards that a farm owes; the stake stays. */
export interface ClaimRewardsIntent extends IntentBase {
  readonly kind: 'claimRewards'
  readonly farm: Address
}

export const claimRewards: FlowKind<ClaimRewardsIntent> = {
  schema: v.looseObject({
    kind: v.literal('claimRewards'),
    title: v.string(),
    pool: v.optional(storedAddress),
    farm: storedAddress,
  }),
  stepKinds: ['claimRewards'],
  steps: () => [newStep('claimRewards')],
  contracts: ({ farm }) => ({ farm }),
  action: ({ farm }, _step, account) => ({
    name: 'Claim rewards',
    request: () => ({ address: farm, abi: farmAbi, functionName: 'getReward', args: [] }),
    check: (client) => noRewardsProblem(client, farm, account),
    // In the block of the farm’s last change nothing new is earned, and writing that takes less.
    hasMovingGas: true,
    reverts: REWARD_REVERTS,
    ...provedBy(() => traceOf(farm, farmAbi, 'RewardPaid', { user: account })),
  }),
  result: () => 'Claimed. Your rewards are in your wallet.',
}

/** The contract would pay nothing, and the network fee would be lost. */
async function noRewardsProblem(
  client: Client,
  farm: Address,
  account: Address,
): Promise<Failure | undefined> {
  const earned = await readContract(client, {
    address: farm,
    abi: farmAbi,
    functionName: 'earned',
    args: [account],
  })
  if (earned > 0n) return undefined
  return { code: 'NO_REWARDS', message: 'You have no rewards to claim here. Nothing was sent.' }
}
