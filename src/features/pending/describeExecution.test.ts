import { expect, it } from 'vitest'
import { formatAboutClock } from '../../format/formatAboutClock'
import { formatClock, formatDuration } from '../../format/formatTime'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { describeExecution } from './describeExecution'

const DUE_SEC = Number(SAMPLE_POOL.lastPriceTimestampSec + SAMPLE_POOL.updateIntervalSec)
const NEXT_SEC = DUE_SEC + Number(SAMPLE_POOL.updateIntervalSec)

it('an interval is headed by a clock time only while keepers are expected', () => {
  expect(describeExecution(SAMPLE_POOL, DUE_SEC, DUE_SEC - 40)).toEqual([
    `Executes at about ${formatAboutClock(DUE_SEC, DUE_SEC)}`,
    `in ${formatDuration(40)}`,
  ])
  expect(describeExecution(SAMPLE_POOL, DUE_SEC, DUE_SEC)).toEqual([
    'Executes at the next rebalance',
    'due now',
  ])
  const late = (earliestSec: number) => describeExecution(SAMPLE_POOL, earliestSec, DUE_SEC + 61)
  expect(late(DUE_SEC)).toEqual(['Executes when the overdue rebalance is performed', undefined])
  expect(late(NEXT_SEC)).toEqual([
    `Executes at the first rebalance at or after ${formatClock(NEXT_SEC, DUE_SEC + 61)}`,
    undefined,
  ])
})

it('an interval of a pool that can’t rebalance is headed by what that waits for', () => {
  const silent = { ...SAMPLE_POOL, oracle: { kind: 'unavailable' } } as const
  expect(describeExecution(silent, NEXT_SEC, DUE_SEC)).toEqual([
    'Executes once there is a price',
    undefined,
  ])
  const paused = { ...SAMPLE_POOL, paused: true }
  expect(describeExecution(paused, DUE_SEC, DUE_SEC)[1]).toBe('paused')
})
