import { describe, expect, it } from 'vitest'
import { projectPool } from '../../../protocol/projectPool'
import { SAMPLE_POOL, sampleCommitment } from '../../../protocol/testing/samplePool'
import { WAD } from '../../../protocol/wad'
import type { FlowsModel } from '../flowsModel'
import type { PricePath } from '../prices/pricePath'
import { type MadeUpPool, makeUpPool } from './makeUpPool'
import { type ReplayEnd, type ReplayInput, type ReplayStep, replay } from './replay'

const START_SEC = 1_650_000_000
const UNIT = 10n ** 6n

const MARKET: MadeUpPool = {
  leverage: 3,
  smaPeriods: 8,
  updateIntervalSec: 3_600,
  frontRunningIntervalSec: 28_800,
  annualFeeWad: WAD / 100n,
  mintingFeeWad: WAD / 200n,
  burningFeeWad: WAD / 1_000n,
  longBalance: 3_000_000n * UNIT,
  shortBalance: 1_000_000n * UNIT,
}
const NO_FLOWS: FlowsModel = { kind: 'none' }

function pathOf(prices: readonly number[]): PricePath {
  const pricesWad = prices.map((price) => BigInt(price) * WAD)
  return { startSec: START_SEC, stepSec: 3_600, pricesWad }
}

const PATH = pathOf([1500, 1520, 1480, 1600, 1300, 1310, 1305, 1250, 1400, 1500])

function inputOf(change: Partial<ReplayInput> = {}): ReplayInput {
  const pool = makeUpPool(MARKET, START_SEC, 1500n * WAD)
  return { pool, path: PATH, flows: NO_FLOWS, ...change }
}

function run(input: ReplayInput): { steps: ReplayStep[]; end: ReplayEnd } {
  const steps: ReplayStep[] = []
  const generator = replay(input)
  for (;;) {
    const next = generator.next()
    if (next.done) return { steps, end: next.value }
    steps.push(next.value)
  }
}

