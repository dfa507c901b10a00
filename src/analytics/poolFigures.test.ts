import { describe, expect, it } from 'vitest'
import { computeEffectiveLeverage, computeSkewWad } from '../protocol/poolMetrics'
import { fromUInt, ONE } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { earliestExecutionSec } from '../protocol/updateInterval'
import { WAD } from '../protocol/wad'
import { commitSlot, longShareWad, tokenPrice, upkeepDueSec } from './poolFigures'

const POOL: PoolSnapshot = {
  ...SAMPLE_POOL,
  timestampSec: 1_000_000n,
  longBalance: 0n,
  shortBalance: 0n,
  lastPriceTimestampSec: 1_000_000n,
  frontRunningIntervalSec: 28_800n,
  longTokenSupply: 0n,
  shortTokenSupply: 0n,
  updateIntervalId: 7n,
}

describe('a token’s price', () => {
  it('is one while no one holds any', () => {
    for (const side of ['long', 'short'] as const)
      expect(tokenPrice(POOL, side)).toEqual({ quad: ONE, wad: WAD })
    expect(tokenPrice({ ...POOL, longBalance: 5n }, 'long').wad).toBe(WAD)
  })

  it('counts queued burns once: they have left the supply, and still have their share', () => {
    const pool = {
      ...POOL,
      longBalance: 1_000n,
      longTokenSupply: 900n,
      pendingLongBurnPoolTokens: 100n,
      shortBalance: 500n,
      shortTokenSupply: 0n,
      pendingShortBurnPoolTokens: 250n,
    }
    expect(tokenPrice(pool, 'long')).toEqual({ quad: ONE, wad: WAD })
    expect(tokenPrice(pool, 'short')).toEqual({ quad: fromUInt(2n), wad: 2n * WAD })
  })

  it('is zero when a side has lost everything', () => {
    expect(tokenPrice({ ...POOL, longTokenSupply: 10n }, 'long').wad).toBe(0n)
  })
})

describe('skew', () => {
  it('is long over short, and the longs’ share of the whole', () => {
    const pool = { ...POOL, longBalance: 300n, shortBalance: 200n }
    expect(computeSkewWad(pool)).toBe((3n * WAD) / 2n)
    expect(longShareWad(pool)).toBe((6n * WAD) / 10n)
  })

  it.each([
    ['long', { longBalance: 0n, shortBalance: 5n }, 0n],
    ['short', { longBalance: 5n, shortBalance: 0n }, WAD],
    ['both', { longBalance: 0n, shortBalance: 0n }, undefined],
  ])('is undefined, not one, while a side is empty: %s', (_, balances, share) => {
    const pool = { ...POOL, ...balances }
    expect(computeSkewWad(pool)).toBeUndefined()
    expect(computeEffectiveLeverage(pool)).toBeUndefined()
    expect(longShareWad(pool)).toBe(share)
  })

  it('makes the leverage on gains: long L / skew, short L · skew', () => {
    const pool = { ...POOL, longBalance: 300n, shortBalance: 200n }
    expect(computeEffectiveLeverage(pool)).toEqual({
      longGainWad: 2n * WAD,
      shortGainWad: (9n * WAD) / 2n,
    })
  })

  it('gives a 1x pool with 10% more longs 1.1x on the shorts’ gains, as in the articles', () => {
    const pool = { ...POOL, leverageAmount: ONE, longBalance: 110n, shortBalance: 100n }
    expect(computeEffectiveLeverage(pool)?.shortGainWad).toBe((11n * WAD) / 10n)
  })
})

describe('a commit’s slot', () => {
  it.each<[afterSec: bigint, id: bigint]>([
    [0n, 15n],
    [1n, 15n],
    [3_599n, 15n],
    [3_600n, 16n],
    [7_200n, 17n],
  ])('with 8 h of front-running interval and 1 h of updates, %s s after the last: %s', (s, id) => {
    const slot = commitSlot(POOL, 1_000_000n + s)
    expect(slot.updateIntervalId).toBe(id)
    expect(slot.executesAtSec).toBe(1_000_000n + (id - 7n + 1n) * 3_600n)
  })

  it.each<[afterSec: bigint, id: bigint]>([
    [0n, 7n],
    [44n, 7n],
    [45n, 8n],
    [59n, 8n],
    [104n, 8n],
    [105n, 9n],
  ])(
    'with 15 s of front-running interval and 60 s of updates, %s s after the last: %s',
    (s, id) => {
      const pool = { ...POOL, updateIntervalSec: 60n, frontRunningIntervalSec: 15n }
      expect(commitSlot(pool, 1_000_000n + s).updateIntervalId).toBe(id)
    },
  )

  it('takes a clock that is behind the last upkeep for that upkeep’s time', () => {
    expect(commitSlot(POOL, 1n)).toEqual(commitSlot(POOL, 1_000_000n))
  })

  it('of the current interval executes at the next upkeep', () => {
    expect(earliestExecutionSec(POOL, 7n)).toBe(upkeepDueSec(POOL))
    expect(upkeepDueSec(POOL)).toBe(1_003_600n)
  })

  it('keeps its time when an upkeep comes just in time', () => {
    const { updateIntervalId, executesAtSec } = commitSlot(POOL, 1_000_100n)
    const later = {
      ...POOL,
      lastPriceTimestampSec: upkeepDueSec(POOL),
      updateIntervalId: POOL.updateIntervalId + 1n,
    }
    expect(earliestExecutionSec(later, updateIntervalId)).toBe(executesAtSec)
  })
})
