import { describe, expect, it } from 'vitest'
import { liquidityOutcome, V1_WEIGHTS } from '../strategies/weightedPool'
import { runToEnd } from '../testing/runToEnd'
import { simulate } from './simulate'
import type { SimulatedPool } from './simulatedPool'
import type { SimulationInput } from './simulation'

const HOUR_SEC = 3_600
const YEAR_SEC = 31_556_952

const POOL: SimulatedPool = {
  leverage: 3,
  updateIntervalSec: HOUR_SEC,
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
}

const INPUT: SimulationInput = {
  pool: POOL,
  flows: { kind: 'immediate' },
  hedge: { side: 'short', annualCarry: 0, adjustEvery: 1 },
  model: { kind: 'lognormal', annualDrift: 0, annualVolatility: 0.8 },
  paths: 2_000,
  upkeeps: 48,
  seed: 5,
}

const run = (change: Partial<SimulationInput>) => runToEnd(simulate({ ...INPUT, ...change }))
const STILL = { kind: 'lognormal', annualDrift: 0, annualVolatility: 0 } as const

describe('positions beside the pool', () => {
  it('are computed where they are asked for', () => {
    const { ends, fans } = run({ paths: 1 })
    expect([ends.owned, ends.liquidity, ends.unpooled, fans.owned]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })

  it('change nothing in what is held in the pool', () => {
    const liquidity = { weights: V1_WEIGHTS, otherExposure: 1, annualFees: 0 }
    const { ends } = run({ owned: { shortTokens: 1 }, liquidity })
    const alone = run({}).ends
    for (const position of ['index', 'long', 'short', 'straddle', 'hedged'] as const)
      expect(ends[position]).toEqual(alone[position])
  })

  it('hedge what is owned: with a third of it in 3x short tokens, little of the index is left', () => {
    const { owned, index } = run({ owned: { shortTokens: 1 / 3 } }).ends
    expect(owned?.standardError).toBeLessThan(index.standardError / 5)
    expect(Math.abs((owned?.mean ?? 0) - 1)).toBeLessThan(4 * (owned?.standardError ?? 0) + 0.005)
    // Nothing against a fall is the index itself.
    expect(run({ owned: { shortTokens: 0 } }).ends.owned).toEqual(index)
  })

  it('lose by divergence what the formula says, against the same tokens outside of the pool', () => {
    const terms = { weights: V1_WEIGHTS, otherExposure: 1, swapFee: 0, annualTurnover: 0 }
    const { liquidity, unpooled } = run({ liquidity: { ...terms, annualFees: 0 } }).ends
    const { divergence } = liquidityOutcome({ ...terms, pool: POOL, annualVolatility: 0.8 })
    const lost = (unpooled?.mean ?? 0) - (liquidity?.mean ?? 0)
    expect(lost / (divergence * ((48 * HOUR_SEC) / YEAR_SEC))).toBeCloseTo(1, 1)
  })

  it('earn the fees, and lose nothing in a pool whose tokens do not move', () => {
    const liquidity = { weights: V1_WEIGHTS, otherExposure: 1, annualFees: 0.4 }
    const { ends, fans } = run({ liquidity, model: STILL, paths: 2, upkeeps: 8_766 })
    expect(ends.liquidity?.mean).toBeCloseTo(Math.exp((0.4 * 8_766 * HOUR_SEC) / YEAR_SEC), 9)
    expect(ends.unpooled?.mean).toBe(1)
    expect(fans.liquidity?.percentiles[2]?.[50]).toBeCloseTo(Math.exp(0.2), 3)
  })
})
