import type { Estimate } from '../estimate'
import { logOf } from './portableMath'
import { SECONDS_PER_YEAR } from './priceModel'

/** A figure with the standard error of its estimation. */
export interface Measured {
  readonly value: Estimate
  readonly standardError: Estimate
}

/** What past prices say about the index, per year. */
export interface MeasuredReturns {
  readonly returns: number
  /** Standard deviation of log returns per year. */
  readonly annualVolatility: Measured
  /**
   * Growth of the expected price per year, as `PriceModel.annualDrift` has it. Its error depends on the length of the past
   * alone: four years of prices at a volatility of 80% leave ±40%.
   */
  readonly annualDrift: Measured
}

/**
 * Log returns from one price to the next.
 *
 * @param pricesWad Above zero, at equal times
 */
export function logReturnsOf(pricesWad: readonly bigint[]): Float64Array {
  const returns = new Float64Array(Math.max(0, pricesWad.length - 1))
  for (let i = 0; i < returns.length; i++)
    returns[i] = logOf(Number(pricesWad[i + 1]) / Number(pricesWad[i]))
  return returns
}

/**
 * Volatility and drift of past returns. The volatility's error takes the returns' own kurtosis into account, as fat tails
 * make it several times larger than the normal distribution's.
 *
 * Only for prices of the feed: those of an average are smoother than the index, and the volatility would come out too low.
 *
 * @param stepSec Seconds between two returns
 * @returns Undefined for fewer than three returns
 */
export function measureReturns(
  logReturns: Float64Array,
  stepSec: number,
): MeasuredReturns | undefined {
  const count = logReturns.length
  if (count < 3) return undefined
  const perYear = SECONDS_PER_YEAR / stepSec
  let sum = 0
  for (const value of logReturns) sum += value
  const mean = sum / count
  let squares = 0
  let fourths = 0
  for (const value of logReturns) {
    const square = (value - mean) ** 2
    squares += square
    fourths += square ** 2
  }
  const variance = squares / (count - 1)
  const kurtosis = variance === 0 ? 3 : fourths / count / (squares / count) ** 2
  const annualVolatility = Math.sqrt(variance * perYear)
  return {
    returns: count,
    annualVolatility: {
      value: annualVolatility,
      // Delta method: var(s²) = σ⁴ (κ − 1) / n, and s is half as uncertain as s².
      standardError: annualVolatility * Math.sqrt(Math.max(0, kurtosis - 1) / (4 * count)),
    },
    annualDrift: {
      value: mean * perYear + annualVolatility ** 2 / 2,
      standardError: annualVolatility / Math.sqrt(count / perYear),
    },
  }
}
