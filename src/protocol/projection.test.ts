import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommitType } from './commitType'
import { computeEffectiveLeverage, computeSkewWad } from './poolMetrics'
import { projectOrder, projectUser } from './projection'
import { projectPool } from './projectPool'
import { fromUInt, ONE } from './quad'
import type { PoolSnapshot } from './snapshot'
import { SAMPLE_POOL, sampleCommitment } from './testing/samplePool'
import { earliestExecutionSec } from './updateInterval'
import { NO_USER } from './userBalance'
import { commit } from './userCommits'
import { WAD } from './wad'

const price = fc.bigInt({ min: 10n ** 9n, max: 10n ** 24n })
const path = fc.array(
  fc.record({ spotPrice: price, keeperReward: fc.bigInt({ min: 0n, max: WAD }) }),
  { maxLength: 6 },
)
const amount = fc.bigInt({ min: 0n, max: 10n ** 24n })

/** Pools with mints queued in the next intervals, and all fees. */
const pools = fc
  .record({
    longBalance: fc.bigInt({ min: 10n ** 12n, max: 10n ** 27n }),
    shortBalance: fc.bigInt({ min: 10n ** 12n, max: 10n ** 27n }),
    fee: fc.bigInt({ min: 0n, max: WAD / 1000n }).map(fromUInt),
    mintingFee: fc.bigInt({ min: 0n, max: WAD / 10n }).map(fromUInt),
    changeInterval: fc.bigInt({ min: 0n, max: WAD / 100n }).map(fromUInt),
    mints: fc.array(fc.tuple(amount, amount), { maxLength: 4 }),
  })
  .map(({ mints, ...rest }): PoolSnapshot => {
    const totalPoolCommitments = mints.map(([longMintSettlement, shortMintSettlement], i) =>
      sampleCommitment(100n + BigInt(i), { longMintSettlement, shortMintSettlement }),
    )
    const pendingMintSettlementAmount = mints.flat().reduce((sum, mint) => sum + mint, 0n)
    return { ...SAMPLE_POOL, ...rest, totalPoolCommitments, pendingMintSettlementAmount }
  })

const worth = (pool: PoolSnapshot) =>
  pool.longBalance +
  pool.shortBalance +
  pool.pendingMintSettlementAmount +
  pool.primaryFees +
  pool.secondaryFees

