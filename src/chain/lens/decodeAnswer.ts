import type { Hex } from 'viem'
import { decodeLens } from './decodeLens'
import type { LensFunctionOfPool, LensPoolResult } from './lensFunctions'

/** What the lens returned for one pool. @see PoolLens.Answer */
export interface LensAnswer {
  /** Index of a `PoolLens.Failure`. */
  readonly failure: number
  readonly data: Hex
}

/** In the order of `PoolLens.Failure`; the first is for what was read and cannot be decoded. */
const REASONS = [
  'the RPC’s answer for it cannot be decoded',
  'it used up all the gas it was given',
  'it does not answer as a pool',
  'its settlement token gives no decimals',
  'its pool tokens cannot be read',
  'its committer does not answer',
  'its account data cannot be read',
  'no factory made it',
] as const

/** What was read of a pool; undefined when it was not, or when an RPC gives something else for it than the lens would. */
export function decodeAnswer<const name extends LensFunctionOfPool>(
  functionName: name,
  { failure, data }: LensAnswer,
): LensPoolResult<name> | undefined {
  if (failure !== 0) return undefined
  try {
    return decodeLens(functionName, data) as never
  } catch {
    return undefined
  }
}

const FOREIGN = REASONS.indexOf('no factory made it')

/** Why a pool was not read, as a clause: “its committer does not answer”. */
export function describeUnread({ failure }: LensAnswer): string {
  return REASONS[failure] ?? REASONS[0]
}

/** Whether nothing was read of it, as no factory made it and it is not known by its address. @see PoolLens.Failure */
export function isForeign({ failure }: LensAnswer): boolean {
  return failure === FOREIGN
}
