import { describe, expect, it } from 'vitest'
import type { FlowsModel } from '../flowsModel'
import { simulate } from '../simulate/simulate'
import type { SimulatedPool } from '../simulate/simulatedPool'
import type { SimulationInput } from '../simulate/simulation'
import { expectedTransfer, transferredShare } from './expectedTransfer'
import { type FarmTerms, farmOutcome } from './farmOutcome'
import { hedgeOwned } from './hedgeOwned'
import { holdingCosts } from './holdingCosts'
import { payoffCurve } from './payoffCurve'
import { liquidityCurve, liquidityOutcome, V1_WEIGHTS } from './weightedPool'

const HOUR = 3_600
const DAY = 86_400
const YEAR = 31_556_952

const POOL: SimulatedPool = {
  leverage: 3,
  updateIntervalSec: HOUR,
  smaPeriods: 8,
  upkeepsPerSample: 1,
  samples: [1, 1, 1, 1, 1, 1, 1, 1],
  executionPrice: 1,
  fee: 0,
  mintingFee: 0,
  burningFee: 0,
  longBalance: 1e12,
  shortBalance: 1e12,
  keeperReward: 0,
}
const SKEWED: SimulatedPool = { ...POOL, longBalance: 1.5e12 }
const NONE: FlowsModel = { kind: 'none' }

const FARM: FarmTerms = {
  pool: SKEWED,
  side: 'short',
  annualVolatility: 0.8,
  flows: NONE,
  heldSec: 7 * DAY,
  annualCarry: 0,
}

describe('the expected transfer', () => {
  it('is the contract’s curve: 26.6% at +10% and 29.1% at −10% of 3x', () => {
    expect(transferredShare(3, Math.log(1.1))).toBeCloseTo(0.266, 3)
    expect(transferredShare(3, Math.log(0.9))).toBeCloseTo(0.291, 3)
  })

  it('is L σ √(2/π) for small moves, and 1/√n of it in an average of n', () => {
    const small = 0.01
    const spot = expectedTransfer({ ...POOL, smaPeriods: 0 }, small)
    expect(spot / (3 * small * Math.sqrt(HOUR / YEAR) * Math.sqrt(2 / Math.PI))).toBeCloseTo(1, 2)
    expect(spot / expectedTransfer(POOL, small)).toBeCloseTo(Math.sqrt(8), 2)
  })
})

describe('farmOutcome', () => {
  it('is nothing at skew 1, from the skew and from costs that are none', () => {
    const { skew, skewGain, alone } = farmOutcome({ ...FARM, pool: POOL })
    expect([skew, skewGain, alone]).toEqual([1, 0, 0])
  })

  it('is (skew − 1) · half the expected transfer in one upkeep', () => {
    const { skewGain, expectedTransfer: transfer } = farmOutcome({ ...FARM, heldSec: HOUR })
    expect(skewGain).toBeCloseTo((0.5 * transfer) / 2, 12)
    const larger = farmOutcome({ ...FARM, side: 'long', heldSec: HOUR })
    expect(larger.skewGain).toBeCloseTo(((1 / 1.5 - 1) * transfer) / 2, 12)
  })

  it.each<[string, FlowsModel]>([
    ['no one moves', NONE],
    ['flows of a day', { kind: 'halfLife', halfLifeSec: DAY }],
  ])('is what the simulation has when %s', (_, flows) => {
    const input: SimulationInput = {
      pool: SKEWED,
      flows,
      hedge: { side: 'short', annualCarry: 0, adjustEvery: 1 },
      model: { kind: 'lognormal', annualDrift: 0.32, annualVolatility: 0.8 },
      paths: 4_000,
      upkeeps: 7 * 24,
      seed: 1,
    }
    const steps = simulate(input)
    let next = steps.next()
    while (!next.done) next = steps.next()
    const { short, hedged } = next.value.ends
    const farm = farmOutcome({ ...FARM, flows })
    expect(Math.abs(short.mean - 1 - farm.skewGain)).toBeLessThan(4 * short.standardError)
    // The skew, and with it the hedge and what its curve brings, changes on the way.
    expect(hedged.standardError).toBeLessThan(short.standardError)
    expect(Math.abs(hedged.mean - 1 - farm.hedged)).toBeLessThan(
      4 * hedged.standardError + 0.3 * farm.hedge.curvature,
    )
  })

  it('takes fees, keepers and carry', () => {
    const pool = { ...SKEWED, mintingFee: 0.01, burningFee: 0.02, fee: 1e-6, keeperReward: 1e6 }
    const { alone, skewGain, costs, hedge, hedged } = farmOutcome({
      ...FARM,
      pool,
      annualCarry: 0.1,
    })
    expect(costs.keeperRewards).toBeCloseTo((168 * 1e6) / 2.5e12, 12)
    expect(costs.total).toBeCloseTo(1 - 0.99 * 0.98 * (1 - 168e-6) * (1 - costs.keeperRewards), 6)
    expect(alone).toBeCloseTo((1 + skewGain) * (1 - costs.total) - 1, 12)
    expect(hedge.notional).toBeCloseTo(3 * 1.25, 12)
    expect(hedge.carry).toBeCloseTo((3.75 * 0.1 * 7 * DAY) / YEAR, 12)
    expect(hedged).toBeCloseTo(alone + hedge.curvature - hedge.carry, 12)
  })
})

