import { describe, expect, it } from 'vitest'
import { currentSpotPrice, poolOutlook } from '../../analytics/outlook'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL, sampleCommitment } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { keeperOutlook, keeperStage } from './keeperStage'

/** An hour between rebalances, a quarter of it too late for the next. */
const POOL: PoolSnapshot = {
  ...SAMPLE_POOL,
  lastPriceTimestampSec: 1_000_000n,
  updateIntervalSec: 3_600n,
  frontRunningIntervalSec: 900n,
}

const LAST = 1_000_000

describe('where a pool is in the keeper’s steps', () => {
  it.each([
    [0, '1.0', 0],
    [2_699, '1.0', 2_699 / 3_600],
    [2_700, '2.0', 0.75],
    [3_599, '2.0', 3_599 / 3_600],
    [3_600, '3.0', 1],
    [9_999, '3.0', 1],
  ] as const)('%i s after a rebalance: step %s', (afterSec, step, passed) => {
    const stage = keeperStage(POOL, LAST + afterSec)
    expect(stage).toMatchObject({ step, passed, trouble: undefined })
    expect([stage.dueSec, stage.cutOffSec]).toEqual([LAST + 3_600, LAST + 2_700])
  })

  it('is never open for the next one where the front-running interval is longer', () => {
    const stage = keeperStage({ ...POOL, frontRunningIntervalSec: 28_800n }, LAST)
    expect(stage.step).toBe('2.0')
    expect(stage.slot?.updateIntervalId).toBe(POOL.updateIntervalId + 8n)
  })

  it('is in none of them while it is paused or has no price', () => {
    expect(keeperStage({ ...POOL, paused: true }, LAST)).toMatchObject({
      step: undefined,
      trouble: 'paused',
    })
    expect(keeperStage({ ...POOL, oracle: { kind: 'unavailable' } }, LAST)).toMatchObject({
      step: undefined,
      trouble: 'noPrice',
    })
  })
})

describe('what its next rebalance does', () => {
  const queue = [
    sampleCommitment(SAMPLE_POOL.updateIntervalId, { longMintSettlement: 500n * WAD }),
    sampleCommitment(SAMPLE_POOL.updateIntervalId + 1n, { shortMintSettlement: 70n * WAD }),
  ]
  const pool: PoolSnapshot = {
    ...SAMPLE_POOL,
    totalPoolCommitments: queue,
    pendingMintSettlementAmount: 570n * WAD,
    oracle: { kind: 'spot', priceWad: (SAMPLE_POOL.executionPriceWad * 11n) / 10n },
  }

  it('is the engine’s projection, with the commits of the intervals that it executes', () => {
    const outlook = keeperOutlook(pool)
    if (typeof outlook !== 'object') throw new Error(`no outlook: ${outlook}`)
    const after = poolOutlook(pool, currentSpotPrice(pool), 1).upkeeps[0]?.pool
    expect(outlook.upkeep.pool).toEqual(after)
    expect(outlook.executes).toMatchObject({
      longMintSettlement: 500n * WAD,
      shortMintSettlement: 0n,
    })
    expect(outlook.minted.long).toBe((after?.longTokenSupply ?? 0n) - pool.longTokenSupply)
    expect(outlook.minted.long).toBeGreaterThan(0n)
    expect(outlook.minted.short).toBe(0n)
    // The price has risen.
    expect(outlook.transfer?.from).toBe('short')
  })

  it('is a reason where it cannot be known', () => {
    expect(keeperOutlook({ ...pool, oracle: { kind: 'unavailable' } })).toContain('oracle')
    expect(typeof keeperOutlook({ ...pool, paused: true })).toBe('string')
  })
})
