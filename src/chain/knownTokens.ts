import type { Address } from 'viem'
import { isAddressEqual } from 'viem'
import type { Network } from './network'

/**
 * Whether a token is one that this chain's table or the environment names by its address, and not one that anybody has made
 * under a well-known symbol.
 */
export function isKnownToken(
  { parts, dollarFeeds, bridge }: Pick<Network, 'parts' | 'dollarFeeds' | 'bridge'>,
  address: Address,
): boolean {
  const known = [
    ...parts.tokens.map((part) => part.address),
    ...dollarFeeds.map(({ token }) => token),
    ...(bridge?.tokens ?? []).map(({ l2 }) => l2),
  ]
  return known.some((token) => isAddressEqual(token, address))
}