describe('replay', () => {
  it('is the projection of the same prices, upkeep by upkeep', () => {
    const input = inputOf()
    const { steps } = run(input)
    const projected = projectPool(
      input.pool,
      PATH.pricesWad.slice(1).map((spotPrice) => ({ spotPrice })),
    )
    expect(steps.map(({ longBalance, shortBalance }) => [longBalance, shortBalance])).toEqual(
      projected.map(({ pool }) => [pool.longBalance, pool.shortBalance]),
    )
    expect(steps.map(({ executionPriceWad }) => executionPriceWad)).toEqual(
      projected.map(({ endPriceWad }) => endPriceWad),
    )
  })

  it('accounts for every unit', () => {
    const keeper = {
      gasPriceWei: 10n ** 8n,
      settlementEthPriceWad: 3000n * WAD,
      settlementTokenDecimals: 6n,
    }
    const { steps } = run(inputOf({ keeper }))
    let { longBalance: long, shortBalance: short } = inputOf().pool
    for (const step of steps) {
      const { to, amount } = step.transfer
      const toLong = to === 'long' ? amount : -amount
      long += toLong - step.managementFee.long - step.keeperReward.long
      short -= toLong + step.managementFee.short + step.keeperReward.short
      expect([step.longBalance, step.shortBalance]).toEqual([long, short])
      expect(step.keeperReward.long + step.keeperReward.short).toBeGreaterThan(0n)
    }
  })

  it('starts a real pool at another time and price, with its samples, without its queue', () => {
    const pool = {
      ...SAMPLE_POOL,
      pendingLongBurnPoolTokens: 5n,
      pendingMintSettlementAmount: 7n,
      queueReadBelow: 101n,
      totalPoolCommitments: [
        sampleCommitment(100n, { longBurnPoolTokens: 5n, shortMintSettlement: 7n }),
      ],
      oracle: {
        kind: 'sma' as const,
        prices: [1400n * WAD, 1600n * WAD],
        periodCount: 2n,
        numPeriods: 2n,
        lastUpdateSec: 1n,
        updateIntervalSec: 3_600n,
        scaler: 10n ** 10n,
        spotPrice: 1500n * 10n ** 8n,
      },
    }
    const { steps, end } = run(inputOf({ pool, path: pathOf([3000, 3000]) }))
    expect(end.start.longTokenSupply).toBe(SAMPLE_POOL.longTokenSupply + 5n)
    // 1400 and 1600 of 1500 are 2800 and 3200 of 3000; the next average is of 3200 and 3000.
    expect(steps.map((step) => step.executionPriceWad)).toEqual([3100n * WAD])
    expect(steps[0]?.before.totalPoolCommitments).toEqual([])
  })

  it('evens the sides out where flows are immediate, by way of the queue', () => {
    const { steps } = run(inputOf({ flows: { kind: 'immediate' } }))
    for (const { flow, skewWad, before } of steps) {
      expect(flow.from).toBeDefined()
      expect(before.totalPoolCommitments).toHaveLength(1)
      // Burning fees keep the sides from meeting exactly.
      expect(Number(skewWad) / 1e18).toBeCloseTo(1, 2)
    }
    const feeFree = makeUpPool({ ...MARKET, burningFeeWad: 0n }, START_SEC, 1500n * WAD)
    for (const { skewWad } of run(inputOf({ pool: feeFree, flows: { kind: 'immediate' } })).steps)
      expect(Number(skewWad) / 1e18).toBeCloseTo(1, 9)
  })

  it('halves the difference in the half-life', () => {
    const flat = pathOf(Array.from({ length: 25 }, () => 1500))
    const market = { ...MARKET, burningFeeWad: 0n, annualFeeWad: 0n }
    const pool = makeUpPool(market, START_SEC, 1500n * WAD)
    const halfLife = { kind: 'halfLife' as const, halfLifeSec: 12 * 3_600 }
    const { steps } = run(inputOf({ pool, path: flat, flows: halfLife }))
    const differences = steps.map(({ longBalance, shortBalance }) =>
      Number(longBalance - shortBalance),
    )
    expect(differences[11]).toBeCloseTo(1e12, -2)
    expect(differences[23]).toBeCloseTo(0.5e12, -2)
  })

  it('gives the fees of those who flip to the sides, and loses nothing', () => {
    const { steps } = run(inputOf({ flows: { kind: 'immediate' } }))
    const pool = inputOf().pool
    const paid = steps.reduce((sum, { managementFee: f }) => sum + f.long + f.short, 0n)
    const last = steps.at(-1)
    const left = (last?.longBalance ?? 0n) + (last?.shortBalance ?? 0n)
    const off = pool.longBalance + pool.shortBalance - paid - left
    // The minting fee is cut to whole units twice, at each flip.
    expect(off >= -20n && off <= 20n).toBe(true)
  })

  it('yields what failed, and why', () => {
    const pool = makeUpPool({ ...MARKET, smaPeriods: 0, leverage: 50 }, START_SEC, 1500n * WAD)
    const { steps, end } = run(inputOf({ pool, path: pathOf([1500, 3000, 6000]) }))
    expect(steps.map(({ status }) => status)).toEqual(['failed', 'failed'])
    expect(steps[0]?.reason).toBe('price == 0')
    expect(end.stoppedBy).toBeUndefined()
  })

  it('ends at an upkeep whose transaction would revert', () => {
    const pool = { ...inputOf().pool, paused: true }
    expect(run(inputOf({ pool })).end).toMatchObject({
      upkeeps: 0,
      stoppedBy: { reason: 'Pool is paused' },
    })
  })

  it.each([
    ['no upkeep', pathOf([1500])],
    ['a price of zero', pathOf([1500, 0])],
    ['another step', { ...PATH, stepSec: 60 }],
  ])('rejects a path with %s', (_, path) => {
    expect(() => run(inputOf({ path }))).toThrow(RangeError)
  })
})