describe('projectPool', () => {
  it('conserves value and keeps every amount at zero or above', () => {
    fc.assert(
      fc.property(pools, path, (pool, steps) => {
        let before = pool
        for (const [i, { pool: after, status }] of projectPool(pool, steps).entries()) {
          const canPay = worth(after) !== worth(before)
          if (canPay) expect(worth(before) - worth(after)).toBe(steps[i]?.keeperReward)
          expect(after.longBalance >= 0n && after.shortBalance >= 0n).toBe(true)
          expect(after.longTokenSupply >= before.longTokenSupply).toBe(true)
          expect(after.mintingFee <= fromUInt(WAD)).toBe(true)
          if (status === 'done') expect(after.updateIntervalId).toBe(before.updateIntervalId + 1n)
          before = after
        }
      }),
    )
  })

  it('moves value to the side the price favours', () => {
    fc.assert(
      fc.property(pools, price, (pool, spotPrice) => {
        const [upkeep] = projectPool(pool, [{ spotPrice }])
        const { longBalanceChange, shortBalanceChange, longFeeAmount, shortFeeAmount } =
          upkeep?.rebalance ?? fail()
        const rises = spotPrice > pool.executionPriceWad
        if (rises) expect(longBalanceChange + longFeeAmount >= 0n).toBe(true)
        else expect(shortBalanceChange + shortFeeAmount >= 0n).toBe(true)
      }),
    )
  })

  it('treats the sides alike, but for a wei of dust', () => {
    fc.assert(
      fc.property(amount, amount, price, (a, b, to) => {
        const from = SAMPLE_POOL.executionPriceWad
        const pool = { ...SAMPLE_POOL, longBalance: a + 1000n, shortBalance: b + 1000n }
        const mirror = {
          ...SAMPLE_POOL,
          longBalance: b + 1000n,
          shortBalance: a + 1000n,
          executionPriceWad: to,
        }
        const one = projectPool(pool, [{ spotPrice: to }])[0]?.rebalance ?? fail()
        const other = projectPool(mirror, [{ spotPrice: from }])[0]?.rebalance ?? fail()
        const difference = one.longBalanceChange - other.shortBalanceChange
        expect(difference >= -1n && difference <= 1n).toBe(true)
      }),
    )
  })

  it('comes to the same in one go or in two, and changes nothing in no upkeeps', () => {
    fc.assert(
      fc.property(pools, path, fc.nat(), (pool, steps, at) => {
        const cut = at % (steps.length + 1)
        const whole = projectPool(pool, steps)
        const first = projectPool(pool, steps.slice(0, cut))
        const between = first.at(-1)?.pool ?? pool
        expect([...first, ...projectPool(between, steps.slice(cut))]).toEqual(whole)
        expect(projectPool(pool, [])).toEqual([])
      }),
    )
  })

  it('leaves the snapshot as it is', () => {
    const pool = Object.freeze({ ...SAMPLE_POOL })
    expect(() => projectPool(pool, [{ spotPrice: 2000n * WAD }])).not.toThrow()
  })

  it('counts queued burns once: the price of 1000 and 100 burned, over 1100, is one', () => {
    const pool = {
      ...SAMPLE_POOL,
      longBalance: 1100n,
      longTokenSupply: 1000n,
      pendingLongBurnPoolTokens: 100n,
      totalPoolCommitments: [sampleCommitment(100n, { longBurnPoolTokens: 100n })],
    }
    const [upkeep] = projectPool(pool, [{ spotPrice: pool.executionPriceWad }])
    expect(upkeep?.executed[0]?.longPrice).toBe(ONE)
    expect(upkeep?.pool.longBalance).toBe(1000n)
  })

  it('averages the samples of an SMA with the spot price once its interval has passed', () => {
    const oracle = {
      kind: 'sma' as const,
      prices: [100n * WAD, 200n * WAD, 300n * WAD],
      periodCount: 10n,
      numPeriods: 3n,
      lastUpdateSec: SAMPLE_POOL.timestampSec,
      updateIntervalSec: 3600n,
      scaler: 1n,
      spotPrice: 300n * WAD,
    }
    const prices = (updateIntervalSec: bigint) =>
      projectPool({ ...SAMPLE_POOL, oracle: { ...oracle, updateIntervalSec } }, [
        { spotPrice: 400n * WAD },
        { spotPrice: 500n * WAD },
      ]).map((upkeep) => upkeep.endPriceWad / WAD)
    expect(prices(3600n)).toEqual([300n, 400n])
    expect(prices(7200n)).toEqual([200n, 333n])
  })

  it('catches up 15 intervals at most, and moves the price once', () => {
    const due = SAMPLE_POOL.lastPriceTimestampSec
    const pool = { ...SAMPLE_POOL, timestampSec: due + 40n * 3600n }
    const upkeeps = projectPool(pool, Array(4).fill({ spotPrice: 2000n * WAD }))
    expect(upkeeps.map(({ executed }) => executed.length)).toEqual([15, 15, 10, 1])
    expect(upkeeps[1]?.rebalance?.longBalanceChange).toBe(0n)
    expect(upkeeps[2]?.pool.lastPriceTimestampSec).toBe(pool.timestampSec)
    expect(upkeeps[3]?.timestampSec).toBe(pool.timestampSec + 3600n)
  })

  it('says that an upkeep fails when a price path wipes a side out', () => {
    const pool = { ...SAMPLE_POOL, leverageAmount: fromUInt(20n), shortBalance: 10n }
    const [first, second] = projectPool(pool, [
      { spotPrice: 10n ** 26n },
      { spotPrice: 10n ** 26n },
    ])
    expect([first?.status, first?.reason]).toEqual(['failed', 'price == 0'])
    expect(second?.pool.updateIntervalId).toBe(100n)
  })
})

