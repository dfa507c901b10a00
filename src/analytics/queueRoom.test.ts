import { describe, expect, it } from 'vitest'
import { CommitType } from '../protocol/commitType'
import type { PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { NO_AMOUNTS, NO_USER } from '../protocol/userBalance'
import { commit } from '../protocol/userCommits'
import { queuedIntervals, queueRoom } from './queueRoom'

/** So long a front-running interval that every update interval is another one to commit into. */
const POOL: PoolSnapshot = {
  ...SAMPLE_POOL,
  updateIntervalId: 100n,
  updateIntervalSec: 60n,
  frontRunningIntervalSec: 3_600n,
}

function userWith(ids: readonly bigint[]): UserSnapshot {
  return {
    ...NO_USER,
    unAggregatedCommitments: ids,
    userCommitments: ids.map((id) => ({
      ...NO_AMOUNTS,
      longMintSettlement: 1n,
      updateIntervalId: id,
    })),
  }
}

const waiting = (count: number) => Array.from({ length: count }, (_, i) => 101n + BigInt(i))

describe('room in the queue', () => {
  it('counts each interval once', () => {
    expect(queuedIntervals(userWith(waiting(14)))).toBe(14)
    expect(queuedIntervals(userWith([101n, 103n, 101n]))).toBe(2)
    expect(queuedIntervals(NO_USER)).toBe(0)
  })

  it.each<[count: number, room: ReturnType<typeof queueRoom>]>([
    [0, 'free'],
    [13, 'free'],
    [14, 'last'],
    [15, 'full'],
    [16, 'full'],
  ])('with %i that wait is %s', (count, room) => {
    expect(queueRoom(POOL, userWith(waiting(count)), 200n)).toBe(room)
  })

  it('is there for an interval that is listed already, and for what a commit settles', () => {
    expect(queueRoom(POOL, userWith(waiting(15)), 115n)).toBe('free')
    expect(queueRoom(POOL, userWith([99n, ...waiting(14)]), 200n)).toBe('last')
    expect(queueRoom(POOL, userWith([98n, 99n, ...waiting(13)]), 200n)).toBe('free')
  })

  it('that is not full never lets a commit bring the list above what the contract settles at once', () => {
    const timeSec = POOL.lastPriceTimestampSec + 1n
    const order = { amount: 5n, commitType: CommitType.LongMint, fromAggregateBalance: false }
    for (let count = 0; count <= 15; count++) {
      // All before the interval that a commit goes into now.
      const user = userWith(waiting(count))
      const after = commit(POOL, user, order, timeSec)
      const room = queueRoom(POOL, user, after.updateIntervalId)
      expect(after.user.unAggregatedCommitments.length > 15).toBe(room === 'full')
    }
  })
})
