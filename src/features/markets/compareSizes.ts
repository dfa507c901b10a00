import type { PoolFacts } from '../../chain/poolFacts'

/** What of a row of the list its size is compared by. */
interface SizedRow {
  readonly sizeDollarsWad: bigint | undefined
  readonly settlementSymbol: string
  readonly facts: PoolFacts
}

/**
 * Sizes by their value in dollars, before those without one, which are ordered by token: amounts of different tokens are never
 * compared. 0 for two of one token that has no price.
 */
export function compareSizes(a: SizedRow, b: SizedRow, direction: 1 | -1): number {
  const [left, right] = [a.sizeDollarsWad, b.sizeDollarsWad]
  if (left !== undefined && right !== undefined)
    return left === right ? 0 : left < right ? -direction : direction
  if (left !== undefined || right !== undefined) return left === undefined ? 1 : -1
  return (
    a.settlementSymbol.localeCompare(b.settlementSymbol, 'en') ||
    a.facts.settlementToken.address.localeCompare(b.facts.settlementToken.address, 'en')
  )
}
