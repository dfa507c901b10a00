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
  'the RPC response couldn’t be decoded',
  'the call ran out of gas',
  'it doesn’t behave like a pool',
  'its settlement token has no decimals()',
  'its pool tokens couldn’t be loaded',
  'its committer isn’t responding',
  'its account data couldn’t be loaded',
  'it wasn’t deployed by a known factory',
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

const FOREIGN = REASONS.indexOf('it wasn’t deployed by a known factory')

/** Why a pool was not read, as a clause: “its committer isn’t responding”. */
export function describeUnreadablePool({ failure }: LensAnswer): string {
  return REASONS[failure] ?? REASONS[0]
}

/** Whether nothing was read of it, as it wasn’t deployed by a known factory and it is not known by its address. @see PoolLens.Failure */
export function isNotFactoryDeployed({ failure }: LensAnswer): boolean {
  return failure === FOREIGN
}
