import { foldConfusables } from './foldConfusables'
import type { Named } from './named'

/** The first of several others that a thing is easily taken for by its name: one that reads the same, at another address. */
export function findLookalike<other extends Named>(
  { address, name }: Named,
  others: readonly other[],
): other | undefined {
  const look = foldConfusables(name)
  const isSame = (other: Named) => other.address.toLowerCase() === address.toLowerCase()
  // What is there itself is no likeness of another of the same name.
  if (others.some(isSame)) return undefined
  return others.find((other) => foldConfusables(other.name) === look)
}
