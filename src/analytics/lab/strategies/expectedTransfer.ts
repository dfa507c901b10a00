import type { Estimate } from '../estimate'
import { tanhOf } from '../simulate/portableMath'
import { SECONDS_PER_YEAR } from '../simulate/priceModel'
import type { SimulatedPool } from '../simulate/simulatedPool'
import { standardNormal } from '../simulate/standardNormal'

/** Part of the losing side that one move transfers. @param move Log return of the price that the pool uses */
export function transferredShare(leverage: number, move: number): Estimate {
  return tanhOf(leverage * -Math.expm1(-Math.abs(move)))
}

/** Points of the normal distribution that stand for all of it, one for each equal part. */
const POINTS = 256

/**
 * The part of the losing side that is transferred per upkeep on average, when the index has lognormal moves. An average of n
 * samples moves by 1/√n of the index's step.
 *
 * @param annualVolatility Of the index, 1 = 100%
 */
export function expectedTransfer(
  pool: Pick<SimulatedPool, 'leverage' | 'smaPeriods' | 'updateIntervalSec' | 'upkeepsPerSample'>,
  annualVolatility: number,
): Estimate {
  const { leverage, smaPeriods, updateIntervalSec, upkeepsPerSample } = pool
  // Upkeeps between two samples move nothing.
  const years = (updateIntervalSec * upkeepsPerSample) / SECONDS_PER_YEAR
  const step = annualVolatility * Math.sqrt(years / Math.max(1, smaPeriods))
  let sum = 0
  for (let i = 0; i < POINTS; i++) {
    const z = standardNormal(((i + 0.5) / POINTS) * 2 ** 32 - 0.5)
    sum += transferredShare(leverage, step * z)
  }
  return sum / POINTS / upkeepsPerSample
}
