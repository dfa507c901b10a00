import { getUpdatedAggregateBalance, NOTHING, type UpdateResult } from './aggregateUpdate'
import { checkedAdd, checkedSub } from './checkedMath'
import { CommitType, isMint } from './commitType'
import { requireUnpaused } from './leveragedPool'
import { getAppropriateUpdateIntervalId, MAX_ITERATIONS } from './poolCommitter'
import { mintingOrBurningFee } from './poolSwapLibrary'
import { ArgumentError, PanicCode, PanicError, RevertError, SnapshotError } from './protocolError'
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

const NO_AMOUNTS: CommitmentAmounts = {
  longMintSettlement: 0n,
  longBurnPoolTokens: 0n,
  shortMintSettlement: 0n,
  shortBurnPoolTokens: 0n,
  shortBurnLongMintPoolTokens: 0n,
  longBurnShortMintPoolTokens: 0n,
}

const AMOUNT_OF: Record<CommitType, keyof CommitmentAmounts> = {
  [CommitType.ShortMint]: 'shortMintSettlement',
  [CommitType.ShortBurn]: 'shortBurnPoolTokens',
  [CommitType.LongMint]: 'longMintSettlement',
  [CommitType.LongBurn]: 'longBurnPoolTokens',
  [CommitType.LongBurnShortMint]: 'longBurnShortMintPoolTokens',
  [CommitType.ShortBurnLongMint]: 'shortBurnLongMintPoolTokens',
}

/** A commit as a user sends it. */
export interface CommitOrder {
  /** Settlement units for mints, pool token units for burns and flips; below 2^128. */
  readonly amount: bigint
  readonly commitType: CommitType
  /** From the escrow instead of the wallet. */
  readonly fromAggregateBalance: boolean
}

export interface CommitResult {
  readonly pool: PoolSnapshot
  readonly user: UserSnapshot
  /** The interval it went into, as in `CreateCommit`. */
  readonly updateIntervalId: bigint
  /** Minting fee taken at once and credited to the side, settlement units. */
  readonly mintingFeeAmount: bigint
}

/**
 * The pool and the user after a commit. What the wallet holds and has approved is not looked at.
 *
 * @param timestampSec Block time, Unix seconds
 * @throws RevertError `Amount must not be zero`, `Pool is paused`, `Insufficient settlement
 *   tokens`, `Insufficient pool tokens`; PanicError 0x11 for burns above the whole supply
 * @see PoolCommitter.commit
 */
export function commit(
  pool: PoolSnapshot,
  user: UserSnapshot,
  order: CommitOrder,
  timestampSec: bigint,
): CommitResult {
  const { amount, commitType, fromAggregateBalance } = order
  if (amount < 0n || amount >> 128n !== 0n)
    throw new ArgumentError('amount', `${amount} is not a uint128`)
  const field = AMOUNT_OF[commitType]
  if (field === undefined) throw new PanicError(PanicCode.Enum)
  if (amount === 0n) throw new RevertError('Amount must not be zero')
  const aggregated = updateAggregateBalance(pool, user)
  const updateIntervalId = getAppropriateUpdateIntervalId(aggregated.pool, timestampSec)
  const balance = fromAggregateBalance
    ? takeFromBalance(aggregated.user.aggregateBalance, commitType, amount)
    : aggregated.user.aggregateBalance

  const fee = isMint(commitType) ? mintingOrBurningFee(pool.mintingFee, amount) : 0n
  const recorded = checkedSub(amount, fee)
  return {
    pool: queue(aggregated.pool, commitType, recorded, fee, updateIntervalId),
    user: {
      aggregateBalance: balance,
      unAggregatedCommitments: withId(aggregated.user.unAggregatedCommitments, updateIntervalId),
      userCommitments: withAmount(
        aggregated.user.userCommitments,
        updateIntervalId,
        field,
        recorded,
      ),
    },
    updateIntervalId,
    mintingFeeAmount: fee,
  }
}

function takeFromBalance(balance: Balance, commitType: CommitType, amount: bigint): Balance {
  if (isMint(commitType)) {
    if (amount > balance.settlementTokens) throw new RevertError('Insufficient settlement tokens')
    return { ...balance, settlementTokens: balance.settlementTokens - amount }
  }
  const key = burnsLong(commitType) ? 'longTokens' : 'shortTokens'
  if (amount > balance[key]) throw new RevertError('Insufficient pool tokens')
  return { ...balance, [key]: balance[key] - amount }
}

function burnsLong(commitType: CommitType): boolean {
  return commitType === CommitType.LongBurn || commitType === CommitType.LongBurnShortMint
}

/** @see PoolCommitter.applyCommitment (private there) */
function queue(
  pool: PoolSnapshot,
  commitType: CommitType,
  amount: bigint,
  fee: bigint,
  updateIntervalId: bigint,
): PoolSnapshot {
  const totalPoolCommitments = withAmount(
    pool.totalPoolCommitments,
    updateIntervalId,
    AMOUNT_OF[commitType],
    amount,
  )
  if (isMint(commitType)) {
    const isLongMint = commitType === CommitType.LongMint
    return {
      ...pool,
      totalPoolCommitments,
      pendingMintSettlementAmount: checkedAdd(pool.pendingMintSettlementAmount, amount),
      longBalance: isLongMint ? checkedAdd(pool.longBalance, fee) : pool.longBalance,
      shortBalance: isLongMint ? pool.shortBalance : checkedAdd(pool.shortBalance, fee),
    }
  }
  if (burnsLong(commitType))
    return {
      ...pool,
      totalPoolCommitments,
      pendingLongBurnPoolTokens: checkedAdd(pool.pendingLongBurnPoolTokens, amount),
      longTokenSupply: checkedSub(pool.longTokenSupply, amount),
    }
  return {
    ...pool,
    totalPoolCommitments,
    pendingShortBurnPoolTokens: checkedAdd(pool.pendingShortBurnPoolTokens, amount),
    shortTokenSupply: checkedSub(pool.shortTokenSupply, amount),
  }
}

function withId(ids: readonly bigint[], id: bigint): readonly bigint[] {
  const newest = ids.at(-1)
  return newest === undefined || newest < id ? [...ids, id] : ids
}

/** Adds to one amount of one interval, keeping the list ascending. */
function withAmount<T extends CommitmentAmounts & { readonly updateIntervalId: bigint }>(
  commitments: readonly T[],
  updateIntervalId: bigint,
  field: keyof CommitmentAmounts,
  amount: bigint,
): readonly T[] {
  const index = commitments.findIndex((c) => c.updateIntervalId === updateIntervalId)
  const existing = commitments[index]
  if (existing !== undefined)
    return commitments.with(index, { ...existing, [field]: checkedAdd(existing[field], amount) })
  const added = { ...NO_AMOUNTS, updateIntervalId, [field]: amount } as unknown as T
  const after = commitments.findIndex((c) => c.updateIntervalId > updateIntervalId)
  return after === -1 ? [...commitments, added] : commitments.toSpliced(after, 0, added)
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
 * What one interval's commits of a user turn into at the minting fee of now.
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

function isNothing(commitment: UserCommitment): boolean {
  return Object.values(AMOUNT_OF).every((field) => commitment[field] === 0n)
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
