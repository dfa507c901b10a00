import { describe, expect, it } from 'vitest'
import { type Comparison, compareEngines, isWithinTolerance } from './testing/compareEngines'

const UPKEEPS = 720
const CASES = 1_000
/** Cases of one test, so that each is done in time on a busy machine too. */
const PER_TEST = 100
const FIRST_CASES = Array.from({ length: CASES / PER_TEST }, (_, i) => i * PER_TEST)

describe('the double engine', () => {
  it.each(FIRST_CASES)(
    `is within max(1e-9, 2 units per upkeep) of the exact one after ${UPKEEPS} upkeeps, from case %i on`,
    (first) => {
      const off: Comparison[] = []
      for (let i = first; i < first + PER_TEST; i++) {
        const comparison = compareEngines(i, UPKEEPS)
        if (!isWithinTolerance(comparison)) off.push(comparison)
      }
      expect(off).toEqual([])
    },
  )

  it.each([{ kind: 'immediate' as const }, { kind: 'halfLife' as const, halfLifeSec: 86_400 }])(
    'has its token prices with flows ($kind) too',
    (flows) => {
      for (let i = 0; i < 10; i++) {
        const { prices } = compareEngines(i, 240, flows)
        for (const price of prices) expect(Math.abs(price)).toBeLessThan(1e-6)
      }
    },
  )

  it('would be found out by a wrong figure', () => {
    const side = { exact: 1e12, difference: 1_441 }
    expect(isWithinTolerance({ name: '', upkeeps: 720, sides: [side], prices: [] })).toBe(false)
    const small = { exact: 999_999, difference: 1_440 }
    expect(isWithinTolerance({ name: '', upkeeps: 720, sides: [small], prices: [] })).toBe(true)
  })
})
