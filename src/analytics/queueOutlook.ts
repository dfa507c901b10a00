import { computeSkewWad } from '../protocol/poolMetrics'
import { RevertError } from '../protocol/protocolError'
import type { PoolSnapshot, TotalCommitment } from '../protocol/snapshot'
import { isNothing } from '../protocol/userBalance'
import { currentSpotPrice, OutlookError, poolOutlook, upkeepsUntil } from './outlook'
import { executionTerms } from './pendingIntervals'
import { settle } from './settlement'

/** What becomes of everybody's commits of one interval if the index stays where it is. A projection. */
export interface QueuedInterval {
  readonly totals: TotalCommitment
  /** Undefined where no projection reaches. */
  readonly outcome: QueueOutcome | undefined
}

export interface QueueOutcome {
  /** Tokens minted, flips into the side included; in the pool tokens' unit, to within one for each holder. */
  readonly longTokens: bigint
  readonly shortTokens: bigint
  /** Paid out for burns after the burning fee, settlement units, to within one for each holder. */
  readonly settlementTokens: bigint
  /** After the rebalance that executes it, a wad; undefined when a side is then empty. */
  readonly skewAfterWad: bigint | undefined
}

/** The intervals in which something waits, the earliest first. */
export function queueOutlook(pool: PoolSnapshot): QueuedInterval[] {
  const queue = pool.totalPoolCommitments.filter((totals) => !isNothing(totals))
  const last = queue.at(-1)
  if (last === undefined) return []
  const upkeeps = upkeepsFor(pool, last.updateIntervalId)
  return queue.map((totals) => {
    const upkeep = upkeeps.find((one) => executionTerms(one, totals.updateIntervalId) !== undefined)
    const terms = upkeep && executionTerms(upkeep, totals.updateIntervalId)
    if (upkeep === undefined || terms === undefined) return { totals, outcome: undefined }
    const skewAfterWad = computeSkewWad(upkeep.pool)
    return { totals, outcome: outcomeOf(() => ({ ...settle(totals, terms), skewAfterWad })) }
  })
}

/** A queue is listed whether it can be projected or not; as far as upkeeps before the unknown can be, they are. */
function upkeepsFor(pool: PoolSnapshot, intervalId: bigint) {
  for (const reach of [upkeepsUntil(pool, intervalId), 1])
    try {
      return poolOutlook(pool, currentSpotPrice(pool), reach).upkeeps
    } catch (error) {
      if (!(error instanceof OutlookError)) throw error
    }
  return []
}

function outcomeOf(compute: () => QueueOutcome): QueueOutcome | undefined {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RevertError) return undefined
    throw error
  }
}
