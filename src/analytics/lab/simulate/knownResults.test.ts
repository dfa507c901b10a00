import { describe, expect, it } from 'vitest'
import type { SimulationResult } from './outcome'
import { simulate } from './simulate'
import type { SimulationInput } from './simulation'

const INPUT: SimulationInput = {
  pool: {
    leverage: 1,
    updateIntervalSec: 3_600,
    smaPeriods: 0,
    upkeepsPerSample: 1,
    samples: [],
    executionPrice: 1,
    fee: 0,
    mintingFee: 0,
    burningFee: 0,
    longBalance: 1e15,
    shortBalance: 1e15,
    keeperReward: 0,
  },
  flows: { kind: 'none' },
  hedge: { side: 'short', annualCarry: 0, adjustEvery: 1 },
  model: { kind: 'lognormal', annualDrift: 0, annualVolatility: 0.01 },
  paths: 10_000,
  upkeeps: 24,
  seed: 3,
}

function run(change: Partial<SimulationInput> = {}): SimulationResult {
  const steps = simulate({ ...INPUT, ...change })
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** Of the standard normal distribution at 5, 25, 50, 75 and 95%. */
const QUANTILES = [-1.6449, -0.6745, 0, 0.6745, 1.6449]

describe('known results', () => {
  it('has lognormal percentiles for the index, and for a token of an even 1x pool with tiny moves', () => {
    const { index, long, short } = run().ends
    const deviation = 0.01 * Math.sqrt((24 * 3_600) / 31_556_952)
    QUANTILES.forEach((z, i) => {
      const expected = Math.exp(z * deviation - deviation ** 2 / 2)
      // Four standard errors of a percentile of 10,000: at most 2.1% of a deviation at 5%.
      const allowed = 4 * 0.0211 * deviation
      expect(Math.abs((index.percentiles[i] ?? 0) - expected)).toBeLessThan(allowed)
      expect(Math.abs((long.percentiles[i] ?? 0) - expected)).toBeLessThan(allowed)
      expect(Math.abs((short.percentiles[4 - i] ?? 0) - 1 / expected)).toBeLessThan(allowed)
    })
    expect(long.chanceOfLoss).toBeCloseTo(0.5, 1)
    // The expected shortfall of a normal distribution at 5% is 2.0627 deviations.
    expect((1 - long.worst5) / deviation).toBeCloseTo(2.063, 1)
  })

  it('keeps the expected index at the drift', () => {
    const model = { kind: 'lognormal', annualDrift: 0.5, annualVolatility: 0.8 } as const
    const { index } = run({ model, upkeeps: 720 }).ends
    const expected = Math.exp((0.5 * 720 * 3_600) / 31_556_952)
    expect(Math.abs(index.mean - expected)).toBeLessThan(4 * index.standardError)
  })

  const volatility = 0.8
  const pool = { ...INPUT.pool, leverage: 3 }
  /** The index goes up as often and as far as down, in log returns. */
  const symmetric = {
    kind: 'lognormal',
    annualDrift: volatility ** 2 / 2,
    annualVolatility: volatility,
  } as const

  it('gives nothing to either side at skew 1 when the index is symmetric', () => {
    const even = run({ model: symmetric, pool, flows: { kind: 'immediate' }, upkeeps: 240 }).ends
    expect(Math.abs(even.short.mean - 1)).toBeLessThan(4 * even.short.standardError)
    expect(Math.abs(even.long.mean - 1)).toBeLessThan(4 * even.long.standardError)
  })

  it('gives the hedged short leverage · variance / 2 at skew 1, and the hedged long as much less', () => {
    // The transfer is symmetric in log returns, the hedge in simple ones: E(e^x − 1) is σ²/2 per year more than E(x).
    const years = (240 * 3_600) / 31_556_952
    const expected = (3 * volatility ** 2 * years) / 2
    for (const [side, sign] of [
      ['short', 1],
      ['long', -1],
    ] as const) {
      const hedge = { ...INPUT.hedge, side }
      const input = {
        model: symmetric,
        pool,
        flows: { kind: 'immediate' },
        upkeeps: 240,
        hedge,
      } as const
      const { hedged } = run(input).ends
      expect(hedged.mean - 1).toBeCloseTo(sign * expected, 3)
    }
  })

  it('gives the smaller side (skew − 1) · half the expected transfer', () => {
    const skewed = { ...pool, longBalance: 2e15 }
    const { short } = run({ model: symmetric, pool: skewed, upkeeps: 1, paths: 10_000 }).ends
    // E tanh(3 (1 − e^−|x|)) is about 3 E|x| = 3 σ √(2/π), less 3 E x² / 2.
    const step = volatility * Math.sqrt(3_600 / 31_556_952)
    const transfer = 3 * step * Math.sqrt(2 / Math.PI) - 1.5 * step ** 2
    const expected = ((2 - 1) * transfer) / 2
    expect(Math.abs(short.mean - 1 - expected)).toBeLessThan(4 * short.standardError)
    expect(short.mean - 1).toBeGreaterThan(10 * short.standardError)
  })

  it('takes the hedge’s carry', () => {
    const flat = { kind: 'lognormal', annualDrift: 0, annualVolatility: 0 } as const
    const hedge = { side: 'short', annualCarry: 0.1, adjustEvery: 1 } as const
    const { hedged } = run({ model: flat, hedge, upkeeps: 8_766, paths: 1 }).ends
    expect(hedged.mean).toBeCloseTo(1 - 0.1, 4)
  })
})
