import { describe, expect, it } from 'vitest'
import { nextUint32, type RandomState, seedStream } from './randomStream'
import { standardNormal } from './standardNormal'

/** The uniform number whose normal one is the quantile of p, as near as 32 bits come. */
function quantile(p: number): number {
  return standardNormal(Math.round(p * 2 ** 32 - 0.5))
}

describe('standardNormal', () => {
  it.each([
    // Tables of the normal distribution.
    [0.5, 0],
    [0.75, 0.674489750196082],
    [0.9, 1.281551565544601],
    [0.975, 1.959963984540054],
    [0.995, 2.575829303548901],
    [0.001, -3.090232306167813],
    [0.0001, -3.719016485455681],
  ])('has the quantile of %s at %s', (p, z) => {
    expect(quantile(p)).toBeCloseTo(z, 5)
  })

  it('is symmetric, and finite at both ends', () => {
    expect(standardNormal(0)).toBeCloseTo(-6.338, 2)
    for (const uint32 of [0, 1, 77, 2 ** 20, 322_122_547, 2 ** 31 - 1])
      expect(standardNormal(2 ** 32 - 1 - uint32)).toBeCloseTo(-standardNormal(uint32), 12)
  })

  it('has mean 0, variance 1, no skewness and kurtosis 3', () => {
    const state: RandomState = new Int32Array(4)
    seedStream(state, 1, 1)
    const count = 400_000
    const sums = [0, 0, 0, 0]
    for (let i = 0; i < count; i++) {
      const z = standardNormal(nextUint32(state))
      for (let power = 0; power < 4; power++) sums[power] = (sums[power] ?? 0) + z ** (power + 1)
    }
    const [mean, variance, third, fourth] = sums.map((sum) => sum / count)
    // Five standard errors each.
    expect(Math.abs(mean ?? 1)).toBeLessThan(5 * Math.sqrt(1 / count))
    expect(Math.abs((variance ?? 0) - 1)).toBeLessThan(5 * Math.sqrt(2 / count))
    expect(Math.abs(third ?? 1)).toBeLessThan(5 * Math.sqrt(15 / count))
    expect(Math.abs((fourth ?? 0) - 3)).toBeLessThan(5 * Math.sqrt(96 / count))
  })
})
