import { type Address, maxUint256 } from 'viem'
import { type Intent, pulledFromWallet } from './flow'

/** What somebody else has to be allowed to take before an intent can be carried out, in base units. */
interface Approval {
  readonly token: Address
  readonly spender: Address
  readonly needed: bigint
  /** What is asked for when the allowance is short. */
  readonly asked: bigint
}

/** The approval that an intent needs; undefined when nothing is taken from the wallet. */
export function approvalOf(intent: Intent): Approval | undefined {
  if (intent.kind === 'create') {
    const { fee, poolFactory: spender } = intent
    return fee && { token: fee.token, spender, needed: fee.amount, asked: fee.amount }
  }
  if (intent.kind !== 'commit') return undefined
  const needed = pulledFromWallet(intent)
  if (needed === 0n) return undefined
  // The pool itself takes the tokens, and is given no more than this order needs unless the person wants it so.
  const asked = intent.approval === 'unlimited' ? maxUint256 : needed
  return { token: intent.settlementToken, spender: intent.pool, needed, asked }
}
