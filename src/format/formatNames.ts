import { foldConfusables } from './foldConfusables'
import { formatAddress, formatName } from './formatAddress'

/** Something with an address, and a name that its contract gives it. */
export interface Named {
  readonly address: string
  readonly name: string
}

/**
 * Names of several things, made harmless: with the short address behind each that would read like another's. Anybody can
 * make a contract of any name.
 *
 * @returns By address
 */
export function formatNames(things: readonly Named[]): ReadonlyMap<string, string> {
  const addressesOf = new Map<string, Set<string>>()
  for (const { address, name } of things) {
    const look = lookOf(name)
    const others = addressesOf.get(look)
    if (others === undefined) addressesOf.set(look, new Set([address]))
    else others.add(address)
  }
  return new Map(
    things.map(({ address, name }) => {
      const isShared = (addressesOf.get(lookOf(name))?.size ?? 0) > 1
      const shown = formatName(name)
      return [address, isShared ? `${shown} (${formatAddress(address)})` : shown]
    }),
  )
}

/** As it is shown: what is cut off tells nothing apart. */
function lookOf(name: string): string {
  return foldConfusables(formatName(name))
}
