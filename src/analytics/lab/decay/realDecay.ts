import type { Estimate } from '../estimate'
import { MAX_DECAY_UPKEEPS } from '../labBounds'
import type { PriceSeries } from '../prices/priceSeries'
import { resamplePrices, upkeepsFrom } from '../prices/resamplePrices'
import { logReturnsOf, type Measured, measureReturns } from '../simulate/measureReturns'
import { LONG, preparePath, SHORT } from '../simulate/poolPath'
import { SECONDS_PER_YEAR } from '../simulate/priceModel'
import { annualDecaySteps, type Decay, type DecayTerms, evenPool } from './annualDecay'

/** What both tokens of a pool lost on a path per year, 0 to 1; negative where they gained. Estimates. */
export interface PathDecay {
  /** Against L times the log return of the index. */
  readonly long: Estimate
  /** Against −L times the log return of the index. */
  readonly short: Estimate
  /** Of the mean of both log losses, from which the index drops out: what `annualDecay` gives for its own paths. */
  readonly mean: Estimate
}

/** The decay over one period of real prices, and the model's at the period's volatility. */
export interface RealDecay {
  /** Unix seconds. */
  readonly startSec: number
  readonly endSec: number
  /** The calendar year that the period is, or is a part of; undefined for the whole. */
  readonly year: number | undefined
  readonly volatility: Measured
  /** Undefined for a period too short to be stated per year. */
  readonly real: PathDecay | undefined
  readonly model: Decay
}

const DAY_SEC = 86_400
/** What happens in days, taken for a year, says nothing. */
export const LEAST_DECAY_SEC = 30 * DAY_SEC

/**
 * What a pool loses on prices as they were: the pool, the flows and the measure of `annualDecay`, on one path that is not random.
 *
 * @param logReturns Of the index, one for each upkeep
 */
export function decayOnPath(terms: DecayTerms, logReturns: Float64Array): PathDecay {
  const upkeeps = logReturns.length
  const years = (upkeeps * terms.updateIntervalSec) / SECONDS_PER_YEAR
  let [long, short] = [0, 0]
  preparePath(
    {
      pool: evenPool(terms),
      flows: terms.flows,
      hedge: { side: 'long', annualCarry: 0, adjustEvery: upkeeps },
    },
    Int32Array.of(upkeeps),
    (_, record) => {
      long = Math.log(record[LONG] as number)
      short = Math.log(record[SHORT] as number)
    },
  )(logReturns)
  let index = 0
  for (const value of logReturns) index += value
  const lost = (logGain: number) => -Math.expm1(logGain / years)
  return {
    long: lost(long - terms.leverage * index),
    short: lost(short + terms.leverage * index),
    mean: lost((long + short) / 2),
  }
}

/** How many upkeeps a series has. */
export function decayUpkeeps(series: PriceSeries, stepSec: number): number {
  return upkeepsFrom(series, { startSec: series.timesSec[0] ?? 0, stepSec })
}

/**
 * The decay on real prices: over all of them, and over each calendar year (UTC) that they cover for long enough. Each period
 * begins with an even pool. `terms.annualVolatility` is not used: the model gets what is measured. Yields after each path.
 *
 * @throws RangeError for more upkeeps than `MAX_DECAY_UPKEEPS`
 */
export function* realDecay(terms: DecayTerms, series: PriceSeries): Generator<void, RealDecay[]> {
  const stepSec = terms.updateIntervalSec
  const upkeeps = decayUpkeeps(series, stepSec)
  if (upkeeps > MAX_DECAY_UPKEEPS)
    throw new RangeError('More rebalances than the decay is computed over')
  const startSec = series.timesSec[0] ?? 0
  const logReturns = logReturnsOf(resamplePrices(series, { startSec, stepSec, upkeeps }).pricesWad)
  const timeOf = (upkeep: number) => startSec + upkeep * stepSec
  const periods: RealDecay[] = []
  function* add(year: number | undefined, from: number, to: number): Generator<void, void> {
    const returns = logReturns.subarray(from, to)
    const volatility = measureReturns(returns, stepSec)?.annualVolatility
    if (volatility === undefined) return
    const isLong = timeOf(to) - timeOf(from) >= LEAST_DECAY_SEC
    periods.push({
      startSec: timeOf(from),
      endSec: timeOf(to),
      year,
      volatility,
      real: isLong ? decayOnPath(terms, returns) : undefined,
      model: yield* annualDecaySteps({ ...terms, annualVolatility: volatility.value }),
    })
  }
  yield* add(undefined, 0, upkeeps)
  for (let from = 0; from < upkeeps; ) {
    const year = new Date(timeOf(from) * 1_000).getUTCFullYear()
    const endSec = Date.UTC(year + 1, 0, 1) / 1_000
    const to = Math.min(upkeeps, Math.ceil((endSec - startSec) / stepSec))
    const isWhole = from === 0 && to === upkeeps
    if (!isWhole && timeOf(to) - timeOf(from) >= LEAST_DECAY_SEC) yield* add(year, from, to)
    from = to
  }
  return periods
}
