import type { Network } from '../chain/network'
import { findNamesakes } from '../format/findNamesakes'
import type { Named } from '../format/named'

/**
 * The markets that another one could be taken for by its name, by address, but for those that are known by theirs.
 *
 * @param before What this gave before: given again where nothing has changed
 */
export function marketNamesakes(
  before: ReadonlySet<string>,
  { knownPools }: Pick<Network, 'knownPools'>,
  pools: readonly { readonly facts: Named }[],
): ReadonlySet<string> {
  const known = new Set(knownPools.map((address) => address.toLowerCase()))
  const shared = findNamesakes(pools.map(({ facts }) => facts))
  const shown = [...shared].filter((address) => !known.has(address.toLowerCase()))
  const isSame = shown.length === before.size && shown.every((address) => before.has(address))
  return isSame ? before : new Set(shown)
}
