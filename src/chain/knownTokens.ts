import type { Address } from 'viem'
import { isAddressEqual } from 'viem'
import type { Network } from './network'
import { knownParts } from './newMarket/knownParts'

/**
 * Whether a token is one that this chain's table or the environment names by its address, and not one that anybody has made
 * under a well-known symbol.
 */
export function isKnownToken(
  { chain, dollarFeeds, bridge }: Pick<Network, 'chain' | 'dollarFeeds' | 'bridge'>,
  address: Address,
): boolean {
  const known = [
    ...knownParts(chain.id).tokens.map((part) => part.address),
    ...dollarFeeds.map(({ token }) => token),
    ...(bridge?.tokens ?? []).map(({ l2 }) => l2),
  ]
  return known.some((token) => isAddressEqual(token, address))
}
