import { describe, expect, it } from 'vitest'
import type { PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { dueUpkeeps } from './dueUpkeeps'
import { type PoolStatus, poolStatus, poolStatuses } from './poolStatus'

const DUE_SEC = 1_060

/** As much of a pool as its status depends on. */
function poolWith(part: Partial<PoolSnapshot> = {}): PoolSnapshot {
  return {
    lastPriceTimestampSec: 1_000n,
    updateIntervalSec: 60n,
    longBalance: 5n,
    shortBalance: 5n,
    paused: false,
    committerPaused: false,
    oracle: { kind: 'spot', priceWad: 1n },
    ...part,
  } as PoolSnapshot
}

describe('a pool', () => {
  it.each<[atSec: number, status: PoolStatus]>([
    [DUE_SEC - 60, { kind: 'live' }],
    [DUE_SEC - 1, { kind: 'live' }],
    [DUE_SEC, { kind: 'due' }],
    [DUE_SEC + 60, { kind: 'due' }],
    [DUE_SEC + 61, { kind: 'late', bySec: 61 }],
    [DUE_SEC + 40 * 86_400, { kind: 'late', bySec: 40 * 86_400 }],
  ])('due at 1060, at %i', (nowSec, status) => {
    expect(poolStatus(poolWith(), nowSec)).toEqual(status)
  })

  it('is paused, however late and empty, and then no one is waited for', () => {
    const worst = { longBalance: 0n, shortBalance: 0n, paused: true, committerPaused: true }
    expect(poolStatuses(poolWith(worst), DUE_SEC + 9_999)).toEqual([
      { kind: 'paused' },
      { kind: 'oneSideEmpty', emptySide: 'both' },
    ])
  })

  it('whose committer alone is paused still rebalances, and can be late', () => {
    const pool = poolWith({ committerPaused: true })
    expect(poolStatuses(pool, DUE_SEC - 1)).toEqual([{ kind: 'committerPaused' }])
    expect(poolStatus(pool, DUE_SEC - 1)).toEqual({ kind: 'live' })
    expect(poolStatuses(pool, DUE_SEC + 61)).toEqual([
      { kind: 'committerPaused' },
      { kind: 'late', bySec: 61 },
    ])
  })

  it('tells all that holds, the most pressing first', () => {
    const pool = poolWith({ longBalance: 0n })
    const feedSec = BigInt(DUE_SEC)
    expect(poolStatuses(pool, DUE_SEC + 90_001, feedSec, true).map(({ kind }) => kind)).toEqual([
      'deprecated',
      'late',
      'oracleStale',
      'oneSideEmpty',
    ])
    expect(poolStatus(poolWith({ paused: true }), DUE_SEC, undefined, true)).toEqual({
      kind: 'paused',
    })
  })

  it.each([
    ['long', { longBalance: 0n }],
    ['short', { shortBalance: 0n }],
    ['both', { longBalance: 0n, shortBalance: 0n }],
  ] as const)('says which side is empty: %s', (emptySide, part) => {
    expect(poolStatus(poolWith(part), DUE_SEC)).toEqual({ kind: 'oneSideEmpty', emptySide })
  })

  it.each(['long', 'short'] as const)(
    'whose %s tokens have no money behind them cannot rebalance, and is not called late',
    (side) => {
      const pool = { ...SAMPLE_POOL, [`${side}Balance`]: 0n }
      const lateSec = Number(pool.lastPriceTimestampSec + pool.updateIntervalSec) + 9_999
      expect(poolStatus(pool, lateSec)).toEqual({ kind: 'refused', side })
      expect(dueUpkeeps(pool, lateSec)?.isRefused).toBe(true)
      expect(dueUpkeeps(SAMPLE_POOL, lateSec)?.isRefused).toBe(false)
      // Once the index has moved their way there is money again.
      const move = side === 'long' ? 2n : -2n
      const oracle = {
        kind: 'spot',
        priceWad: pool.executionPriceWad + (pool.executionPriceWad * move) / 100n,
      } as const
      expect(poolStatus({ ...pool, oracle }, lateSec).kind).toBe('late')
    },
  )

  it('that is late says so before it says that a side is empty', () => {
    expect(poolStatus(poolWith({ longBalance: 0n }), DUE_SEC + 61).kind).toBe('late')
  })

  it('has a stale oracle once its feed has missed its daily heartbeat by more than an hour', () => {
    const writtenSec = BigInt(DUE_SEC - 10)
    const lateness = (forSec: number) =>
      poolStatus(
        poolWith({ lastPriceTimestampSec: writtenSec + BigInt(forSec) }),
        Number(writtenSec) + forSec,
        writtenSec,
      )
    expect(lateness(25 * 3_600).kind).toBe('live')
    expect(lateness(25 * 3_600 + 1)).toEqual({
      kind: 'oracleStale',
      what: 'feed',
      forSec: 25 * 3_600 + 1,
    })
  })

  it('has a stale oracle when upkeeps come and its average takes no sample', () => {
    const oracle = {
      kind: 'sma',
      prices: [1n],
      periodCount: 1n,
      numPeriods: 6n,
      lastUpdateSec: 1_000n,
      updateIntervalSec: 120n,
      scaler: 1n,
      spotPrice: 1n,
    } as const
    const at = (nowSec: number) =>
      poolStatus(poolWith({ oracle, lastPriceTimestampSec: BigInt(nowSec) }), nowSec)
    expect(at(1_240).kind).toBe('live')
    expect(at(1_241)).toEqual({ kind: 'oracleStale', what: 'sma', forSec: 241 })
  })
})
