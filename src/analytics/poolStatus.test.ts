import { describe, expect, it } from 'vitest'
import type { PoolSnapshot } from '../protocol/snapshot'
import { type PoolStatus, poolStatus } from './poolStatus'

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

  it('is paused when it or its committer is, however late and empty', () => {
    const worst = { longBalance: 0n, shortBalance: 0n }
    for (const part of [{ paused: true }, { committerPaused: true }])
      expect(poolStatus(poolWith({ ...worst, ...part }), DUE_SEC + 9_999)).toEqual({
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

  it('that is late says so before it says that a side is empty', () => {
    expect(poolStatus(poolWith({ longBalance: 0n }), DUE_SEC + 61).kind).toBe('late')
  })
})
