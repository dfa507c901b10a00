import type { Abi, Address } from 'viem'
import { erc20Abi, poolCommitterAbi, poolKeeperAbi } from '../chain/abi'
import { encodeCommitArgs } from '../chain/commitArgs'
import type { Intent, StepKind } from './flow'

/** One contract call, ready to be simulated and sent. */
export interface StepRequest {
  readonly address: Address
  readonly abi: Abi
  readonly functionName: string
  readonly args: readonly unknown[]
  /** Gas limit, where the estimate is not to be trusted. */
  readonly gas?: bigint
}

/**
 * The call that a step of an intent makes.
 *
 * @throws RangeError when a commit's amount does not fit the contract
 */
export function stepRequest(intent: Intent, kind: StepKind, account: Address): StepRequest {
  if (intent.kind === 'claim')
    return {
      address: intent.committer,
      abi: poolCommitterAbi,
      functionName: 'claim',
      args: [account],
    }
  if (intent.kind === 'upkeep') {
    const { poolKeeper, pools, gas } = intent
    const call = { address: poolKeeper, abi: poolKeeperAbi, gas }
    return pools.length === 1
      ? { ...call, functionName: 'performUpkeepSinglePool', args: pools }
      : { ...call, functionName: 'performUpkeepMultiplePools', args: [pools] }
  }
  if (kind === 'approve')
    // The pool itself takes the tokens, and is given no more than this one commit needs.
    return {
      address: intent.settlementToken,
      abi: erc20Abi,
      functionName: 'approve',
      args: [intent.pool, intent.amount],
    }
  const args = encodeCommitArgs(
    intent.amount,
    intent.commitType,
    intent.fromAggregateBalance,
    false,
  )
  return { address: intent.committer, abi: poolCommitterAbi, functionName: 'commit', args: [args] }
}
