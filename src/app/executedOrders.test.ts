import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { countClaimable, executedSince } from './executedOrders'

const NOTHING = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }

function poolAt(intervalId: bigint, queued: readonly bigint[], escrow = NOTHING, address = '0x1') {
  return {
    facts: { address },
    snapshot: { updateIntervalId: intervalId },
    account: { user: { unAggregatedCommitments: queued }, escrow },
  } as unknown as PoolAtBlock
}
const LONG = { ...NOTHING, longTokens: 1n }

it('tells of a commit whose interval has been executed, once', () => {
  const before = poolAt(5n, [5n])
  const after = poolAt(6n, [5n], LONG)
  expect(executedSince([before], [after])).toEqual([{ pool: after, isClaimable: true }])
  expect(executedSince([after], [poolAt(7n, [5n], LONG)])).toEqual([])
})

it('tells of one that auto-claim has paid out already, and of none that still waits', () => {
  expect(executedSince([poolAt(5n, [5n])], [poolAt(6n, [])])).toMatchObject([
    { isClaimable: false },
  ])
  expect(executedSince([poolAt(5n, [6n])], [poolAt(6n, [6n])])).toEqual([])
})

it('knows nothing of a pool that was not there, or without an account', () => {
  expect(executedSince([], [poolAt(6n, [5n], LONG)])).toEqual([])
  const stranger = { ...poolAt(5n, [5n]), account: undefined }
  expect(executedSince([stranger], [poolAt(6n, [5n], LONG)])).toEqual([])
})

it('counts the markets with something in escrow', () => {
  expect(countClaimable([poolAt(1n, []), poolAt(1n, [], LONG, '0x2')])).toBe(1)
})
