import { describe, expect, it } from 'vitest'
import { SAMPLE_POOL } from '../../../protocol/testing/samplePool'
import { computeProjection } from './projection'

const INTERVAL = SAMPLE_POOL.updateIntervalSec
/** The pool some intervals after its last upkeep. */
const poolAfter = (intervals: bigint, part = {}) => ({
  ...SAMPLE_POOL,
  ...part,
  timestampSec: SAMPLE_POOL.lastPriceTimestampSec + intervals * INTERVAL,
})

describe('the projection of a pool', () => {
  it('puts each upkeep of a pool on time at its own time', () => {
    const { catchUp, next, now, reason } = computeProjection(poolAfter(0n))
    expect(catchUp).toBeUndefined()
    expect(reason).toBeUndefined()
    expect(next.map(({ timeSec }) => (timeSec - now.timeSec) / Number(INTERVAL))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ])
    expect(now.isExact).toBe(true)
    expect(next.every(({ isExact }) => !isExact)).toBe(true)
  })

  it('does not take a single upkeep that is due for a delay', () => {
    const { catchUp, next, now } = computeProjection(poolAfter(1n))
    expect(catchUp).toBeUndefined()
    expect(next[0]?.timeSec).toBe(now.timeSec)
    expect(next[1]?.timeSec).toBeGreaterThan(now.timeSec)
  })

  it.each([
    [2n, 1],
    [15n, 1],
    [16n, 2],
    [180n, 12],
  ])(
    'makes one state of all that is due after %i intervals, and goes on from there',
    (late, upkeeps) => {
      const { catchUp, next, now } = computeProjection(poolAfter(late))
      expect(catchUp).toMatchObject({ upkeeps, lateIntervals: Number(late), isCaughtUp: true })
      expect(catchUp?.point.timeSec).toBe(now.timeSec)
      const times = next.map(({ timeSec }) => timeSec)
      expect(times).toHaveLength(8)
      expect(new Set([now.timeSec, ...times]).size).toBe(9)
    },
  )

  it('says where it does not come to the end of a delay, and puts nothing after it', () => {
    const { catchUp, next } = computeProjection(poolAfter(2_000n))
    expect(catchUp).toMatchObject({ upkeeps: 64, isCaughtUp: false })
    expect(next).toEqual([])
  })

  it('gives the reason where none can succeed', () => {
    const { catchUp, next, reason } = computeProjection(poolAfter(0n, { paused: true }))
    expect(catchUp).toBeUndefined()
    expect(next).toEqual([])
    expect(reason).toMatch(/paused/i)
  })
})
