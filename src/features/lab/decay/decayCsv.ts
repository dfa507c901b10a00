import type { DecayPoint } from '../../../analytics/lab/decay/decayCurve'
import type { RealDecay } from '../../../analytics/lab/decay/realDecay'
import { toCsvText } from '../../../format/toCsvText'
import { decayContent } from './content'

/** The curve as CSV, in full precision: parts of one, times in seconds. */
export function decayCsv(points: readonly DecayPoint[]): string {
  const rows = points.map(({ at, simulated, formula, dailyFund }) =>
    [at, simulated.perYear, simulated.standardError, formula, dailyFund].map(String),
  )
  return toCsvText([decayContent.csvColumns, ...rows])
}

/** The decay on real prices as CSV, in full precision; empty where a period is too short for a decay. */
export function realDecayCsv(periods: readonly RealDecay[]): string {
  const rows = periods.map(({ year, startSec, endSec, volatility, real, model }) =>
    [
      year ?? '',
      startSec,
      endSec,
      volatility.value,
      volatility.standardError,
      real?.mean ?? '',
      real?.long ?? '',
      real?.short ?? '',
      model.perYear,
      model.standardError,
    ].map(String),
  )
  return toCsvText([decayContent.real.csvColumns, ...rows])
}
