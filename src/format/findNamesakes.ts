import { foldConfusables } from './foldConfusables'
import { formatName } from './formatAddress'
import type { Named } from './named'

/**
 * Of several things those whose name reads like another's: anyone can make a contract of any name. One thing that is listed
 * twice is one.
 *
 * @returns Their addresses, as they were given
 */
export function findNamesakes(things: readonly Named[]): ReadonlySet<string> {
  const addressesOf = new Map<string, Set<string>>()
  for (const { address, name } of things) {
    const look = lookOf(name)
    const others = addressesOf.get(look)
    if (others === undefined) addressesOf.set(look, new Set([address]))
    else others.add(address)
  }
  return new Set([...addressesOf.values()].flatMap((same) => (same.size > 1 ? [...same] : [])))
}

/** As it is shown: what is cut off tells nothing apart. */
function lookOf(name: string): string {
  return foldConfusables(formatName(name))
}
