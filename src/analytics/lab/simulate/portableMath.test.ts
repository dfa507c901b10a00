import { describe, expect, it } from 'vitest'
import { expOf, logOf, tanhOf } from './portableMath'

/** Of all sizes, many of them just around the limits of the series. */
const VALUES = Array.from({ length: 2_000 }, (_, i) => 10 ** (-17 + (i % 500) / 28))
  .concat(Array.from({ length: 2_000 }, (_, i) => 0.05 + i / 8_000))
  .concat([1, 2, 5, 20, 100])

describe('the portable functions', () => {
  it('are as near to Math.exp and Math.tanh as they say', () => {
    for (const x of VALUES) {
      const [tanh, rise, fall] = [Math.tanh(x), Math.exp(x), Math.exp(-x)]
      const allowed = 5e-16 * Math.max(1, x / 0.03)
      expect(Math.abs(tanhOf(x) - tanh)).toBeLessThanOrEqual(allowed * tanh)
      expect(Math.abs(expOf(x) - rise)).toBeLessThanOrEqual(allowed * rise)
      expect(Math.abs(expOf(-x) - fall)).toBeLessThanOrEqual(allowed * fall)
    }
  })

  it('are as near to Math.log', () => {
    for (const x of [
      ...VALUES,
      2 ** -33,
      1 - 2 ** -53,
      1 + 2 ** -52,
      Math.SQRT2,
      1e300,
      1e-300,
      3e4,
    ]) {
      const log = Math.log(x)
      expect(Math.abs(logOf(x) - log)).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(log)))
    }
  })

  it('are exact where they can be', () => {
    expect([expOf(0), tanhOf(0), logOf(1)]).toEqual([1, 0, 0])
    expect([expOf(-1e6), tanhOf(1e3)]).toEqual([0, 1])
  })
})
