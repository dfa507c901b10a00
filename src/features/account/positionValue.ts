import { queuedOf, worthOf } from '../../analytics/holding'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'

/** What an account has in a pool at this block's token prices, before fees, in settlement units. */
export interface PositionValue {
  readonly wallet: bigint
  readonly escrow: bigint
  /** In the queue: mints after their fee, and the tokens of burns and flips. */
  readonly queued: bigint
}

/** Needs no projection, so that it is there for every pool that can be read. */
export function positionValue(
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  { longBalance, shortBalance, escrow, user }: PoolAccount,
): PositionValue {
  const wallet = { longTokens: longBalance, shortTokens: shortBalance, settlementTokens: 0n }
  return {
    wallet: worthOf(snapshot, wallet),
    escrow: worthOf(snapshot, escrow),
    queued: worthOf(snapshot, queuedOf(snapshot, user)),
  }
}

/** The sides whose tokens an account has in a pool: in its wallet, in escrow, or in the queue to be burned or flipped. */
export function heldSides(
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  { longBalance, shortBalance, escrow, user }: PoolAccount,
): readonly ('long' | 'short')[] {
  const queued = queuedOf(snapshot, user)
  const tokens = {
    long: longBalance + escrow.longTokens + queued.longTokens,
    short: shortBalance + escrow.shortTokens + queued.shortTokens,
  }
  return (['long', 'short'] as const).filter((side) => tokens[side] > 0n)
}
