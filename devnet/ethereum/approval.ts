import { type Address, encodeFunctionData } from 'viem'
import type { QueuedTransaction } from '../blockBuilder'
import { tokenAbi } from '../protocolAbi'

/** Lets a contract take tokens of an account. */
export function approvalOf(
  from: Address,
  token: Address,
  spender: Address,
  amount: bigint,
): QueuedTransaction {
  const args = [spender, amount] as const
  return {
    from,
    to: token,
    data: encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args }),
  }
}
