import type { Balance, PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { pendingIntervals, totalOf } from './pendingIntervals'
import type { Side } from './poolFigures'
import type { Settled } from './settlement'

/** What an account has in one pool, and what that is worth at the pool's current balances. Base units. */
export interface Holding {
  readonly wallet: Omit<Balance, 'settlementTokens'>
  readonly escrow: Balance
  /** Put into the queue: mints after their fee, tokens of burns and flips. */
  readonly queued: Balance
  /** What the queue becomes when the index stays; undefined without a projection for all of it. */
  readonly projected: Settled | undefined
  /** In settlement units, before burning fees. */
  readonly worth: {
    readonly wallet: bigint
    readonly escrow: bigint
    readonly queued: bigint
    readonly total: bigint
  }
}

/** An account's position in a pool, as it is read. */
interface AccountPosition {
  readonly longBalance: bigint
  readonly shortBalance: bigint
  /** `getAggregateBalance`. */
  readonly escrow: Balance
  readonly user: UserSnapshot
}

/** Adds up what an account has in a pool. */
export function holdingOf(pool: PoolSnapshot, position: AccountPosition): Holding {
  const intervals = pendingIntervals(pool, position.user)
  const wallet = { longTokens: position.longBalance, shortTokens: position.shortBalance }
  const queued = queuedOf(pool, position.user)
  const worth = {
    wallet: worthOf(pool, { ...wallet, settlementTokens: 0n }),
    escrow: worthOf(pool, position.escrow),
    queued: worthOf(pool, queued),
  }
  return {
    wallet,
    escrow: position.escrow,
    queued,
    projected: totalOf(intervals),
    worth: { ...worth, total: worth.wallet + worth.escrow + worth.queued },
  }
}

/** What an account has put into the queue, from the committer's own sums; needs no projection. */
export function queuedOf(
  { updateIntervalId: current }: Pick<PoolSnapshot, 'updateIntervalId'>,
  { unAggregatedCommitments, userCommitments }: UserSnapshot,
): Balance {
  const ids = new Set(unAggregatedCommitments.filter((id) => id >= current))
  return userCommitments
    .filter(({ updateIntervalId }) => ids.has(updateIntervalId))
    .reduce<Balance>(
      (sum, amounts) => ({
        longTokens:
          sum.longTokens + amounts.longBurnPoolTokens + amounts.longBurnShortMintPoolTokens,
        shortTokens:
          sum.shortTokens + amounts.shortBurnPoolTokens + amounts.shortBurnLongMintPoolTokens,
        settlementTokens:
          sum.settlementTokens + amounts.longMintSettlement + amounts.shortMintSettlement,
      }),
      { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n },
    )
}

/** Whether there is anything of the account in the pool. */
export function isEmptyHolding({ wallet, escrow, queued }: Holding): boolean {
  return [wallet, escrow, queued].every((amounts) =>
    Object.values(amounts).every((value) => value === 0n),
  )
}

/** What tokens are worth at the pool's current balances in settlement units, before burning fees, cut to the unit for each side. */
export function worthOf(
  pool: PoolSnapshot,
  { longTokens, shortTokens, settlementTokens }: Balance,
) {
  return (
    settlementTokens +
    computeSideValue(pool, 'long', longTokens) +
    computeSideValue(pool, 'short', shortTokens)
  )
}

/** Queued burns have left the supply, and still have their share of the balance. */
function computeSideValue(pool: PoolSnapshot, side: Side, tokens: bigint): bigint {
  const [balance, supply] =
    side === 'long'
      ? [pool.longBalance, pool.longTokenSupply + pool.pendingLongBurnPoolTokens]
      : [pool.shortBalance, pool.shortTokenSupply + pool.pendingShortBurnPoolTokens]
  return supply === 0n ? tokens : (tokens * balance) / supply
}
