import type { ExitPlan } from '../../analytics/exit/exitOutcome'
import { formatAmountShort } from '../../format/formatAmount'
import { EXIT_MOVES, type PlanRow, type PlanTable, transactionsToSend } from './planTable'

/**
 * The plans that are a choice. The one that keepers follow comes first where they do; after the burn, what was performed before
 * it makes no plan of its own. Of plans whose figures read alike one is left: the chosen one, else the best, else the first.
 */
export function offeredRows(
  { rows: all, best }: Pick<PlanTable, 'rows' | 'best'>,
  {
    chosen,
    isKept,
    isBurned,
    decimals,
  }: {
    readonly chosen: ExitPlan
    readonly isKept: boolean
    readonly isBurned: boolean
    /** Of the settlement token. */
    readonly decimals: number
  },
): readonly PlanRow[] {
  const possible = isBurned ? all.filter(({ plan }) => plan !== 'catchUpFirst') : all
  const kept = possible.filter(({ plan }) => plan === 'everyInterval')
  const rows = !isKept
    ? possible
    : [...kept, ...possible.filter(({ plan }) => plan === chosen && plan !== 'everyInterval')]
  const figures = rows.map((row) => shownFigures(row, isKept, decimals))
  return rows.filter(({ plan }, index) => {
    const alike = rows.filter((_, other) => figures[other] === figures[index])
    const kept = [chosen, best, alike[0]?.plan].find((one) => alike.some((row) => row.plan === one))
    return plan === kept
  })
}

/** A plan's figures as they are shown. */
function shownFigures({ outcomes }: PlanRow, isKept: boolean, decimals: number): string {
  const short = (value: bigint) => formatAmountShort(value, decimals)
  const still = outcomes[EXIT_MOVES.indexOf(0)]
  return [
    ...outcomes.map(({ settlement }) => short(settlement)),
    still?.atSec,
    still && transactionsToSend(still, isKept),
    still && short(still.rewards),
  ].join()
}
