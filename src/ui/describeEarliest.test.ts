import { expect, it } from 'vitest'
import { formatClock } from '../format/formatTime'
import { describeEarliest, describeWaiting } from './describeEarliest'

const SEC = 1_700_000_000
const late = (isDue: boolean) => ({ kind: 'late', isDue, sec: SEC }) as const

it('has a clock time only where it is known', () => {
  expect(describeEarliest({ kind: 'at' }, SEC)).toBeUndefined()
  expect(describeEarliest({ kind: 'next' }, SEC)).toBe('next rebalance')
  expect(describeEarliest(late(true), SEC)).toBe('overdue rebalance')
  expect(describeEarliest(late(false), SEC)).toBe(`${formatClock(SEC, SEC)} or later`)
  expect(describeEarliest({ kind: 'noPrice', isDue: false, sec: SEC }, SEC)).toBe(
    'once there is a price',
  )
  expect(describeEarliest({ kind: 'refused', isDue: true, sec: SEC }, SEC)).toBe(
    'once the pool can rebalance',
  )
  expect(describeEarliest({ kind: 'unknown' }, SEC)).toBe('unknown until the network responds')
})

it('says the same in a sentence', () => {
  expect(describeWaiting(late(true), SEC)).toBe('Executes when the overdue rebalance is performed')
  expect(describeWaiting(late(false), SEC)).toBe(
    `Executes at the first rebalance at or after ${formatClock(SEC, SEC)}`,
  )
})
