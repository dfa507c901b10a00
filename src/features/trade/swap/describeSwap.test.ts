import { describe, expect, it } from 'vitest'
import { OutlookError } from '../../../analytics/outlook'
import type { WaysComparison } from '../../../analytics/secondary/compareWithQueue'
import type { SwapComparison } from './compareSwap'
import { describeBriefVerdict, describeTurningSize, describeVerdict } from './describeSwap'

const LONG = { symbol: 'long', decimals: 6 }
const USDC = { symbol: 'USDC', decimals: 6 }

function ways(
  better: WaysComparison['better'],
  nowOut: bigint,
  queueOut: bigint,
  countsGas = true,
) {
  const more = nowOut > queueOut ? nowOut - queueOut : queueOut - nowOut
  return {
    ways: {
      better,
      moreBy: more,
      countsGas,
      now: { out: nowOut, netOut: nowOut },
      queue: { out: queueOut, netOut: queueOut },
    },
  } as Pick<SwapComparison, 'ways'>
}

describe('which way gives more', () => {
  it('is said with how much, and in percent of the other', () => {
    expect(describeVerdict(ways('now', 110_000_000n, 100_000_000n), LONG)).toBe(
      'After network fees, swapping now gives 10.00 more long tokens than the queue (+10.00%).',
    )
    expect(describeVerdict(ways('queue', 100_000_000n, 125_000_000n), USDC)).toBe(
      'After network fees, the queue gives 25.00 more USDC than a swap now (+25.00%).',
    )
    expect(describeVerdict(ways('now', 110_000_000n, 100_000_000n, false), LONG)).toMatch(
      /^Before network fees, swapping now gives 10\.00 more long tokens/,
    )
    expect(describeVerdict(ways(undefined, 5n, 5n), LONG)).toBe('Both give the same.')
  })

  it('is said without percent where network fees eat the other', () => {
    expect(describeVerdict(ways('now', 1_000_000n, -1_000_000n), LONG)).toBe(
      'After network fees, swapping now gives 2.00 more long tokens than the queue.',
    )
  })

  it('is unknown without a queue, and why', () => {
    const paused = { ways: new OutlookError('the pool is paused') }
    expect(describeVerdict(paused, LONG)).toBe(
      'There’s no queue to compare with: the pool is paused.',
    )
  })
})

describe('which way gives more, in the line of the closed section', () => {
  it('is how many tokens, and in percent of the other, as an estimate', () => {
    expect(describeBriefVerdict(ways('now', 110_000_000n, 100_000_000n), LONG)).toBe(
      'Swap: ≈ 10.00 more long tokens (+10.00%)',
    )
    expect(describeBriefVerdict(ways('queue', 100_000_000n, 125_000_000n), USDC)).toBe(
      'Queue: ≈ 25.00 more USDC (+25.00%)',
    )
    expect(describeBriefVerdict(ways('queue', -1n, 1_999_999n), USDC)).toBe(
      'Queue: ≈ 2.00 more USDC',
    )
  })

  it('says what the queue waits for where its rebalance doesn’t come in time', () => {
    const queue = ways('queue', 100_000_000n, 125_000_000n)
    expect(describeBriefVerdict(queue, USDC, 'late')).toBe(
      'Queue: ≈ 25.00 more USDC (+25.00%), once rebalanced',
    )
    expect(describeBriefVerdict(queue, USDC, 'noPrice')).toMatch(/, once there is a price$/)
    const swap = ways('now', 110_000_000n, 100_000_000n)
    expect(describeBriefVerdict(swap, LONG, 'late')).toBe(
      'Swap: ≈ 10.00 more long tokens (+10.00%)',
    )
  })

  it('says where network fees aren’t counted, and where there is nothing to compare', () => {
    expect(describeBriefVerdict(ways('now', 110_000_000n, 100_000_000n, false), LONG)).toBe(
      'Swap: ≈ 10.00 more long tokens (+10.00%) before network fees',
    )
    expect(describeBriefVerdict(ways(undefined, 5n, 5n), LONG)).toBe('Swap and queue give the same')
    expect(describeBriefVerdict({ ways: new OutlookError('paused') }, LONG)).toBe(
      'No projection for the queue',
    )
  })
})

describe('the size at which it turns', () => {
  const of = (found: Parameters<typeof describeTurningSize>[0]) =>
    describeTurningSize(found, USDC).text
  it('is an amount, or what takes its place', () => {
    const max = 9_000_000_000n
    expect(of(undefined)).toBe('…')
    expect(of({ found: { kind: 'turns', upTo: 1_500_000_000n, from: 1_501_000_000n }, max })).toBe(
      'below ≈ 1,500.00 USDC',
    )
    expect(of({ found: { kind: 'always' }, max })).toBe('up to 9,000.00 USDC')
    expect(of({ found: { kind: 'never' }, max })).toBe('at no size')
    expect(of({ found: { kind: 'unclear' }, max })).toBe('unclear')
  })
})
