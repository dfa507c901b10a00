import { describe, expect, it } from 'vitest'
import { WAD } from '../../../protocol/wad'
import { returnsOf } from './fillReturns'
import { logReturnsOf, measureReturns } from './measureReturns'
import { type PriceModel, SECONDS_PER_YEAR } from './priceModel'
import { type RandomState, seedStream } from './randomStream'

const HOUR = 3_600
const YEAR_OF_HOURS = 8_766

function draw(model: PriceModel, count: number, path = 0): Float64Array {
  const state: RandomState = new Int32Array(4)
  seedStream(state, 9, path)
  const returns = new Float64Array(count)
  returnsOf(model, HOUR)(returns, state)
  return returns
}

describe('measureReturns', () => {
  const model = { kind: 'lognormal', annualDrift: 0.3, annualVolatility: 0.8 } as const

  it('finds volatility and drift again, within four standard errors', () => {
    const measured = measureReturns(draw(model, 4 * YEAR_OF_HOURS), HOUR)
    const { annualVolatility: volatility, annualDrift: drift } = measured ?? {}
    expect(Math.abs((volatility?.value ?? 0) - 0.8)).toBeLessThan(
      4 * (volatility?.standardError ?? 0),
    )
    expect(Math.abs((drift?.value ?? 0) - 0.3)).toBeLessThan(4 * (drift?.standardError ?? 0))
    // Closed forms: σ / √(2n), and σ / √years.
    expect(volatility?.standardError).toBeCloseTo(0.8 / Math.sqrt(8 * YEAR_OF_HOURS), 4)
    expect(drift?.standardError).toBeCloseTo(0.8 / Math.sqrt(4), 2)
  })

  it('has the scatter that its standard errors say', () => {
    const runs = Array.from({ length: 200 }, (_, path) =>
      measureReturns(draw(model, 500, path), HOUR),
    )
    for (const figure of ['annualVolatility', 'annualDrift'] as const) {
      const values = runs.map((run) => run?.[figure].value ?? Number.NaN)
      const mean = values.reduce((a, b) => a + b) / values.length
      const spread = Math.sqrt(
        values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1),
      )
      const said = runs[0]?.[figure].standardError ?? Number.NaN
      // The spread of 200 has a standard error of 5%.
      expect(spread / said).toBeGreaterThan(0.75)
      expect(spread / said).toBeLessThan(1.25)
    }
  })

  it('is less sure of a volatility with fat tails', () => {
    const fat = {
      ...model,
      kind: 'jumps',
      jumpsPerYear: 50,
      jumpMean: 0,
      jumpDeviation: 0.1,
    } as const
    const measured = measureReturns(draw(fat, YEAR_OF_HOURS), HOUR)
    const { value = 0, standardError = 0 } = measured?.annualVolatility ?? {}
    expect(standardError).toBeGreaterThan(2 * (value / Math.sqrt(2 * YEAR_OF_HOURS)))
  })

  it('needs three returns', () => {
    expect(measureReturns(Float64Array.of(0.1, 0.2), HOUR)).toBeUndefined()
    expect(measureReturns(new Float64Array(3), HOUR)?.annualVolatility.value).toBe(0)
  })
})

describe('logReturnsOf', () => {
  it('is the logarithm of each price over the one before', () => {
    expect([...logReturnsOf([WAD, 2n * WAD, WAD])]).toEqual([Math.LN2, -Math.LN2])
    expect(logReturnsOf([WAD])).toHaveLength(0)
  })
})

describe('returnsOf', () => {
  const years = HOUR / SECONDS_PER_YEAR
  const moments = (returns: Float64Array) => {
    const mean = returns.reduce((a, b) => a + b) / returns.length
    const variance = returns.reduce((a, b) => a + (b - mean) ** 2, 0) / returns.length
    return { mean, variance }
  }

  it('keeps mean and variance of the past in a bootstrap', () => {
    const past = draw(
      {
        kind: 'jumps',
        annualDrift: 0,
        annualVolatility: 0.8,
        jumpsPerYear: 200,
        jumpMean: -0.01,
        jumpDeviation: 0.03,
      },
      2_000,
    )
    const drawn = moments(draw({ kind: 'bootstrap', logReturns: past, blockLength: 24 }, 600_000))
    const { mean, variance } = moments(past)
    expect(Math.abs(drawn.mean - mean)).toBeLessThan(0.01 * Math.sqrt(variance))
    expect(drawn.variance / variance).toBeCloseTo(1, 1.5)
  })

  it('keeps blocks together', () => {
    const past = Float64Array.from({ length: 100 }, (_, i) => i)
    const drawn = draw({ kind: 'bootstrap', logReturns: past, blockLength: 10 }, 1_000)
    for (let i = 0; i < 1_000; i++)
      if (i % 10 !== 0) expect(drawn[i]).toBe(((drawn[i - 1] ?? 0) + 1) % 100)
  })

  it('moves a bootstrap to a drift', () => {
    const past = draw({ kind: 'lognormal', annualDrift: 3, annualVolatility: 0.8 }, 5_000)
    const whole = {
      kind: 'bootstrap',
      logReturns: past,
      blockLength: 5_000,
      annualDrift: 0,
    } as const
    const { mean, variance } = moments(draw(whole, 5_000))
    expect(mean).toBeCloseTo(-variance / 2, 12)
  })

  it('gives jumps the mean and the variance of Merton’s model', () => {
    const model = {
      kind: 'jumps',
      annualDrift: 0.1,
      annualVolatility: 0.5,
      jumpsPerYear: 500,
      jumpMean: -0.02,
      jumpDeviation: 0.04,
    } as const
    const { mean, variance } = moments(draw(model, 500_000))
    const { jumpsPerYear: rate, jumpMean: jump, jumpDeviation: spread } = model
    const growth = Math.exp(jump + spread ** 2 / 2) - 1
    const expectedMean = (0.1 - rate * growth - 0.125 + rate * jump) * years
    const expectedVariance = (0.25 + rate * (jump ** 2 + spread ** 2)) * years
    expect(Math.abs(mean - expectedMean)).toBeLessThan(4 * Math.sqrt(expectedVariance / 500_000))
    expect(variance / expectedVariance).toBeCloseTo(1, 1.5)
  })
})
