import { isAddressEqual } from 'viem'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { TokenFacts } from '../chain/poolFacts'

/** A token as it is called beside its market: a pool token by its side, since its own symbol is the market's whole name. */
export function shortTokenName(
  { facts }: Pick<PoolAtBlock, 'facts'>,
  { address, symbol, decimals }: TokenFacts,
): { readonly symbol: string; readonly decimals: number } {
  if (isAddressEqual(address, facts.longToken.address)) return { symbol: 'long', decimals }
  if (isAddressEqual(address, facts.shortToken.address)) return { symbol: 'short', decimals }
  return { symbol, decimals }
}
