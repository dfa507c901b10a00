import type { PoolSnapshot } from './snapshot'

/** Sums of commits, settlement units and pool tokens. */
export interface QueueSums {
  readonly pendingMintSettlementAmount: bigint
  readonly pendingLongBurnPoolTokens: bigint
  readonly pendingShortBurnPoolTokens: bigint
}

/** What a committer says is pending and `totalPoolCommitments` does not hold: zero each where all of it was read. */
export function queuedBeyond(
  pool: QueueSums & Pick<PoolSnapshot, 'totalPoolCommitments'>,
): QueueSums {
  let mint = pool.pendingMintSettlementAmount
  let longBurn = pool.pendingLongBurnPoolTokens
  let shortBurn = pool.pendingShortBurnPoolTokens
  for (const totals of pool.totalPoolCommitments) {
    mint -= totals.longMintSettlement + totals.shortMintSettlement
    longBurn -= totals.longBurnPoolTokens + totals.longBurnShortMintPoolTokens
    shortBurn -= totals.shortBurnPoolTokens + totals.shortBurnLongMintPoolTokens
  }
  return {
    pendingMintSettlementAmount: mint,
    pendingLongBurnPoolTokens: longBurn,
    pendingShortBurnPoolTokens: shortBurn,
  }
}
