import type { ContractFunctionArgs, ContractFunctionReturnType } from 'viem'
import type { poolLensAbi } from './poolLens'

/** What the app calls. */
export type LensFunction = 'readRegistry' | 'readPools' | 'findHoldings'
export type LensArgs<name extends LensFunction> = ContractFunctionArgs<
  typeof poolLensAbi,
  'view',
  name
>
export type LensResult<name extends LensFunction> = ContractFunctionReturnType<
  typeof poolLensAbi,
  'view',
  name
>

/** Called by the lens itself, for one pool each: their results are inside those of the others. */
export type LensFunctionOfPool = 'readFacts' | 'readPool'
export type LensPoolResult<name extends LensFunctionOfPool> = ContractFunctionReturnType<
  typeof poolLensAbi,
  'view',
  name
>