describe('holdingCosts', () => {
  it('cannot take more than everything', () => {
    const { keeperRewards, total } = holdingCosts({ ...POOL, keeperReward: 1e12 }, DAY)
    expect([keeperRewards, total]).toEqual([1, 1])
  })
})

describe('payoffCurve', () => {
  it('gives the articles’ example: a 1x pool, +10% on gains 1.1 times', () => {
    const pool = { ...POOL, leverage: 1, longBalance: 1.1e12, smaPeriods: 0 }
    const [fall] = payoffCurve(pool, 'short', [-0.1])
    // The short gains its transfer times the skew; tanh(0.1) of the long side.
    expect(fall?.short).toBeCloseTo(1 + 1.1 * Math.tanh(0.1), 12)
  })

  it('is neutral for small moves when hedged at skew 1, and gains either way above', () => {
    const [down, up] = payoffCurve(POOL, 'short', [-0.001, 0.001])
    expect(down?.hedged).toBeCloseTo(1, 5)
    expect(up?.hedged).toBeCloseTo(1, 5)
    for (const { hedged } of payoffCurve(SKEWED, 'short', [-0.02, -0.01, 0.01, 0.02]))
      expect(hedged).toBeGreaterThan(1)
  })

  it('keeps a straddle at what it was at skew 1, less fees', () => {
    const pool = { ...POOL, mintingFee: 0.01 }
    for (const { straddle } of payoffCurve(pool, 'short', [-0.3, 0, 0.4]))
      expect(straddle).toBeCloseTo(0.99, 12)
  })
})

describe('hedgeOwned', () => {
  it('cancels small moves at skew 1, with a third of the value in 3x short tokens', () => {
    const { shortTokens, points } = hedgeOwned(POOL, 1, 0, [-0.01, 0.01])
    expect(shortTokens).toBeCloseTo(1 / 3, 12)
    for (const { hedged } of points) expect(hedged).toBeCloseTo(1, 3)
  })

  it('hedges the part that is asked for, at its costs', () => {
    const pool = { ...POOL, mintingFee: 0.01 }
    const { points } = hedgeOwned(pool, 0.5, 0, [0])
    expect(points[0]?.hedged).toBeCloseTo(1 - 0.01 / 6, 12)
  })
})

describe('liquidityOutcome', () => {
  const terms = {
    pool: POOL,
    weights: V1_WEIGHTS,
    otherExposure: 1,
    swapFee: 0.02,
    annualTurnover: 20,
    annualVolatility: 0.8,
  }

  it('is neutral in V1’s composition at skew 1 for 3x, and at 2.69 for 1x', () => {
    expect(liquidityOutcome(terms).exposure).toBeCloseTo(0, 12)
    expect(liquidityOutcome(terms).neutralSkew).toBeCloseTo(1, 12)
    const single = liquidityOutcome({ ...terms, pool: { ...POOL, leverage: 1 } })
    expect(single.neutralSkew).toBeCloseTo((2.5 + Math.sqrt(8.25)) / 2, 12)
    // When the skew turns, it is long, and when it grows, short.
    expect(
      liquidityOutcome({ ...terms, pool: { ...POOL, longBalance: 0.5e12 } }).exposure,
    ).toBeGreaterThan(0)
    expect(liquidityOutcome({ ...terms, pool: SKEWED }).exposure).toBeLessThan(0)
  })

  it('weighs fees against divergence', () => {
    const { fees, divergence, net, breakEvenTurnover } = liquidityOutcome(terms)
    expect(fees).toBeCloseTo(0.4, 12)
    // Σ w e² = 9/6 + 9/3 + 1/2 = 5, and no exposure as a whole.
    expect(divergence).toBeCloseTo((5 * 0.64) / 2, 12)
    expect(net).toBeCloseTo(0.4 - 1.6, 12)
    expect(breakEvenTurnover * 0.02).toBeCloseTo(divergence, 12)
  })

  it('has a curve whose small moves are that divergence', () => {
    const move = 0.001
    const points = liquidityCurve({ pool: POOL, weights: V1_WEIGHTS, otherExposure: 1 }, [
      move,
      -move,
    ])
    for (const { pool, held } of points)
      expect((held - pool) / ((5 * move ** 2) / 2)).toBeCloseTo(1, 1)
  })

  it('loses nothing in a pool of one token', () => {
    const weights = { long: 0, short: 0, other: 1 }
    const { divergence, neutralSkew } = liquidityOutcome({ ...terms, weights })
    expect([divergence, neutralSkew]).toEqual([0, undefined])
  })
})
