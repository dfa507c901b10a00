import { describe, expect, it } from 'vitest'
import { expOf, tanhOf } from './smallMoves'

/** Of both signs and all sizes, many of them just around the limits of the series. */
const VALUES = Array.from({ length: 2_000 }, (_, i) => 10 ** (-17 + (i % 500) / 28)).concat(
  Array.from({ length: 2_000 }, (_, i) => 0.05 + i / 8_000),
)

describe('the series for small moves', () => {
  it('are within two units of the last place of Math.exp and Math.tanh', () => {
    for (const x of VALUES) {
      const [tanh, rise, fall] = [Math.tanh(x), Math.exp(x), Math.exp(-x)]
      expect(Math.abs(tanhOf(x) - tanh)).toBeLessThanOrEqual(5e-16 * tanh)
      expect(Math.abs(expOf(x) - rise)).toBeLessThanOrEqual(5e-16 * rise)
      expect(Math.abs(expOf(-x) - fall)).toBeLessThanOrEqual(5e-16 * fall)
    }
  })

  it('are exact at zero', () => {
    expect([expOf(0), tanhOf(0)]).toEqual([1, 0])
  })
})
