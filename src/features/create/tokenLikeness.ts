import { isAddressEqual } from 'viem'
import { formatAddress, formatName } from '../../format/formatAddress'
import type { MarketPlan } from './marketPlan'

/** Says that a token is easily taken for another one that markets settle in; undefined where it is not. */
export function tokenLikeness({
  market,
  ground,
  pools,
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
  // Anybody can make a market of a token of that name: the first one had nobody to be taken for.
  const namesake = pools
    .map(({ facts }) => facts.settlementToken)
    .find((other) => formatName(other.symbol).toLowerCase() === name.toLowerCase())
  if (namesake === undefined || isAddressEqual(namesake.address, token)) return undefined
  return `It is another ${name} than the one that markets settle in already, at ${formatAddress(namesake.address)}: whoever holds that one cannot pay with it here.`
}
