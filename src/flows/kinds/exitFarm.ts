import * as v from 'valibot'
import type { Address } from 'viem'
import { farmAbi } from '../../chain/staking/farmAbi'
import { type IntentBase, newStep } from '../step'
import { provedBy, traceOf } from './eventTrace'
import { REWARD_REVERTS } from './farmReverts'
import type { FlowKind } from './flowKind'
import { storedAddress } from './storedFields'

/** Takes everything out of a farm: the whole stake, and the rewards. Reverts where the farm cannot pay these. */
export interface ExitFarmIntent extends IntentBase {
  readonly kind: 'exitFarm'
  readonly farm: Address
}

export const exitFarm: FlowKind<ExitFarmIntent> = {
  schema: v.looseObject({
    kind: v.literal('exitFarm'),
    title: v.string(),
    pool: v.optional(storedAddress),
    farm: storedAddress,
  }),
  stepKinds: ['exitFarm'],
  steps: () => [newStep('exitFarm')],
  contracts: ({ farm }) => ({ farm }),
  action: ({ farm }, _step, account) => ({
    name: 'Withdraw everything',
    request: () => ({ address: farm, abi: farmAbi, functionName: 'exit', args: [] }),
    // In the block of the farm’s last change nothing new is earned, and writing that takes less.
    hasMovingGas: true,
    reverts: REWARD_REVERTS,
    ...provedBy(() => traceOf(farm, farmAbi, 'Withdrawn', { user: account })),
  }),
  result: () => 'Withdrawn. Your staked tokens and your rewards are in your wallet.',
}
