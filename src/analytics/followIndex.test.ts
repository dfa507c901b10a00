import { describe, expect, it } from 'vitest'
import { getOraclePrice } from '../protocol/poolKeeper'
import { projectPath } from '../protocol/projectPool'
import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot, SmaOracleSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL, sampleCommitment } from '../protocol/testing/samplePool'
import { WAD } from '../protocol/wad'
import { followIndex } from './followIndex'
import { OutlookError } from './outlook'

const OLD = SAMPLE_POOL.executionPriceWad
const NEW = (OLD * 8n) / 10n

/** A pool with an upkeep each five minutes, whose average is full of the old price; `passedSec` since its last sample. */
function averaging(oracle: Partial<SmaOracleSnapshot>, passedSec = 0n): PoolSnapshot {
  const { numPeriods = 24n } = oracle
  return {
    ...SAMPLE_POOL,
    fee: fromUInt(WAD / 100_000n),
    updateIntervalSec: 300n,
    oracle: {
      kind: 'sma',
      prices: Array.from({ length: Number(numPeriods) }, () => OLD),
      periodCount: numPeriods,
      numPeriods,
      lastUpdateSec: SAMPLE_POOL.lastPriceTimestampSec - passedSec,
      updateIntervalSec: 3_600n,
      scaler: 1n,
      spotPrice: OLD,
      ...oracle,
    },
  }
}

const upkeepsBetween = (before: PoolSnapshot, after: PoolSnapshot) =>
  Number(after.updateIntervalId - before.updateIntervalId)

function averageOf({ oracle }: PoolSnapshot): bigint {
  return getOraclePrice(oracle)
}

describe('a move of the index', () => {
  it('is in a spot price after one upkeep', () => {
    const after = followIndex(SAMPLE_POOL, NEW)
    expect(upkeepsBetween(SAMPLE_POOL, after)).toBe(1)
    expect(after.executionPriceWad).toBe(NEW)
  })

  it.each<[what: string, pool: PoolSnapshot, upkeeps: number]>([
    ['24 samples, one an hour', averaging({}), 288],
    ['the next sample due at once', averaging({}, 3_600n), 277],
    ['a sample at each upkeep', averaging({ updateIntervalSec: 300n }), 24],
    ['samples nearer than upkeeps', averaging({ updateIntervalSec: 60n }), 24],
    // 450 s need two upkeeps of 300 s.
    ['samples that fall between upkeeps', averaging({ updateIntervalSec: 450n }), 48],
    ['an average that is not full yet', averaging({ prices: [OLD], periodCount: 1n }), 288],
    ['one sample', averaging({ numPeriods: 1n }), 12],
  ])('is in an average of %3$s', (_, pool, upkeeps) => {
    const after = followIndex(pool, NEW)
    expect(upkeepsBetween(pool, after)).toBe(upkeeps)
    expect(averageOf(after)).toBe(NEW)
    expect(after.executionPriceWad).toBe(NEW)
    // Not one upkeep sooner.
    const path = Array.from({ length: upkeeps - 1 }, () => ({ spotPrice: NEW }))
    expect(projectPath(pool, path).at(-1)?.pool.executionPriceWad).not.toBe(NEW)
  })

  it('comes to what the engine comes to step by step, with what is queued and what keepers are paid', () => {
    const keeper = {
      gasPriceWei: 10n ** 9n,
      settlementEthPriceWad: 3_000n * WAD,
      settlementTokenDecimals: 18n,
    }
    const queued = sampleCommitment(SAMPLE_POOL.updateIntervalId + 100n, {
      longMintSettlement: 5_000n * WAD,
    })
    const pool = {
      ...averaging({}),
      keeper,
      pendingMintSettlementAmount: 5_000n * WAD,
      totalPoolCommitments: [queued],
    }
    const after = followIndex(pool, NEW)
    // 375,195 gas at 1 gwei, 3,000 and the first tip.
    const keeperReward = (375_195n * 3_000n * 105n * 10n ** 9n) / 100n
    const path = Array.from({ length: 288 }, () => ({ spotPrice: NEW, keeperReward }))
    expect(after).toEqual(projectPath(pool, path).at(-1)?.pool)
    expect(after.longTokenSupply).toBeGreaterThan(pool.longTokenSupply)
  })

  it('is not followed beyond 300 upkeeps', () => {
    expect(() => followIndex(averaging({ updateIntervalSec: 3_900n }), NEW)).toThrow(OutlookError)
    expect(() => followIndex(averaging({ updateIntervalSec: 2n ** 255n }), NEW)).toThrow(/300/)
    // Little between samples, and the first one never.
    const never = averaging({ numPeriods: 1n, updateIntervalSec: 2n ** 40n })
    expect(() => followIndex(never, NEW)).toThrow(/300/)
  })

  it('is not followed where the contract would refuse a rebalance on the way, or where the queue is not known', () => {
    const refused = { ...averaging({}), shortBalance: 0n }
    expect(() => followIndex(refused, OLD * 2n)).toThrow(/would fail: price == 0/)
    const unread = { ...averaging({}), queueReadBelow: SAMPLE_POOL.updateIntervalId + 50n }
    expect(() => followIndex(unread, NEW)).toThrow(/other traders’ commits/)
  })
})
