import { type Address, isAddressEqual } from 'viem'
import { namedTokens } from '../../chain/verification/verifiedComponents'
import { findLookalike } from '../../format/findLookalike'
import { formatAddress, formatName } from '../../format/formatAddress'
import { createContent } from './content'
import type { MarketPlan } from './marketPlan'

/** Says that a token is easily taken for another one that markets settle in; undefined where it is not. */
export function describeTokenLookalike({
  market,
  prerequisites,
  pools,
  knownTokens,
  lookAlike,
}: MarketPlan): string | undefined {
  const { token } = market
  const symbol = prerequisites?.token?.symbol
  if (token === undefined) return undefined
  if (lookAlike !== undefined && isAddressEqual(lookAlike.address, token)) {
    const taken = formatAddress(lookAlike.takenInstead)
    return createContent.token.notTaken(formatName(symbol ?? createContent.eth.token), taken)
  }
  if (symbol === undefined) return undefined
  const name = formatName(symbol)
  const namesake = findLookalike({ address: token, name: symbol }, [
    ...namedTokens(knownTokens),
    ...settledIn(pools, token),
  ])
  if (namesake === undefined) return undefined
  return createContent.token.lookalike(name, formatAddress(namesake.address))
}

/** What markets settle in. Anyone can make a market of a token of any name: the first one had no one to be taken for. */
function settledIn(pools: MarketPlan['pools'], token: Address) {
  const tokens = pools.map(({ facts: { settlementToken } }) => ({
    address: settlementToken.address,
    name: settlementToken.symbol,
  }))
  const own = tokens.findIndex(({ address }) => isAddressEqual(address, token))
  return own < 0 ? tokens : tokens.slice(0, own)
}
