import { expect, it } from 'vitest'
import { describeEarliest } from './describeEarliest'

it('only an earliest execution that can be told a time has a clock time', () => {
  expect(describeEarliest({ kind: 'at' })).toBeUndefined()
  expect(describeEarliest({ kind: 'next' })).toBe('next rebalance')
  expect(describeEarliest({ kind: 'late', isDue: true })).toBe('overdue rebalance')
  expect(describeEarliest({ kind: 'late', isDue: false })).toBe('overdue rebalance or later')
  expect(describeEarliest({ kind: 'noPrice', isDue: false })).toBe('once there is a price')
  expect(describeEarliest({ kind: 'refused', isDue: true })).toBe('once the pool can rebalance')
  expect(describeEarliest({ kind: 'unknown' })).toBe('unknown until the network responds')
})
