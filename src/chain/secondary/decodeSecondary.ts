import { type ContractFunctionReturnType, decodeFunctionResult } from 'viem'
import { AMOUNT_BITS, MAX_SHOWN_DECIMALS } from '../../protocol/bounds'
import type { TokenFacts } from '../poolFacts'
import type { SecondaryAnswer } from './readSecondary'
import { secondaryLensAbi } from './secondaryLens'

type ItemFunction = 'readPool' | 'readFarm'

/** What was read of one pool or farm; undefined when nothing was, or an RPC gives something else than the lens would. */
export function decodeSecondary<const name extends ItemFunction>(
  functionName: name,
  answer: SecondaryAnswer | undefined,
): ContractFunctionReturnType<typeof secondaryLensAbi, 'view', name> | undefined {
  if (answer === undefined || !answer.isRead) return undefined
  try {
    const result = { abi: secondaryLensAbi, functionName, data: answer.data }
    return decodeFunctionResult(result as never) as never
  } catch {
    return undefined
  }
}

/** A token, and what the account has of it and lets the Vault, or the farm, take. Base units. */
export interface HeldToken extends TokenFacts {
  readonly held: bigint
  readonly allowance: bigint
}

/** A token as the lens gives it; undefined for one that cannot be. A token without a readable symbol is still usable. */
export function toHeldToken(token: {
  readonly token: `0x${string}`
  readonly symbol: string
  readonly decimals: bigint
  readonly held: bigint
  readonly allowance: bigint
}): HeldToken | undefined {
  if (token.decimals > MAX_SHOWN_DECIMALS || !isAmount(token.held)) return undefined
  const { token: address, symbol, held, allowance } = token
  return {
    address,
    symbol: symbol || 'unnamed token',
    decimals: Number(token.decimals),
    held,
    allowance,
  }
}

/** Whether a number can be an amount: more than 128 bits is no one's. */
export function isAmount(value: bigint): boolean {
  return value < 2n ** AMOUNT_BITS
}
