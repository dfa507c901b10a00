import { expect, it } from 'vitest'
import { computeDivergence } from './divergence'

const half = (priceRatio: number) => [
  { weight: 0.5, priceRatio },
  { weight: 0.5, priceRatio: 1 },
]

it('liquidity loses where prices move apart, whichever way, and nothing where they move together', () => {
  expect(computeDivergence(half(1))).toBe(0)
  // The known figure for a price that doubles.
  expect(computeDivergence(half(2))).toBeCloseTo(-0.0572, 4)
  expect(computeDivergence(half(0.5))).toBeCloseTo(-0.0572, 4)
  const together = half(2).map(({ weight }) => ({ weight, priceRatio: 3 }))
  expect(computeDivergence(together)).toBeCloseTo(0, 12)
  expect(computeDivergence(half(0))).toBe(-1)
  // Long and short of the same index move apart, against a third token that does not move.
  const pair = [1.3, 0.7, 1].map((priceRatio) => ({ weight: 1 / 3, priceRatio }))
  expect(computeDivergence(pair)).toBeLessThan(-0.02)
})
