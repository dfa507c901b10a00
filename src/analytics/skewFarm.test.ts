import { describe, expect, it } from 'vitest'
import { projectPool } from '../protocol/projectPool'
import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { WAD } from '../protocol/wad'
import { EDGE_DAY_MOVE, EDGE_DAYS } from './edgeTerms'
import { currentSpotPrice } from './outlook'
import { skewEdges } from './skewFarm'

const HOUR_SEC = 3_600n

/** Half as much again on the long side, one hour between upkeeps. */
const SKEWED: PoolSnapshot = {
  ...SAMPLE_POOL,
  longBalance: 1_500_000n * WAD,
  updateIntervalSec: HOUR_SEC,
}

function averaged(pool: PoolSnapshot, numPeriods: number): PoolSnapshot {
  const price = currentSpotPrice(pool)
  return {
    ...pool,
    oracle: {
      kind: 'sma',
      prices: Array.from({ length: numPeriods }, () => price),
      periodCount: BigInt(numPeriods),
      numPeriods: BigInt(numPeriods),
      lastUpdateSec: pool.timestampSec,
      updateIntervalSec: HOUR_SEC,
      scaler: 1n,
      spotPrice: price,
    },
  }
}

/** Random numbers that are the same in every run, 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** The short side's mean gain over the time, by the engine, the index tossing a coin each hour; each path also upside down. */
function simulatedShortGain(pool: PoolSnapshot, paths: number): number {
  const random = seeded(7)
  const hours = EDGE_DAYS * 24
  const step = EDGE_DAY_MOVE / Math.sqrt(24)
  let sum = 0
  for (let path = 0; path < paths; path++) {
    const tosses = Array.from({ length: hours }, () => (random() < 0.5 ? 1 : -1))
    for (const sign of [1, -1]) {
      let price = 1
      const steps = tosses.map((toss) => {
        price *= toss * sign > 0 ? 1 + step : 1 - step
        return { spotPrice: (currentSpotPrice(pool) * BigInt(Math.round(price * 1e9))) / 10n ** 9n }
      })
      const end = projectPool(pool, steps).at(-1)?.pool
      sum += Number(end?.shortBalance) / Number(pool.shortBalance) - 1
    }
  }
  return sum / (2 * paths)
}

/** Of the estimate, as a part of what the engine's paths come to. */
function differenceFromEngine(pool: PoolSnapshot): number {
  const simulated = simulatedShortGain(pool, 20)
  return Math.abs((skewEdges(pool)?.short.netGain ?? 0) / simulated - 1)
}

describe('the edge of a skew', () => {
  it('is there for no one while a side is empty', () => {
    expect(skewEdges({ ...SKEWED, longBalance: 0n })).toBeUndefined()
    expect(skewEdges({ ...SKEWED, shortBalance: 0n })).toBeUndefined()
  })

  it('is nothing without a skew, and what the smaller side gains the larger one loses', () => {
    expect(skewEdges(SAMPLE_POOL)?.long.netGain).toBe(0)
    const edges = skewEdges(SKEWED)
    expect(edges?.short.netGain).toBeGreaterThan(0)
    expect(1.5 * (edges?.long.netGain ?? 0)).toBeCloseTo(-(edges?.short.netGain ?? 0), 12)
  })

  it('is near the mean of what the engine makes of such an index', () => {
    expect(differenceFromEngine(SKEWED)).toBeLessThan(0.05)
  })

  it('is less for a pool that averages its price, and near the engine’s mean there too', () => {
    const pool = averaged(SKEWED, 8)
    const gain = skewEdges(pool)?.short.netGain ?? 0
    expect(gain).toBeLessThan(0.8 * (skewEdges(SKEWED)?.short.netGain ?? 0))
    expect(differenceFromEngine(pool)).toBeLessThan(0.05)
  })

  it('does not depend on how often the pool rebalances by more than that does', () => {
    const often = skewEdges({ ...SKEWED, updateIntervalSec: 60n })
    // Never more than what makes both sides equal: half of the difference, a quarter of the short side.
    expect(often?.short.netGain).toBeGreaterThan(skewEdges(SKEWED)?.short.netGain ?? 1)
    expect(often?.short.netGain).toBeLessThan(0.25)
  })

  it('is less by what it costs to get in, to get out with the rest, and to stay', () => {
    const fees = { mintingFee: fromUInt(WAD / 100n), burningFee: fromUInt(WAD / 50n) }
    const edges = skewEdges({ ...SKEWED, ...fees })
    const free = skewEdges(SKEWED)?.short.netGain ?? 0
    expect(edges?.short.inAndOutWad).toBe(WAD / 100n + ((WAD / 50n) * 99n) / 100n)
    expect(edges?.short.netGain).toBeCloseTo((1 + free) * 0.99 * 0.98 - 1, 12)
    const staying = skewEdges({ ...SKEWED, fee: fromUInt(WAD / 10_000n) })
    expect(staying?.short.netGain).toBeCloseTo((1 + free) * 0.9999 ** 168 - 1, 12)
  })

  it('is less by what keepers are paid: 10 gwei turn +47.7% into −34.3% for a pool of 3,000', () => {
    const small: PoolSnapshot = {
      ...SKEWED,
      longBalance: 2_000_000_000n,
      shortBalance: 1_000_000_000n,
    }
    const gainAt = (gasPriceWei: bigint) =>
      skewEdges({
        ...small,
        keeper: {
          gasPriceWei,
          settlementEthPriceWad: 3_000n * WAD,
          settlementTokenDecimals: 6n,
        },
      })?.short
    const free = gainAt(0n)
    const dear = gainAt(10n ** 10n)
    // (235,000 + 80,195) gas at 10 gwei and 3,000, with a tip of 5%, 168 times.
    const paid = (168 * 9_928_642) / 3_000_000_000
    expect(dear?.keeperShare).toBeCloseTo(paid, 6)
    expect(1 + (dear?.netGain ?? 0)).toBeCloseTo((1 + (free?.netGain ?? 0)) * (1 - paid), 6)
    expect(free?.netGain).toBeCloseTo(0.4776, 4)
    expect(dear?.netGain).toBeCloseTo(-0.344, 2)
    expect([free?.keeperShare, free?.isLargeEnough]).toEqual([0, true])
    expect(dear?.isLargeEnough).toBe(false)
  })

  it('takes no more than all of it', () => {
    const keeper = {
      gasPriceWei: 2n ** 100n,
      settlementEthPriceWad: WAD,
      settlementTokenDecimals: 18n,
    }
    expect(skewEdges({ ...SKEWED, keeper })?.short).toMatchObject({ keeperShare: 1, netGain: -1 })
  })

  it('counts the reward of a rebalance on time, also where keepers are late', () => {
    const keeper = {
      gasPriceWei: 10n ** 9n,
      settlementEthPriceWad: 3_000n * WAD,
      settlementTokenDecimals: 18n,
    }
    const late = { timestampSec: SKEWED.timestampSec + 40n * 86_400n }
    expect(skewEdges({ ...SKEWED, ...late, keeper })?.short.keeperShare).toBe(
      skewEdges({ ...SKEWED, keeper })?.short.keeperShare,
    )
  })
})
