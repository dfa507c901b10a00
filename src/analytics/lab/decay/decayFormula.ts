import type { Estimate } from '../estimate'
import { closedPerUpkeep } from '../flowsModel'
import { SECONDS_PER_YEAR } from '../simulate/priceModel'
import type { DecayTerms } from './annualDecay'

/** E|z| of a standard normal number. */
const MEAN_DISTANCE = Math.sqrt(2 / Math.PI)

/**
 * Decay per year without fees, in closed form, for small moves: it explains what `annualDecay` simulates.
 *
 * A move y of both tokens costs the mean of their logs y² / 2, and −2 ε y where the sides are uneven by ε (ε = half the
 * difference as a part of the whole): money that does not move stays with the side that has won. Moves feed ε, while the pool
 * itself (by its share s) and the flows (by their part c) shrink it. What remains depends on how fast:
 *
 * - at once, ε is 0 before each move: L² σ² / 2n is lost, as an average of n samples has 1/n of the index's variance;
 * - more slowly than the average, the average's moves follow each other in one direction, and its help is gone:
 *   L² σ² / 2 · c / (c + s);
 * - with no flows, nothing is lost once the start is over.
 */
export function decayFormula(terms: DecayTerms): Estimate {
  const { leverage, annualVolatility, smaPeriods, updateIntervalSec, flows } = terms
  const samples = Math.max(1, smaPeriods)
  const years = updateIntervalSec / SECONDS_PER_YEAR
  const variance = (leverage * annualVolatility) ** 2 * years
  const share = Math.min(1, MEAN_DISTANCE * Math.sqrt(variance / samples))
  const closed = closedPerUpkeep(flows, updateIntervalSec)
  if (closed === 0) return 0
  const kept = (1 - closed) * (1 - share)
  // Moves of an average j upkeeps apart share samples − j of its samples.
  let covariance = 0
  for (let apart = 1; apart < samples; apart++)
    covariance += (kept ** apart * (samples - apart)) / samples ** 2
  const unevenness = ((1 - closed) ** 2 * (1 / samples + 2 * covariance)) / (4 * (1 - kept ** 2))
  const followed = covariance / (1 - share)
  const lost = variance * (followed + 1 / (2 * samples) - 4 * share * unevenness)
  return -Math.expm1(-lost / years)
}

/**
 * What a long and an inverse fund with daily rebalanced leverage lose per year, on average of their log returns, on the same
 * index: (L² − L) / 2 · σ² of the long one and (L² + L) / 2 · σ² of the inverse one. Small moves, no costs.
 */
export function dailyFundDecay({
  leverage,
  annualVolatility,
}: Pick<DecayTerms, 'leverage' | 'annualVolatility'>): {
  readonly long: Estimate
  readonly inverse: Estimate
  readonly mean: Estimate
} {
  const lost = (factor: number) => -Math.expm1((-factor * annualVolatility ** 2) / 2)
  return {
    long: lost(leverage ** 2 - leverage),
    inverse: lost(leverage ** 2 + leverage),
    mean: lost(leverage ** 2),
  }
}
