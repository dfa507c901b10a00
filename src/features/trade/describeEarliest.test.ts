import { expect, it } from 'vitest'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { describeEarliest } from './describeEarliest'

const DUE_SEC = Number(SAMPLE_POOL.lastPriceTimestampSec + SAMPLE_POOL.updateIntervalSec)
const NEXT_SEC = DUE_SEC + Number(SAMPLE_POOL.updateIntervalSec)

it('an earliest execution has a clock time only while that is ahead and keepers are expected', () => {
  expect(describeEarliest(SAMPLE_POOL, DUE_SEC, DUE_SEC - 1)).toBeUndefined()
  expect(describeEarliest(SAMPLE_POOL, DUE_SEC, DUE_SEC)).toBe('next rebalance')
  expect(describeEarliest(SAMPLE_POOL, NEXT_SEC, DUE_SEC + 60)).toBeUndefined()
})

it('of a late pool, it is the overdue rebalance, or one after it', () => {
  expect(describeEarliest(SAMPLE_POOL, DUE_SEC, DUE_SEC + 61)).toBe('overdue rebalance')
  expect(describeEarliest(SAMPLE_POOL, NEXT_SEC, DUE_SEC + 61)).toBe('overdue rebalance or later')
})

it('of a pool that can’t rebalance, it is what that waits for', () => {
  const silent = { ...SAMPLE_POOL, oracle: { kind: 'unavailable' } } as const
  expect(describeEarliest(silent, NEXT_SEC, DUE_SEC)).toBe('once there is a price')
  const empty = { ...SAMPLE_POOL, longBalance: 0n }
  expect(describeEarliest(empty, NEXT_SEC, DUE_SEC)).toBe('once the pool can rebalance')
})