describe('projectUser and projectOrder', () => {
  const order = {
    amount: 1000n * WAD,
    commitType: CommitType.LongMint,
    fromAggregateBalance: false,
  }
  const flat = [{ spotPrice: 1500n * WAD }, { spotPrice: 1500n * WAD }]

  it('gives a mint at a price of one as many tokens, less the minting fee', () => {
    const pool = { ...SAMPLE_POOL, mintingFee: fromUInt(WAD / 100n) }
    const projection = projectOrder(pool, NO_USER, order, flat)
    expect(projection.mintingFeeAmount).toBe(10n * WAD)
    expect(projection.order).toMatchObject({ updateIntervalId: 100n, upkeepIndex: 0 })
    expect(projection.order.executesAtSec).toBe(SAMPLE_POOL.timestampSec + 3600n)
    // The fee has been credited to the long side before, so a token costs a little more than one.
    const tokens = projection.balances[0]?.longTokens ?? 0n
    expect(tokens).toBe(projection.order.outcome?._newLongTokens)
    expect(tokens < 990n * WAD && tokens > 989n * WAD).toBe(true)
  })

  it('sends an order in the front-running interval one upkeep further', () => {
    const late = SAMPLE_POOL.timestampSec + 3301n
    const projection = projectOrder(SAMPLE_POOL, NO_USER, order, flat, late)
    expect(projection.order).toMatchObject({ updateIntervalId: 101n, upkeepIndex: 1 })
    expect(projection.balances[0]?.longTokens).toBe(0n)
  })

  it('tells the earliest time of what the path does not reach', () => {
    const projection = projectOrder(SAMPLE_POOL, NO_USER, order, [])
    expect(projection.order.upkeepIndex).toBeUndefined()
    expect(projection.order.executesAtSec).toBe(SAMPLE_POOL.timestampSec + 3600n)
    expect(earliestExecutionSec(SAMPLE_POOL, 102n)).toBe(SAMPLE_POOL.timestampSec + 3n * 3600n)
  })

  it('shows what an order does to skew and effective leverage', () => {
    const big = { ...order, amount: 1_000_000n * WAD }
    const { standing } = projectOrder(SAMPLE_POOL, NO_USER, big, flat)
    expect(standing?.without.skewWad).toBe(WAD)
    expect(standing?.with.skewWad).toBe(2n * WAD)
    expect(standing?.with.effectiveLeverage).toEqual({
      longGainWad: (3n * WAD) / 2n,
      shortGainWad: 6n * WAD,
    })
  })

  it('has no skew without a counterparty', () => {
    const empty = { ...SAMPLE_POOL, shortBalance: 0n, shortTokenSupply: 0n }
    expect(computeSkewWad(empty)).toBeUndefined()
    expect(computeEffectiveLeverage(empty)).toBeUndefined()
  })

  it('follows each queued commit, and the escrow', () => {
    const first = commit(SAMPLE_POOL, NO_USER, order, SAMPLE_POOL.timestampSec + 1n)
    const flip = { amount: 7n, commitType: CommitType.LongBurn, fromAggregateBalance: false }
    const second = commit(first.pool, first.user, flip, SAMPLE_POOL.timestampSec + 3400n)
    const { commits, balances } = projectUser(second.pool, second.user, [
      { spotPrice: 1500n * WAD, timestampSec: SAMPLE_POOL.timestampSec + 3700n },
      { spotPrice: 1500n * WAD },
    ])
    expect(commits.map((c) => [c.commitType, c.upkeepIndex, c.updateIntervalId])).toEqual([
      [CommitType.LongMint, 0, 100n],
      [CommitType.LongBurn, 1, 101n],
    ])
    expect(balances.map((b) => [b.longTokens, b.settlementTokens])).toEqual([
      [1000n * WAD, 0n],
      [1000n * WAD, 7n],
    ])
  })
})

function fail(): never {
  throw new Error('There should have been an upkeep')
}
