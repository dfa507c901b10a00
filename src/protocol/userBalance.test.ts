import { describe, expect, it } from 'vitest'
import { CommitType } from './commitType'
import { fromUInt, ONE } from './quad'
import type { ExecutedInterval, PoolSnapshot, UserSnapshot } from './snapshot'
import { SAMPLE_POOL, sampleCommitment } from './testing/samplePool'
import { claim, getAggregateBalance, NO_USER, updateAggregateBalance } from './userBalance'
import { commit } from './userCommits'
import { WAD } from './wad'

const executed = (updateIntervalId: bigint): ExecutedInterval => ({
  updateIntervalId,
  longPrice: ONE,
  shortPrice: ONE,
  burnFee: fromUInt(WAD / 100n),
})
const ids = (from: bigint, count: number) =>
  Array.from({ length: count }, (_, i) => from + BigInt(i))

/** A user with one amount in each of these intervals, and a pool that remembers their prices. */
function queued(list: bigint[], field: 'longMintSettlement' | 'longBurnPoolTokens') {
  const user: UserSnapshot = {
    ...NO_USER,
    unAggregatedCommitments: list,
    userCommitments: list.map((id) => sampleCommitment(id, { [field]: 1000n })),
  }
  const pool: PoolSnapshot = { ...SAMPLE_POOL, executedIntervals: list.map(executed) }
  return { user, pool }
}

describe('aggregation', () => {
  it('takes the burning fee and gives it back to the side', () => {
    const { user, pool } = queued([99n], 'longBurnPoolTokens')
    const after = updateAggregateBalance(pool, user)
    expect(after.user.aggregateBalance.settlementTokens).toBe(990n)
    expect(after.pool.longBalance).toBe(pool.longBalance + 10n)
    expect(after.user).toMatchObject({ unAggregatedCommitments: [], userCommitments: [] })
  })

  it('leaves what has not been executed', () => {
    const { user, pool } = queued([99n, 100n, 101n], 'longMintSettlement')
    const after = updateAggregateBalance(pool, user)
    expect(after.user.aggregateBalance.longTokens).toBe(1000n)
    expect(after.user.unAggregatedCommitments).toEqual([100n, 101n])
  })

  it('folds 15 ids at most and leaves the rest in the order of the contract', () => {
    const { user, pool } = queued(ids(80n, 18), 'longMintSettlement')
    expect(getAggregateBalance(pool, user).longTokens).toBe(15_000n)
    const once = updateAggregateBalance(pool, user)
    expect(once.user.unAggregatedCommitments).toEqual([97n, 96n, 95n])
    const twice = updateAggregateBalance(once.pool, once.user)
    expect(twice.user.aggregateBalance.longTokens).toBe(18_000n)
  })

  it('counts an id that is listed twice once, though the view counts it twice', () => {
    const { user, pool } = queued([99n], 'longMintSettlement')
    const twice = { ...user, unAggregatedCommitments: [99n, 99n] }
    expect(getAggregateBalance(pool, twice).longTokens).toBe(2000n)
    expect(updateAggregateBalance(pool, twice).user.aggregateBalance.longTokens).toBe(1000n)
  })

  it('pays all of it in a claim', () => {
    const { user, pool } = queued([99n], 'longMintSettlement')
    const { paid, user: after } = claim(pool, user)
    expect(paid.longTokens).toBe(1000n)
    expect(after).toEqual(NO_USER)
  })
})

describe('commit', () => {
  const order = { amount: 1000n, commitType: CommitType.LongMint, fromAggregateBalance: false }
  const at = SAMPLE_POOL.timestampSec

  it('credits the minting fee at once and queues the rest', () => {
    const pool = { ...SAMPLE_POOL, mintingFee: fromUInt(WAD / 50n) }
    const after = commit(pool, NO_USER, order, at)
    expect(after.pool.longBalance).toBe(pool.longBalance + 20n)
    expect(after.pool.pendingMintSettlementAmount).toBe(980n)
    expect(after.user.userCommitments[0]).toMatchObject({ longMintSettlement: 980n })
  })

  it('burns at once and remembers it', () => {
    const burn = { ...order, commitType: CommitType.LongBurnShortMint }
    const { pool } = commit(SAMPLE_POOL, NO_USER, burn, at)
    expect(pool.longTokenSupply).toBe(SAMPLE_POOL.longTokenSupply - 1000n)
    expect(pool.pendingLongBurnPoolTokens).toBe(1000n)
  })

  it.each([
    ['Amount must not be zero', { ...order, amount: 0n }],
    ['Insufficient settlement tokens', { ...order, fromAggregateBalance: true }],
    [
      'Insufficient pool tokens',
      { ...order, commitType: CommitType.ShortBurn, fromAggregateBalance: true },
    ],
    [
      'ERC20: burn amount exceeds balance',
      { ...order, commitType: CommitType.ShortBurn, amount: 1n << 127n },
    ],
  ])('refuses: %s', (reason, refused) => {
    expect(() => commit(SAMPLE_POOL, NO_USER, refused, at)).toThrow(
      expect.objectContaining({ code: 'REVERT', reason }),
    )
  })

  it('refuses an amount that does not fit', () => {
    const wide = { ...order, amount: 1n << 128n }
    expect(() => commit(SAMPLE_POOL, NO_USER, wide, at)).toThrow(
      expect.objectContaining({ code: 'ARGUMENT' }),
    )
  })
})
