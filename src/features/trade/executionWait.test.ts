import { expect, it } from 'vitest'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { executionWait } from './executionWait'

const DUE_SEC = Number(SAMPLE_POOL.lastPriceTimestampSec + SAMPLE_POOL.updateIntervalSec)

it('an order has a time while keepers are expected, and otherwise what it waits for', () => {
  expect(executionWait(SAMPLE_POOL, DUE_SEC - 40)).toBeUndefined()
  expect(executionWait(SAMPLE_POOL, DUE_SEC + 60)).toBeUndefined()
  expect(executionWait(SAMPLE_POOL, DUE_SEC + 61)).toBe('late')
  const silent = { ...SAMPLE_POOL, oracle: { kind: 'unavailable' } } as const
  expect(executionWait(silent, DUE_SEC - 40)).toBe('noPrice')
  expect(executionWait({ ...SAMPLE_POOL, longBalance: 0n }, DUE_SEC)).toBe('refused')
})
