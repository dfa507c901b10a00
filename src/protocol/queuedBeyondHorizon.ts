import type { PoolSnapshot } from './snapshot'

/** Sums of commits, settlement units and pool tokens. */
export interface QueueSums {
  readonly pendingMintSettlementAmount: bigint
  readonly pendingLongBurnPoolTokens: bigint
  readonly pendingShortBurnPoolTokens: bigint
}

/** What a committer says is pending and `totalPoolCommitments` does not hold: zero each where all of it was read. */
export function queuedBeyondHorizon(
  pool: QueueSums & Pick<PoolSnapshot, 'totalPoolCommitments'>,
): QueueSums {
  const read = sumsOf(pool.totalPoolCommitments)
  return {
    pendingMintSettlementAmount:
      pool.pendingMintSettlementAmount - read.pendingMintSettlementAmount,
    pendingLongBurnPoolTokens: pool.pendingLongBurnPoolTokens - read.pendingLongBurnPoolTokens,
    pendingShortBurnPoolTokens: pool.pendingShortBurnPoolTokens - read.pendingShortBurnPoolTokens,
  }
}

type Queue = PoolSnapshot['totalPoolCommitments']

/** Between two commits it is the same list at every block. */
const known = new WeakMap<Queue, QueueSums>()

function sumsOf(queue: Queue): QueueSums {
  const sums = known.get(queue) ?? sumUp(queue)
  known.set(queue, sums)
  return sums
}

function sumUp(queue: Queue): QueueSums {
  let mint = 0n
  let longBurn = 0n
  let shortBurn = 0n
  for (const totals of queue) {
    mint += totals.longMintSettlement + totals.shortMintSettlement
    longBurn += totals.longBurnPoolTokens + totals.longBurnShortMintPoolTokens
    shortBurn += totals.shortBurnPoolTokens + totals.shortBurnLongMintPoolTokens
  }
  return {
    pendingMintSettlementAmount: mint,
    pendingLongBurnPoolTokens: longBurn,
    pendingShortBurnPoolTokens: shortBurn,
  }
}
