import * as v from 'valibot'
import type { Address } from 'viem'
import { farmAbi } from '../../chain/staking/farmAbi'
import { type IntentBase, newStep } from '../step'
import { provedByAmount } from './eventTrace'
import { STAKE_REVERTS } from './farmReverts'
import type { FlowKind } from './flowKind'
import { storedAddress, storedUnits } from './storedFields'

/** Stakes pool tokens or LP tokens in a farm. */
export interface StakeIntent extends IntentBase {
  readonly kind: 'stake'
  readonly farm: Address
  readonly stakingToken: Address
  /** Base units. */
  readonly amount: bigint
}

export const stake: FlowKind<StakeIntent> = {
  schema: v.looseObject({
    kind: v.literal('stake'),
    title: v.string(),
    pool: v.optional(storedAddress),
    farm: storedAddress,
    stakingToken: storedAddress,
    amount: v.pipe(storedUnits, v.minValue(1n)),
  }),
  stepKinds: ['stake'],
  steps: (_, needsApproval) =>
    needsApproval ? [newStep('approve'), newStep('stake')] : [newStep('stake')],
  approval: ({ farm, stakingToken, amount }) => ({
    token: stakingToken,
    spender: farm,
    needed: amount,
    amount,
    name: 'Approve this amount',
  }),
  contracts: ({ farm }) => ({ farm }),
  purpose: ({ farm }) => farm,
  action: ({ farm, amount }, _step, account) => ({
    name: 'Stake',
    request: () => ({ address: farm, abi: farmAbi, functionName: 'stake', args: [amount] }),
    // In the block of the farm’s last change nothing new is earned, and writing that takes less.
    hasMovingGas: true,
    reverts: STAKE_REVERTS,
    ...provedByAmount(farm, farmAbi, 'Staked', account, amount),
  }),
  result: () => 'Staked. Rewards count from this block.',
}
