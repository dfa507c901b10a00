import type { PoolAtBlock } from '../chain/poolAtBlock'
import { findNamesakes } from '../format/findNamesakes'

/** How a settlement token is told from others of its symbol. */
export interface TokenMark {
  /** A stranger's, or one that could not be checked. */
  readonly isUnknown: boolean
  /** Its address, where it has to be shown: of an unknown token always, of a known one where another known one has its symbol. */
  readonly at: string | undefined
}

/**
 * How the settlement tokens of the markets are told apart: anyone can make a market of a token of any symbol.
 *
 * @returns By address, as the markets have it
 */
export function tokenMarks(
  pools: readonly Pick<PoolAtBlock, 'facts' | 'unverifiedComponents'>[],
): ReadonlyMap<string, TokenMark> {
  const tokens = new Map(
    pools.map(({ facts: { settlementToken } }) => [settlementToken.address, settlementToken]),
  )
  const known = new Set(
    pools.filter(isTokenKnown).map(({ facts }) => facts.settlementToken.address),
  )
  const shared = findNamesakes(
    [...tokens.values()]
      .filter(({ address }) => known.has(address))
      .map(({ address, symbol }) => ({ address, name: symbol })),
  )
  return new Map(
    [...tokens.keys()].map((address) => {
      const isUnknown = !known.has(address)
      return [address, { isUnknown, at: isUnknown || shared.has(address) ? address : undefined }]
    }),
  )
}

/** One market in which a token is known is enough: whether it is known does not depend on the market. */
function isTokenKnown({
  unverifiedComponents,
}: Pick<PoolAtBlock, 'unverifiedComponents'>): boolean {
  return unverifiedComponents.every(
    ({ kind }) => kind !== 'settlementToken' && kind !== 'unchecked',
  )
}
