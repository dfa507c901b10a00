import { type Address, isAddressEqual } from 'viem'
import { namedTokens } from '../../chain/verification/knownParts'
import { findLikeness } from '../../format/findLikeness'
import { formatAddress, formatName } from '../../format/formatAddress'
import type { MarketPlan } from './marketPlan'

/** Says that a token is easily taken for another one that markets settle in; undefined where it is not. */
export function tokenLikeness({
  market,
  ground,
  pools,
  knownTokens,
  lookAlike,
}: MarketPlan): string | undefined {
  const { token } = market
  const symbol = ground?.token?.symbol
  if (token === undefined) return undefined
  if (lookAlike !== undefined && isAddressEqual(lookAlike.address, token)) {
    const taken = formatAddress(lookAlike.takenInstead)
    return `It is another ${formatName(symbol ?? 'token')} than the one that the other markets take, at ${taken}: whoever holds that one cannot pay with it here.`
  }
  if (symbol === undefined) return undefined
  const name = formatName(symbol)
  const namesake = findLikeness({ address: token, name: symbol }, [
    ...namedTokens(knownTokens),
    ...settledIn(pools, token),
  ])
  if (namesake === undefined) return undefined
  return `It is another ${name} than the one that markets settle in already, at ${formatAddress(namesake.address)}: whoever holds that one cannot pay with it here.`
}

/** What markets settle in. Anybody can make a market of a token of any name: the first one had nobody to be taken for. */
function settledIn(pools: MarketPlan['pools'], token: Address) {
  const tokens = pools.map(({ facts: { settlementToken } }) => ({
    address: settlementToken.address,
    name: settlementToken.symbol,
  }))
  const own = tokens.findIndex(({ address }) => isAddressEqual(address, token))
  return own < 0 ? tokens : tokens.slice(0, own)
}
