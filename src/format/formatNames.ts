import { findNamesakes } from './findNamesakes'
import { formatNameAt } from './formatAddress'
import type { Named } from './named'

/**
 * Names of several things, made harmless: with the short address behind each that would read like another's. Anyone can
 * make a contract of any name.
 *
 * @returns By address
 */
export function formatNames(things: readonly Named[]): ReadonlyMap<string, string> {
  const shared = findNamesakes(things)
  return new Map(
    things.map(({ address, name }) => [
      address,
      formatNameAt(name, shared.has(address) ? address : undefined),
    ]),
  )
}
