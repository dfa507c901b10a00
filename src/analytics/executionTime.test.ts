import { expect, it } from 'vitest'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { executionTime, executionWait } from './executionTime'

const DUE_SEC = Number(SAMPLE_POOL.lastPriceTimestampSec + SAMPLE_POOL.updateIntervalSec)
const NEXT_SEC = DUE_SEC + Number(SAMPLE_POOL.updateIntervalSec)

it('an order has a time while keepers are expected, and otherwise what it waits for', () => {
  expect(executionWait(SAMPLE_POOL, DUE_SEC - 40)).toBeUndefined()
  expect(executionWait(SAMPLE_POOL, DUE_SEC + 60)).toBeUndefined()
  expect(executionWait(SAMPLE_POOL, DUE_SEC + 61)).toBe('late')
  const silent = { ...SAMPLE_POOL, oracle: { kind: 'unavailable' } } as const
  expect(executionWait(silent, DUE_SEC - 40)).toBe('noPrice')
  expect(executionWait({ ...SAMPLE_POOL, longBalance: 0n }, DUE_SEC)).toBe('refused')
})

it('is at its earliest time, at the rebalance that is due, or after what it waits for', () => {
  expect(executionTime(SAMPLE_POOL, DUE_SEC, DUE_SEC - 1)).toEqual({ kind: 'at', sec: DUE_SEC })
  expect(executionTime(SAMPLE_POOL, DUE_SEC, DUE_SEC)).toEqual({ kind: 'next' })
  expect(executionTime(SAMPLE_POOL, NEXT_SEC, DUE_SEC + 60)).toEqual({ kind: 'at', sec: NEXT_SEC })
  expect(executionTime(SAMPLE_POOL, DUE_SEC, DUE_SEC + 61)).toEqual({
    kind: 'late',
    isDue: true,
    sec: DUE_SEC,
  })
  expect(executionTime(SAMPLE_POOL, NEXT_SEC, DUE_SEC + 61)).toEqual({
    kind: 'late',
    isDue: false,
    sec: NEXT_SEC,
  })
})
