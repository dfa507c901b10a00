import { describe, expect, it } from 'vitest'
import { WAD } from '../../../protocol/wad'
import type { PriceSeries } from '../prices/priceSeries'
import { makeUpPool } from '../replay/makeUpPool'
import { replay } from '../replay/replay'
import { logReturnsOf } from '../simulate/measureReturns'
import { SECONDS_PER_YEAR } from '../simulate/priceModel'
import { nextUint32, type RandomState, seedStream } from '../simulate/randomStream'
import { standardNormal } from '../simulate/standardNormal'
import { runToEnd } from '../testing/runToEnd'
import { annualDecay, type DecayTerms } from './annualDecay'
import { decayOnPath, realDecay } from './realDecay'

const HOUR = 3_600
const YEAR_HOURS = 8_766
const HOURS_A_YEAR = SECONDS_PER_YEAR / HOUR
const T0 = Date.UTC(2022, 0, 1) / 1_000

const TERMS: DecayTerms = {
  leverage: 3,
  annualVolatility: 0.8,
  smaPeriods: 0,
  updateIntervalSec: HOUR,
  flows: { kind: 'immediate' },
  mintingFee: 0,
  burningFee: 0,
}

/** Normal returns with a volatility per year. */
function randomReturns(count: number, annualVolatility: number): Float64Array {
  const state: RandomState = new Int32Array(4)
  seedStream(state, 11, 0)
  const deviation = annualVolatility / Math.sqrt(YEAR_HOURS)
  return Float64Array.from({ length: count }, () => deviation * standardNormal(nextUint32(state)))
}

function toSeries(returns: Float64Array): PriceSeries {
  let price = 1_500
  const prices = [price, ...Array.from(returns, (value) => (price *= Math.exp(value)))]
  return {
    timesSec: prices.map((_, i) => T0 + i * HOUR),
    pricesWad: prices.map((one) => BigInt(Math.round(one * 1e18))),
  }
}

describe('decayOnPath', () => {
  it('is log cosh of each transfer on a path that goes to and fro, for both tokens alike', () => {
    const move = 0.01
    const returns = Float64Array.from({ length: YEAR_HOURS }, (_, i) => (i % 2 ? -move : move))
    const transfer = TERMS.leverage * (1 - Math.exp(-move))
    const perYear = -Math.expm1(-HOURS_A_YEAR * Math.log(Math.cosh(transfer)))
    const { long, short, mean } = decayOnPath(TERMS, returns)
    for (const one of [long, short, mean]) expect(one).toBeCloseTo(perYear, 9)
  })

  it('is nothing on a path that only rises, by small steps', () => {
    const returns = new Float64Array(YEAR_HOURS).fill(1 / YEAR_HOURS)
    for (const one of Object.values(decayOnPath(TERMS, returns))) expect(one).toBeCloseTo(0, 2)
  })

  it('takes the direction of the index out of the mean, but not out of each token', () => {
    const returns = randomReturns(2 * YEAR_HOURS, 0.8)
    const { long, short, mean } = decayOnPath({ ...TERMS, flows: { kind: 'none' } }, returns)
    const rate = (perYear: number) => Math.log1p(-perYear)
    expect(rate(mean)).toBeCloseTo((rate(long) + rate(short)) / 2, 9)
    expect(Math.abs(long - short)).toBeGreaterThan(0.05)
  })

  it.each([0, 8])(
    'is what the model gives on random prices, with an average of %i',
    (smaPeriods) => {
      const terms = { ...TERMS, smaPeriods }
      const { mean } = decayOnPath(terms, randomReturns(4 * YEAR_HOURS, 0.8))
      expect(mean / annualDecay(terms).perYear).toBeCloseTo(1, 1.3)
    },
  )

  it('is what the exact engine gives', () => {
    const returns = randomReturns(1_000, 0.8)
    const { timesSec, pricesWad } = toSeries(returns)
    const pool = makeUpPool(
      {
        leverage: 3,
        smaPeriods: 0,
        sampleIntervalSec: HOUR,
        updateIntervalSec: HOUR,
        frontRunningIntervalSec: 300,
        annualFeeWad: 0n,
        mintingFeeWad: 0n,
        burningFeeWad: 0n,
        longBalance: 10n ** 24n,
        shortBalance: 10n ** 24n,
      },
      timesSec[0] ?? 0,
      1_500n * WAD,
    )
    const path = { startSec: timesSec[0] ?? 0, stepSec: HOUR, pricesWad: [...pricesWad] }
    const steps = [...replay({ pool, path, flows: TERMS.flows })]
    const last = steps.at(-1)
    const logs = [last?.longTokenPriceWad, last?.shortTokenPriceWad].map((wad) =>
      Math.log(Number(wad) / 1e18),
    )
    const exact = -Math.expm1((((logs[0] ?? 0) + (logs[1] ?? 0)) / 2) * (HOURS_A_YEAR / 1_000))
    expect(decayOnPath(TERMS, returns).mean).toBeCloseTo(exact, 6)
  })
})

describe('realDecay', () => {
  const run = (terms: DecayTerms, series: PriceSeries) => runToEnd(realDecay(terms, series))

  it('measures all prices and each calendar year, and asks the model at that volatility', () => {
    const series = toSeries(randomReturns(2 * 8_760 + 240, 0.6))
    const periods = run(TERMS, series)
    // Ten days of the third year are no year.
    expect(periods.map(({ year }) => year)).toEqual([undefined, 2022, 2023])
    const [whole, first] = periods
    expect(whole?.real).toEqual(decayOnPath(TERMS, logReturnsOf(series.pricesWad)))
    expect(first?.endSec).toBe(Date.UTC(2023, 0, 1) / 1_000)
    for (const { volatility, model, real } of periods) {
      expect(Math.abs(volatility.value - 0.6)).toBeLessThan(4 * volatility.standardError)
      expect(model).toEqual(annualDecay({ ...TERMS, annualVolatility: volatility.value }))
      expect((real?.mean ?? 0) / model.perYear).toBeCloseTo(1, 1)
    }
  })

  it('states no decay per year over less than thirty days', () => {
    const periods = run(TERMS, toSeries(randomReturns(20 * 24, 0.6)))
    expect(periods).toHaveLength(1)
    expect(periods[0]?.real).toBeUndefined()
    expect(periods[0]?.volatility.value).toBeGreaterThan(0.4)
  })

  it('gives nothing for prices of less than three upkeeps, and rejects too many', () => {
    expect(run(TERMS, { timesSec: [T0, T0 + HOUR], pricesWad: [WAD, WAD] })).toEqual([])
    const longest = { timesSec: [T0, T0 + 1_000_001 * HOUR], pricesWad: [WAD, WAD] }
    expect(() => run(TERMS, longest)).toThrow(RangeError)
  })
})
