import { decodeAbiParameters, getAbiItem, type Hex, hexToBytes } from 'viem'
import type { LensFunction, LensFunctionOfPool, LensPoolResult, LensResult } from './lensFunctions'
import { poolLensAbi } from './poolLens'

/** Newer browsers read hex digits themselves; viem's own reading of them is most of what decoding costs. */
const { fromHex } = Uint8Array as unknown as { fromHex?: (digits: string) => Uint8Array }

/**
 * What a function of the lens returned.
 *
 * @throws viem's decoding errors, or a SyntaxError, for anything else
 */
export function decodeLens<const name extends LensFunction | LensFunctionOfPool>(
  name: name,
  data: Hex,
): name extends LensFunction
  ? LensResult<name>
  : name extends LensFunctionOfPool
    ? LensPoolResult<name>
    : never {
  const { outputs } = getAbiItem({ abi: poolLensAbi, name: name as 'readPool' })
  const bytes = fromHex === undefined ? hexToBytes(data) : fromHex.call(Uint8Array, data.slice(2))
  const values: readonly unknown[] = decodeAbiParameters(outputs, bytes)
  return (values.length === 1 ? values[0] : values) as never
}
