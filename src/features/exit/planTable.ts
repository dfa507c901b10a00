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
  /** With the most at an index that does not move, the rewards of a keeper who leaves left out; the first of several. */
  readonly best: ExitPlan
  /** No other plan brings as much. */
  readonly isBestAlone: boolean
  /** All come to the same: nothing is overdue. */
  readonly isSame: boolean
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
    const [first] = rows
    const best = rows.reduce((most, row) =>
      settlementOf(row) > settlementOf(most) ? row : most,
    ).plan
    const most = settlementOf(rows.find(({ plan }) => plan === best))
    const isBestAlone = rows.filter((row) => settlementOf(row) === most).length === 1
    const isSame = rows.every(({ outcomes }) =>
      outcomes.every(
        (outcome, index) =>
          outcome.settlement === first?.outcomes[index]?.settlement &&
          outcome.upkeeps === first?.outcomes[index]?.upkeeps,
      ),
    )
    return { rows, best, isBestAlone, isSame }
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

function settlementOf(row: PlanRow | undefined): bigint {
  return row?.outcomes[EXIT_MOVES.indexOf(0)]?.settlement ?? 0n
}
