import { expect, it } from 'vitest'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { simulatedPool } from '../lab/simulate/simulatedPool'
import { liquidityCurve, V1_WEIGHTS } from '../lab/strategies/weightedPool'
import { computeDivergenceAfterMoves } from './divergenceAfterMoves'

const POOL = simulatedPool(SAMPLE_POOL)
const THIRDS = { long: 1 / 3, short: 1 / 3, other: 1 / 3 }
const MOVES = [-0.3, -0.1, 0, 0.1, 0.3]

it('liquidity loses in every move but none, and is what the lab’s curve has between pool and held', () => {
  const mixes = [
    { weights: THIRDS, otherExposure: 0 },
    { weights: V1_WEIGHTS, otherExposure: 1 },
  ]
  const points = computeDivergenceAfterMoves(POOL, mixes, MOVES)
  for (const [place, mix] of mixes.entries()) {
    const curve = liquidityCurve({ pool: POOL, ...mix }, MOVES)
    for (const [index, { move, divergence }] of points.entries()) {
      const { pool, held } = curve[index] ?? expect.fail('no point')
      expect(divergence[place]).toBeCloseTo(pool / held - 1, 12)
      if (move === 0) expect(divergence[place]).toBeCloseTo(0, 12)
      else expect(divergence[place]).toBeLessThan(0)
    }
  }
})
