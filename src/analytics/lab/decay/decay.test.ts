import { describe, expect, it } from 'vitest'
import { runToEnd } from '../testing/runToEnd'
import { annualDecay, type DecayTerms } from './annualDecay'
import { dailyFundDecay, decayFormula } from './decayFormula'
import { CLAIMED_DECAY, solveDecay } from './solveDecay'

const HOUR = 3_600
const DAY = 86_400

const TERMS: DecayTerms = {
  leverage: 3,
  annualVolatility: 0.8,
  smaPeriods: 8,
  updateIntervalSec: HOUR,
  flows: { kind: 'immediate' },
  mintingFee: 0,
  burningFee: 0,
}

function decay(change: Partial<DecayTerms> = {}): number {
  return annualDecay({ ...TERMS, ...change }).perYear
}

function rate(perYear: number): number {
  return -Math.log1p(-perYear)
}

describe('annualDecay', () => {
  it('is what the formula says, in log terms, whatever the leverage, the average and the interval', () => {
    for (const change of [
      { leverage: 1 },
      { leverage: 5 },
      { smaPeriods: 0, annualVolatility: 0.5 },
      { smaPeriods: 24 },
      { updateIntervalSec: 300 },
      { annualVolatility: 0.3 },
    ]) {
      const terms = { ...TERMS, ...change }
      expect(rate(decay(change)) / rate(decayFormula(terms))).toBeCloseTo(1, 0.9)
    }
  })

  it('needs flows: with none it is no more than the start of a pool, and none remains', () => {
    expect(decay({ flows: { kind: 'none' } })).toBeLessThan(0.06)
    expect(decayFormula({ ...TERMS, flows: { kind: 'none' } })).toBe(0)
  })

  it('is larger with flows slower than the average than with immediate ones, and smaller with very slow ones', () => {
    const halfLife = (halfLifeSec: number) => ({
      flows: { kind: 'halfLife', halfLifeSec } as const,
    })
    const ofDay = decay(halfLife(DAY))
    expect(ofDay).toBeGreaterThan(2 * decay())
    expect(decay(halfLife(90 * DAY))).toBeLessThan(ofDay / 4)
    for (const halfLifeSec of [HOUR, DAY, 7 * DAY, 30 * DAY]) {
      const terms = { ...TERMS, ...halfLife(halfLifeSec) }
      expect(rate(decay(terms)) / rate(decayFormula(terms))).toBeCloseTo(1, 0.6)
    }
  })

  it('is given back in part by minting fees', () => {
    const fees = [0, 0.002, 0.005].map((mintingFee) => decay({ mintingFee }))
    expect(fees).toEqual(fees.toSorted((a, b) => b - a))
    expect(fees[2]).toBeLessThan(0.7 * (fees[0] ?? 0))
  })

  it('says how sure it is, and the same each time', () => {
    const { perYear, standardError } = annualDecay(TERMS)
    expect(standardError).toBeGreaterThan(0)
    expect(standardError).toBeLessThan(0.02 * perYear)
    expect(annualDecay(TERMS)).toEqual({ perYear, standardError })
  })
})

describe('dailyFundDecay', () => {
  it('is (L² ∓ L) σ² / 2 in log terms', () => {
    const { long, inverse, mean } = dailyFundDecay(TERMS)
    expect([long, inverse, mean].map(rate)).toEqual(
      [6, 12, 9].map((factor) => expect.closeTo((factor * 0.64) / 2, 12)),
    )
  })
})

describe('solveDecay', () => {
  it('finds what gives the articles’ 5% a year', () => {
    const volatility = runToEnd(solveDecay(TERMS, 'annualVolatility', CLAIMED_DECAY.perYear))
    expect(volatility).toBeDefined()
    expect(decay({ annualVolatility: volatility ?? 0 })).toBeCloseTo(0.05, 3)
    expect(volatility).toBeCloseTo(0.31, 2)
    const mintingFee = runToEnd(solveDecay(TERMS, 'mintingFee', CLAIMED_DECAY.perYear))
    expect(decay({ mintingFee: mintingFee ?? 0 })).toBeCloseTo(0.05, 3)
  })

  it('gives nothing where no value does', () => {
    const calm = { ...TERMS, annualVolatility: 0.01 }
    expect(runToEnd(solveDecay(calm, 'mintingFee', 0.05))).toBeUndefined()
  })
})
