import { expect, it } from 'vitest'
import { runToEnd } from '../testing/runToEnd'
import { annualDecay, type DecayTerms } from './annualDecay'
import { DECAY_AXES, decayCurve, withAxis } from './decayCurve'

const TERMS: DecayTerms = {
  leverage: 3,
  annualVolatility: 0.6,
  smaPeriods: 8,
  updateIntervalSec: 14_400,
  flows: { kind: 'immediate' },
  mintingFee: 0,
  burningFee: 0,
}

const curve = (axis: (typeof DECAY_AXES)[number]) => runToEnd(decayCurve(TERMS, axis))

it.each(DECAY_AXES)(
  'over %s each point is the decay with that value and nothing else changed',
  (axis) => {
    const points = curve(axis)
    expect(points.length).toBeGreaterThan(8)
    const ats = points.map(({ at }) => at)
    expect(ats).toEqual([...new Set(ats)].sort((a, b) => a - b))
    const point = points[2]
    if (point === undefined) throw new Error('no point')
    expect(point.simulated).toEqual(annualDecay(withAxis(TERMS, axis, point.at)))
  },
)

it('rises with leverage and volatility, and falls with a longer average and a higher minting fee', () => {
  const decays = (axis: (typeof DECAY_AXES)[number]) =>
    curve(axis).map(({ simulated }) => simulated.perYear)
  for (const axis of ['leverage', 'volatility'] as const)
    expect(decays(axis)).toEqual(decays(axis).toSorted((a, b) => a - b))
  for (const axis of ['sma', 'mintingFee'] as const)
    expect(decays(axis)).toEqual(decays(axis).toSorted((a, b) => b - a))
})
