import {
  EXIT_PLANS,
  type ExitHolding,
  type ExitOutcome,
  type ExitPlan,
  exitOutcomeSteps,
} from '../../analytics/exit/exitOutcome'
import { movedSpotPrice, OutlookError } from '../../analytics/outlook'
import type { PoolSnapshot } from '../../protocol/snapshot'

/** Moves of the index that plans are compared at, in hundredths of a percent; the middle one is none. */
export const EXIT_MOVES = [-1_000, 0, 1_000] as const

/** A plan with what it comes to at each of the moves. */
export interface PlanRow {
  readonly plan: ExitPlan
  readonly outcomes: readonly ExitOutcome[]
}

export interface PlanTable {
  readonly rows: readonly PlanRow[]
  /**
   * With the most at an index that does not move, the rewards of a keeper who leaves left out. Of those within a hundredth of a
   * percent of it, the one with the fewest transactions.
   */
  readonly best: ExitPlan
  /** No other plan comes within a hundredth of a percent. */
  readonly isBestAlone: boolean
}

/** What each way out of a pool comes to, or why nothing can be computed. A generator: it takes thousands of upkeeps. */
export function* planTable(
  pool: PoolSnapshot,
  holding: ExitHolding,
): Generator<void, PlanTable | OutlookError> {
  try {
    const rows: PlanRow[] = []
    for (const plan of EXIT_PLANS) {
      const outcomes: ExitOutcome[] = []
      for (const move of EXIT_MOVES)
        outcomes.push(yield* exitOutcomeSteps(plan, pool, holding, movedSpotPrice(pool, move)))
      rows.push({ plan, outcomes })
    }
    const { best, isBestAlone } = bestOf(rows)
    return { rows, best, isBestAlone }
  } catch (error) {
    if (error instanceof OutlookError) return error
    throw error
  }
}

/** What the account itself has to send. */
export function transactionsToSend(
  { transactions, upkeepTransactions }: ExitOutcome,
  isKept: boolean,
): number {
  return isKept ? transactions - upkeepTransactions : transactions
}

function bestOf(rows: readonly PlanRow[]): Pick<PlanTable, 'best' | 'isBestAlone'> {
  const most = rows.reduce((sum, row) => (settlementOf(row) > sum ? settlementOf(row) : sum), 0n)
  const near = rows.filter((row) => (most - settlementOf(row)) * 10_000n <= most)
  const best = near.reduce((least, row) =>
    transactionsOf(row) < transactionsOf(least) ? row : least,
  )
  return { best: best.plan, isBestAlone: near.length === 1 }
}

function settlementOf({ outcomes }: PlanRow): bigint {
  return outcomes[EXIT_MOVES.indexOf(0)]?.settlement ?? 0n
}

function transactionsOf({ outcomes }: PlanRow): number {
  return outcomes[EXIT_MOVES.indexOf(0)]?.transactions ?? 0
}
