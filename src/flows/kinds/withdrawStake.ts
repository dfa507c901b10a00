import * as v from 'valibot'
import type { Address } from 'viem'
import { farmAbi } from '../../chain/staking/farmAbi'
import { type IntentBase, newStep } from '../step'
import { provedByAmount } from './eventTrace'
import { WITHDRAW_REVERTS } from './farmReverts'
import type { FlowKind } from './flowKind'
import { storedAddress, storedUnits } from './storedFields'

/** Takes staked tokens out of a farm. What was earned stays there to be claimed. */
export interface WithdrawStakeIntent extends IntentBase {
  readonly kind: 'withdrawStake'
  readonly farm: Address
  /** Base units. */
  readonly amount: bigint
}

export const withdrawStake: FlowKind<WithdrawStakeIntent> = {
  schema: v.looseObject({
    kind: v.literal('withdrawStake'),
    title: v.string(),
    pool: v.optional(storedAddress),
    farm: storedAddress,
    amount: v.pipe(storedUnits, v.minValue(1n)),
  }),
  stepKinds: ['withdrawStake'],
  steps: () => [newStep('withdrawStake')],
  contracts: ({ farm }) => ({ farm }),
  purpose: ({ farm }) => farm,
  action: ({ farm, amount }, _step, account) => ({
    name: 'Withdraw stake',
    request: () => ({ address: farm, abi: farmAbi, functionName: 'withdraw', args: [amount] }),
    // In the block of the farm’s last change nothing new is earned, and writing that takes less.
    hasMovingGas: true,
    reverts: WITHDRAW_REVERTS,
    ...provedByAmount(farm, farmAbi, 'Withdrawn', account, amount),
  }),
  result: () => 'Withdrawn. Your staked tokens are in your wallet.',
}
