import type { Estimate } from '../estimate'
import { annualDecaySteps, type Decay, type DecayTerms } from './annualDecay'
import { dailyFundDecay, decayFormula } from './decayFormula'

/** What a curve of the decay is drawn over. */
export const DECAY_AXES = [
  'leverage',
  'volatility',
  'sma',
  'interval',
  'flows',
  'mintingFee',
] as const

export type DecayAxis = (typeof DECAY_AXES)[number]

/** The decay at one value of the axis. */
export interface DecayPoint {
  /** In the axis' own unit: `leverage` and `sma` as they are, volatility and fee as parts of one, times in seconds. */
  readonly at: number
  readonly simulated: Decay
  /** In closed form, without fees. */
  readonly formula: Estimate
  /** Of a daily rebalanced fund, long and inverse on average. */
  readonly dailyFund: Estimate
}

const MINUTE = 60
const HOUR = 3_600
const DAY = 86_400

/** The values of each axis. A half-life of 0 is flows at once. */
export const AXIS_VALUES: Readonly<Record<DecayAxis, readonly number[]>> = {
  leverage: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  volatility: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5],
  sma: [0, 2, 4, 6, 8, 10, 12, 16, 20, 24],
  interval: [
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    4 * HOUR,
    8 * HOUR,
    12 * HOUR,
    DAY,
  ],
  flows: [0, HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY],
  mintingFee: [0, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02],
}

/** The terms with one value of an axis in them. */
export function withAxis(terms: DecayTerms, axis: DecayAxis, at: number): DecayTerms {
  switch (axis) {
    case 'leverage':
      return { ...terms, leverage: at }
    case 'volatility':
      return { ...terms, annualVolatility: at }
    case 'sma':
      return { ...terms, smaPeriods: at }
    case 'interval':
      return { ...terms, updateIntervalSec: at }
    case 'flows':
      return {
        ...terms,
        flows: at === 0 ? { kind: 'immediate' } : { kind: 'halfLife', halfLifeSec: at },
      }
    case 'mintingFee':
      return { ...terms, mintingFee: at }
  }
}

/** The decay over an axis, the other terms as they are. Yields after each path, so that it can run in slices. */
export function* decayCurve(terms: DecayTerms, axis: DecayAxis): Generator<void, DecayPoint[]> {
  const points: DecayPoint[] = []
  for (const at of AXIS_VALUES[axis]) {
    const here = withAxis(terms, axis, at)
    points.push({
      at,
      simulated: yield* annualDecaySteps(here),
      formula: decayFormula(here),
      dailyFund: dailyFundDecay(here).mean,
    })
  }
  return points
}
