import * as v from 'valibot'
import type { Address } from 'viem'
import type { Side } from '../../analytics/poolFigures'
import { storedValue } from '../../data/storedValue'

const KEY = 'statedPrices.v1'
/** More than a person types; beyond it the oldest goes. */
const MAX_PRICES = 200
const MAX_DIGITS = 40

const schema = v.record(v.string(), v.pipe(v.string(), v.regex(/^\d+$/), v.maxLength(MAX_DIGITS)))

/** Tokens whose cost no event tells. */
export interface StatedToken {
  readonly chainId: number
  readonly pool: Address
  readonly account: Address
  readonly side: Side
}

/** What a person says that they paid per whole token, settlement units, by token. */
export type StatedPrices = ReadonlyMap<string, bigint>

/** @param text As stored; anything that is none of ours is left out */
export function parseStatedPrices(text: string): StatedPrices {
  try {
    const stored = v.parse(schema, JSON.parse(text))
    return new Map(Object.entries(stored).map(([key, price]) => [key, BigInt(price)]))
  } catch {
    return new Map()
  }
}

/** The prices with one set, or with `undefined` removed. */
export function withStatedPrice(
  prices: StatedPrices,
  token: StatedToken,
  price: bigint | undefined,
): StatedPrices {
  const others = [...prices].filter(([key]) => key !== keyOf(token))
  const own = price === undefined ? [] : [[keyOf(token), price] as const]
  return new Map([...others, ...own].slice(-MAX_PRICES))
}

export function statedPriceOf(prices: StatedPrices, token: StatedToken): bigint | undefined {
  return prices.get(keyOf(token))
}

/** Kept in this browser only. */
export const statedPrices = storedValue(KEY, parseStatedPrices, (prices) =>
  JSON.stringify(Object.fromEntries([...prices].map(([key, price]) => [key, price.toString()]))),
)

function keyOf({ chainId, pool, account, side }: StatedToken): string {
  return [chainId, pool, account, side].join(':').toLowerCase()
}
