/** Symbols whose dollar price the devnet moves. */
export type PriceSymbol = 'BTC' | 'ETH' | 'BAL'

/** Tokens that markets settle in. */
export type SettlementSymbol = 'USDC' | 'BAL'

type OracleSpec =
  | { readonly kind: 'spot' }
  | { readonly kind: 'sma'; readonly samples: number; readonly sampleIntervalSec: number }

/** One market as data: what the factory needs, and how it is filled at the start. */
export interface MarketSpec {
  /** The name the pool shows, e.g. `3-ETH/USD+USDC`; the factory puts the leverage in front. */
  readonly name: string
  readonly leverage: number
  readonly symbol: Exclude<PriceSymbol, 'BAL'>
  readonly settlement: SettlementSymbol
  readonly oracle: OracleSpec
  readonly updateIntervalSec: number
  readonly frontRunningIntervalSec: number
  /** Fractions of one, 18 decimals. */
  readonly mintingFeeWad: bigint
  readonly changeIntervalWad: bigint
  readonly burningFeeWad: bigint
  /** First mints, in whole settlement tokens. */
  readonly longSeed: number
  readonly shortSeed: number
}

const NO_FEES = { mintingFeeWad: 0n, changeIntervalWad: 0n, burningFeeWad: 0n }

/** Parts per million as a fraction with 18 decimals. */
const ppm = (parts: number): bigint => BigInt(Math.round(parts * 1e6)) * 10n ** 6n

/** The markets of the devnet, as in the articles; `3-ETH` has the parameters of the live one. */
export const MARKETS: readonly MarketSpec[] = [
  {
    name: '1-BTC/USD+USDC',
    leverage: 1,
    symbol: 'BTC',
    settlement: 'USDC',
    oracle: { kind: 'spot' },
    updateIntervalSec: 60,
    frontRunningIntervalSec: 15,
    ...NO_FEES,
    longSeed: 260_000,
    shortSeed: 190_000,
  },
  {
    name: '3-BTC/USD+USDC',
    leverage: 3,
    symbol: 'BTC',
    settlement: 'USDC',
    oracle: { kind: 'sma', samples: 6, sampleIntervalSec: 60 },
    updateIntervalSec: 60,
    frontRunningIntervalSec: 180,
    mintingFeeWad: ppm(1_000),
    changeIntervalWad: ppm(0.1),
    burningFeeWad: ppm(500),
    longSeed: 420_000,
    shortSeed: 610_000,
  },
  {
    name: '1-ETH/USD+USDC',
    leverage: 1,
    symbol: 'ETH',
    settlement: 'USDC',
    oracle: { kind: 'spot' },
    updateIntervalSec: 120,
    frontRunningIntervalSec: 20,
    mintingFeeWad: 0n,
    changeIntervalWad: 0n,
    burningFeeWad: ppm(2_000),
    longSeed: 150_000,
    shortSeed: 140_000,
  },
  {
    name: '3-ETH/USD+USDC',
    leverage: 3,
    symbol: 'ETH',
    settlement: 'USDC',
    oracle: { kind: 'sma', samples: 8, sampleIntervalSec: 3_600 },
    updateIntervalSec: 3_600,
    frontRunningIntervalSec: 28_800,
    ...NO_FEES,
    longSeed: 780_000,
    shortSeed: 530_000,
  },
  {
    name: '5-ETH/USD+BAL',
    leverage: 5,
    symbol: 'ETH',
    settlement: 'BAL',
    oracle: { kind: 'spot' },
    updateIntervalSec: 120,
    frontRunningIntervalSec: 30,
    mintingFeeWad: ppm(3_000),
    changeIntervalWad: 0n,
    burningFeeWad: ppm(1_000),
    longSeed: 90_000,
    shortSeed: 160_000,
  },
]

/**
 * The declared markets with the given names, in the order of declaration.
 *
 * @throws Error naming the market that does not exist
 */
export function pickMarkets(...names: readonly string[]): readonly MarketSpec[] {
  const unknown = names.find((name) => !MARKETS.some((market) => market.name === name))
  if (unknown !== undefined) throw new Error(`No market is called ${unknown}`)
  return MARKETS.filter((market) => names.includes(market.name))
}

/** The declared markets and as many numbered variants of them as it takes to reach `count`. */
export function generateMarkets(count: number): readonly MarketSpec[] {
  return Array.from({ length: count }, (_, index) => {
    const model = MARKETS[index % MARKETS.length]
    if (model === undefined) throw new Error('No markets are declared')
    const round = Math.floor(index / MARKETS.length)
    return round === 0 ? model : { ...model, name: `${model.name}-${round + 1}` }
  })
}

/** How long a mint made just after deployment takes to execute when every upkeep is on time. */
export function firstMintDelaySec(
  market: Pick<MarketSpec, 'updateIntervalSec' | 'frontRunningIntervalSec'>,
): number {
  const { updateIntervalSec: interval, frontRunningIntervalSec: front } = market
  // FRI > UI: one second passes between deployment and commit, so the 1.
  return front > interval ? (Math.floor((front + 1) / interval) + 1) * interval : interval
}
