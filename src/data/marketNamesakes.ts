import type { Network } from '../chain/network'
import { findNamesakes } from '../format/findNamesakes'
import type { Named } from '../format/named'

/** The markets that another one could be taken for by its name, by address, but for those that are known by theirs. */
export function marketNamesakes(
  { knownPools }: Pick<Network, 'knownPools'>,
  pools: readonly { readonly facts: Named }[],
): ReadonlySet<string> {
  const known = new Set(knownPools.map((address) => address.toLowerCase()))
  const shared = findNamesakes(pools.map(({ facts }) => facts))
  return new Set([...shared].filter((address) => !known.has(address.toLowerCase())))
}
