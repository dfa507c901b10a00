import type { PriceSymbol } from './markets'
import { createRandom } from './seededRandom'

/** Dollars per whole unit. */
export type Prices = Readonly<Record<PriceSymbol, number>>

/** Where prices come from. */
export interface PriceSource {
  /** Prices at a time, Unix seconds; an earlier time than before gives the latest prices. */
  at(timeSec: number): Prices
  /** Someone set a price by hand: go on from there. */
  adopt(symbol: PriceSymbol, usd: number): void
}

export const START_PRICES: Prices = { BTC: 97_000, ETH: 3_400, BAL: 1.2 }
export const PRICE_SYMBOLS: readonly PriceSymbol[] = ['BTC', 'ETH', 'BAL']

/** Volatility a year. A little above real life, so that a minute is seen to move. */
const ANNUAL_VOLATILITY: Prices = { BTC: 0.7, ETH: 1, BAL: 1.1 }
const YEAR_SEC = 365.25 * 86_400

/** A geometric random walk without drift from `startSec` on, repeated by its seed. */
export function randomWalk(
  seed: number,
  startSec: number,
  start: Prices = START_PRICES,
): PriceSource {
  const randoms = {
    BTC: createRandom(seed, 'BTC'),
    ETH: createRandom(seed, 'ETH'),
    BAL: createRandom(seed, 'BAL'),
  }
  let prices = start
  let lastSec = startSec
  const step = (symbol: PriceSymbol, years: number) => {
    const deviation = ANNUAL_VOLATILITY[symbol] * Math.sqrt(years)
    const drift = -(deviation ** 2) / 2
    return prices[symbol] * Math.exp(drift + deviation * randoms[symbol].gaussian())
  }
  return {
    at(timeSec) {
      if (timeSec <= lastSec) return prices
      const years = (timeSec - lastSec) / YEAR_SEC
      lastSec = timeSec
      prices = { BTC: step('BTC', years), ETH: step('ETH', years), BAL: step('BAL', years) }
      return prices
    },
    adopt(symbol, usd) {
      prices = { ...prices, [symbol]: usd }
    },
  }
}
