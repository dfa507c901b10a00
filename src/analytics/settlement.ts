import { getUpdatedAggregateBalance } from '../protocol/aggregateUpdate'
import { AMOUNT_OF, type CommitType } from '../protocol/commitType'
import type { Quad } from '../protocol/quad'
import type { Balance, CommitmentAmounts } from '../protocol/snapshot'
import { NO_AMOUNTS } from '../protocol/userBalance'

/** Everything that decides what an executed interval's commits come to. Rates wad-scaled. */
export interface SettlementTerms {
  readonly longPrice: Quad
  readonly shortPrice: Quad
  readonly burnFee: Quad
  /** Of the time of aggregation; matters for flips only. */
  readonly mintingFeeRate: Quad
}

/** A commit as its interval holds it. */
export interface RecordedCommit {
  readonly commitType: CommitType
  /** Settlement units after the minting fee, or pool token units. */
  readonly recorded: bigint
}

/** What is added to the escrow. */
export interface Settled extends Balance {
  /** Burning fees, and the minting fees of flips, taken on the way. Settlement units. */
  readonly feeWei: bigint
}

/**
 * What one user's amounts of one interval add to the escrow, to the unit.
 *
 * @throws RevertError `price == 0` for amounts of a side worth nothing
 */
export function settle(amounts: CommitmentAmounts, terms: SettlementTerms): Settled {
  const result = getUpdatedAggregateBalance({
    ...amounts,
    ...terms,
    updateIntervalId: 0n,
    currentUpdateIntervalId: 1n,
  })
  return {
    longTokens: result._newLongTokens,
    shortTokens: result._newShortTokens,
    settlementTokens: result._newSettlementTokens,
    feeWei: result._longSettlementFee + result._shortSettlementFee,
  }
}

/**
 * What each commit of one user in one interval adds to those before it. The contract rounds them together, so this is
 * the one division whose parts are whole units and add up to what comes.
 */
export function settleInOrder(
  commits: readonly RecordedCommit[],
  terms: SettlementTerms,
): Settled[] {
  let amounts = NO_AMOUNTS
  let before = settle(amounts, terms)
  return commits.map(({ commitType, recorded }) => {
    const field = AMOUNT_OF[commitType]
    amounts = { ...amounts, [field]: amounts[field] + recorded }
    const after = settle(amounts, terms)
    const part = subtractSettled(after, before)
    before = after
    return part
  })
}

export const NOTHING_SETTLED: Settled = {
  longTokens: 0n,
  shortTokens: 0n,
  settlementTokens: 0n,
  feeWei: 0n,
}

export function addSettled(a: Settled, b: Settled): Settled {
  return {
    longTokens: a.longTokens + b.longTokens,
    shortTokens: a.shortTokens + b.shortTokens,
    settlementTokens: a.settlementTokens + b.settlementTokens,
    feeWei: a.feeWei + b.feeWei,
  }
}

function subtractSettled(a: Settled, b: Settled): Settled {
  return {
    longTokens: a.longTokens - b.longTokens,
    shortTokens: a.shortTokens - b.shortTokens,
    settlementTokens: a.settlementTokens - b.settlementTokens,
    feeWei: a.feeWei - b.feeWei,
  }
}
