import type { Abi, Address } from 'viem'
import { erc20Abi, leveragedPoolAbi, poolCommitterAbi, poolKeeperAbi } from '../chain/abi'
import { encodeCommitArgs } from '../chain/commitArgs'
import { approvalOf } from './approval'
import { deployPoolRequest } from './createRequest'
import type { CommitIntent, Intent, Step } from './flow'

/** One contract call, ready to be simulated and sent. */
export interface StepRequest {
  readonly address: Address
  readonly abi: Abi
  readonly functionName: string
  readonly args: readonly unknown[]
  /** ETH sent along. */
  readonly value?: bigint
  /** Gas limit, where the estimate is not to be trusted. */
  readonly gas?: bigint
}

/**
 * The call that a step of an intent makes.
 *
 * @throws RangeError when a commit's amount does not fit the contract, or something that it needs is not there
 */
export function stepRequest(
  intent: Intent,
  step: Pick<Step, 'kind' | 'leg'>,
  account: Address,
): StepRequest {
  if (intent.kind === 'claim')
    return {
      address: intent.committer,
      abi: poolCommitterAbi,
      functionName: 'claim',
      args: [account],
    }
  if (intent.kind === 'feeClaim')
    return {
      address: intent.pool,
      abi: leveragedPoolAbi,
      functionName: 'claimSecondaryFees',
      args: [],
    }
  if (intent.kind === 'upkeep') {
    const { poolKeeper, pools, gas } = intent
    const call = { address: poolKeeper, abi: poolKeeperAbi, gas }
    return pools.length === 1
      ? { ...call, functionName: 'performUpkeepSinglePool', args: pools }
      : { ...call, functionName: 'performUpkeepMultiplePools', args: [pools] }
  }
  if (step.kind === 'approve') {
    const approval = approvalOf(intent)
    if (approval === undefined) throw new RangeError('There is nothing to approve')
    return {
      address: approval.token,
      abi: erc20Abi,
      functionName: 'approve',
      args: [approval.spender, approval.asked],
    }
  }
  if (intent.kind === 'create') return deployPoolRequest(intent, account)
  return commitRequest(intent, step.leg ?? 0)
}

/** @throws RangeError when the leg does not exist or its amount does not fit the contract */
function commitRequest(
  { committer, legs, autoClaimWei }: CommitIntent,
  index: number,
): StepRequest {
  const leg = legs[index]
  if (leg === undefined) throw new RangeError(`The order has no part ${index}`)
  const paysForClaim = autoClaimWei > 0n && index === legs.length - 1
  const { amount, commitType, fromAggregateBalance } = leg
  return {
    address: committer,
    abi: poolCommitterAbi,
    functionName: 'commit',
    args: [encodeCommitArgs(amount, commitType, fromAggregateBalance, paysForClaim)],
    ...(paysForClaim ? { value: autoClaimWei } : {}),
  }
}
