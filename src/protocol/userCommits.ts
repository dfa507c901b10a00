import { checkedAdd, checkedSub } from './checkedMath'
import { AMOUNT_OF, CommitType, isMint } from './commitType'
import { getAppropriateUpdateIntervalId } from './poolCommitter'
import { mintingOrBurningFee } from './poolSwapLibrary'
import { ArgumentError, PanicCode, PanicError, RevertError } from './protocolError'
import type { Balance, CommitmentAmounts, PoolSnapshot, UserSnapshot } from './snapshot'
import { NO_AMOUNTS, updateAggregateBalance } from './userBalance'

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
 *   tokens`, `Insufficient pool tokens`; `ERC20: burn amount exceeds balance` for burns above the
 *   whole supply
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
  if (amount === 0n) throw new RevertError('Amount must not be zero')
  const field = AMOUNT_OF[commitType]
  if (field === undefined) throw new PanicError(PanicCode.Enum)
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
      longTokenSupply: burn(pool.longTokenSupply, amount),
    }
  return {
    ...pool,
    totalPoolCommitments,
    pendingShortBurnPoolTokens: checkedAdd(pool.pendingShortBurnPoolTokens, amount),
    shortTokenSupply: burn(pool.shortTokenSupply, amount),
  }
}

/** No one holds more than there is. */
function burn(supply: bigint, amount: bigint): bigint {
  if (amount > supply) throw new RevertError('ERC20: burn amount exceeds balance')
  return supply - amount
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
