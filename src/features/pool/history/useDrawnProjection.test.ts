import { expect, it } from 'vitest'
import { SAMPLE_POOL } from '../../../protocol/testing/samplePool'
import { computeProjection } from './projection'
import { looksSame } from './useDrawnProjection'

/** The pool of the samples right after its last upkeep, or so many seconds later. */
const projectionAt = (seconds: bigint, part = {}) =>
  computeProjection({
    ...SAMPLE_POOL,
    ...part,
    timestampSec: SAMPLE_POOL.lastPriceTimestampSec + seconds,
  })

it('is the same picture until the time has gone on by a step', () => {
  expect(looksSame(projectionAt(0n), projectionAt(4n), 5)).toBe(true)
  expect(looksSame(projectionAt(0n), projectionAt(5n), 5)).toBe(false)
})

it.each([
  ['a balance', { longBalance: SAMPLE_POOL.longBalance + 1n }],
  ['the last price', { executionPriceWad: SAMPLE_POOL.executionPriceWad + 1n }],
  ['that it can go on', { paused: true }],
])('is another one when %s has changed', (_, part) => {
  expect(looksSame(projectionAt(0n), projectionAt(0n, part), 5)).toBe(false)
})

it('is another one when an interval more has passed, however little time', () => {
  const late = SAMPLE_POOL.updateIntervalSec * 3n
  expect(looksSame(projectionAt(late - 1n), projectionAt(late), 5)).toBe(false)
})
