import { getUpdatedAggregateBalance, NOTHING, type UpdateResult } from './aggregateUpdate'
import { MAX_ITERATIONS } from './bounds'
import { checkedAdd } from './checkedMath'
import { AMOUNT_OF } from './commitType'
import { requireUnpaused } from './leveragedPool'
import { RevertError, SnapshotError } from './protocolError'
import type {
  Balance,
  CommitmentAmounts,
  PoolSnapshot,
  UserCommitment,
  UserSnapshot,
} from './snapshot'

/** A user who has never been here. */
export const NO_USER: UserSnapshot = {
  aggregateBalance: { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n },
  unAggregatedCommitments: [],
  userCommitments: [],
}

/** Nothing queued. */
export const NO_AMOUNTS: CommitmentAmounts = {
  longMintSettlement: 0n,
  longBurnPoolTokens: 0n,
  shortMintSettlement: 0n,
  shortBurnPoolTokens: 0n,
  shortBurnLongMintPoolTokens: 0n,
  longBurnShortMintPoolTokens: 0n,
}

/**
 * Folds executed commits into the escrow, at most 15 ids, and credits burning and minting fees to
 * the sides they belong to.
 *
 * @throws RevertError `Pool is paused`, or `price == 0` for commits to a side worth nothing
 * @see PoolCommitter.updateAggregateBalance
 */
export function updateAggregateBalance(
  pool: PoolSnapshot,
  user: UserSnapshot,
): { pool: PoolSnapshot; user: UserSnapshot } {
  requireUnpaused(pool)
  const all = user.unAggregatedCommitments
  const isCapped = all.length > MAX_ITERATIONS
  const left = [...all]
  const waiting: bigint[] = []
  const folded = new Set<bigint>()
  let longFee = 0n
  let shortFee = 0n
  let balance = user.aggregateBalance
  all.slice(0, MAX_ITERATIONS).forEach((id, i) => {
    if (id === 0n) return
    const commitment = commitmentOf(user, id)
    if (commitment.updateIntervalId >= pool.updateIntervalId) {
      waiting.push(id)
      return
    }
    // The changed order lets an id be listed twice; the second time nothing is left of it.
    if (!folded.has(id)) {
      const result = getBalanceSingleCommitment(pool, commitment)
      longFee = checkedAdd(longFee, result._longSettlementFee)
      shortFee = checkedAdd(shortFee, result._shortSettlementFee)
      balance = addResult(balance, result)
      folded.add(id)
    }
    // With more than 15 ids the contract fills the gap with the last one, so their order changes.
    const last = left.at(-1)
    if (isCapped && last !== undefined && i < left.length - 1) left[i] = last
    left.pop()
  })
  const unAggregatedCommitments = isCapped ? left : waiting
  return {
    pool: {
      ...pool,
      longBalance: checkedAdd(pool.longBalance, longFee),
      shortBalance: checkedAdd(pool.shortBalance, shortFee),
    },
    user: {
      aggregateBalance: balance,
      unAggregatedCommitments,
      userCommitments: user.userCommitments.flatMap((commitment) => {
        const id = commitment.updateIntervalId
        if (!folded.has(id)) return [commitment]
        return unAggregatedCommitments.includes(id) ? [{ ...NO_AMOUNTS, updateIntervalId: id }] : []
      }),
    },
  }
}

/**
 * What the user has in escrow, executed commits included as far as one aggregation goes (15 ids).
 *
 * @throws RevertError `price == 0` for commits to a side worth nothing
 * @see PoolCommitter.getAggregateBalance
 */
export function getAggregateBalance(pool: PoolSnapshot, user: UserSnapshot): Balance {
  let balance = user.aggregateBalance
  for (const id of user.unAggregatedCommitments.slice(0, MAX_ITERATIONS)) {
    if (id === 0n) continue
    const commitment = commitmentOf(user, id)
    if (commitment.updateIntervalId >= pool.updateIntervalId) continue
    balance = addResult(balance, getBalanceSingleCommitment(pool, commitment))
  }
  return balance
}

/**
 * The pool and the user after a claim, and what it pays to the wallet.
 *
 * @throws RevertError `Pool is paused`
 * @see PoolCommitter.claim
 */
export function claim(
  pool: PoolSnapshot,
  user: UserSnapshot,
): { pool: PoolSnapshot; user: UserSnapshot; paid: Balance } {
  if (pool.committerPaused) throw new RevertError('Pool is paused')
  const aggregated = updateAggregateBalance(pool, user)
  return {
    pool: aggregated.pool,
    user: { ...aggregated.user, aggregateBalance: NO_USER.aggregateBalance },
    paid: aggregated.user.aggregateBalance,
  }
}

/**
 * What one interval's commits of a user turn into at the current minting fee.
 *
 * @throws SnapshotError `executedIntervals` when the interval's prices are missing
 * @see PoolCommitter.getBalanceSingleCommitment (internal there)
 */
export function getBalanceSingleCommitment(
  pool: PoolSnapshot,
  commitment: UserCommitment,
): UpdateResult {
  const id = commitment.updateIntervalId
  if (isNothing(commitment)) return NOTHING
  const interval = pool.executedIntervals.find((executed) => executed.updateIntervalId === id)
  if (interval === undefined) throw new SnapshotError('executedIntervals', `${id} is missing`)
  return getUpdatedAggregateBalance({
    ...commitment,
    longPrice: interval.longPrice,
    shortPrice: interval.shortPrice,
    mintingFeeRate: pool.mintingFee,
    currentUpdateIntervalId: pool.updateIntervalId,
    burnFee: interval.burnFee,
  })
}

const AMOUNT_FIELDS = Object.values(AMOUNT_OF)

/** Whether nothing is queued. What else an entry holds does not count. */
export function isNothing(amounts: CommitmentAmounts): boolean {
  return AMOUNT_FIELDS.every((field) => amounts[field] === 0n)
}

function commitmentOf(user: UserSnapshot, id: bigint): UserCommitment {
  const commitment = user.userCommitments.find((c) => c.updateIntervalId === id)
  if (commitment === undefined) throw new SnapshotError('userCommitments', `${id} is missing`)
  return commitment
}

function addResult(balance: Balance, result: UpdateResult): Balance {
  return {
    longTokens: checkedAdd(balance.longTokens, result._newLongTokens),
    shortTokens: checkedAdd(balance.shortTokens, result._newShortTokens),
    settlementTokens: checkedAdd(balance.settlementTokens, result._newSettlementTokens),
  }
}
