import { EXIT_PLANS, exitOutcome } from '../src/analytics/exit/exitOutcome'
import {
  RISEN_PRICE_WAD,
  SMALL_HOLDING,
  stalledPool,
} from '../src/analytics/exit/testing/stalledPool'
import { movedSpotPrice, OutlookError } from '../src/analytics/outlook'
import { EXIT_MOVES, planTable } from '../src/features/exit/planTable'
import type { Figure } from './projection'

/** 40 days behind. */
const STALLED = stalledPool(RISEN_PRICE_WAD, 40n * 24n)

/** What the plan that the exit page offers pays, against the best of all plans at the price that came, and its transactions. */
export function measureExit(): Figure[] {
  const startedMs = performance.now()
  const steps = planTable(STALLED, SMALL_HOLDING)
  let next = steps.next()
  let longestMs = 0
  while (!next.done) {
    const stepMs = performance.now()
    next = steps.next()
    longestMs = Math.max(longestMs, performance.now() - stepMs)
  }
  const tookMs = performance.now() - startedMs
  const table = next.value
  if (table instanceof OutlookError) throw table
  const { best: offered } = table
  const figures = EXIT_MOVES.map((move): Figure => {
    const spot = movedSpotPrice(STALLED, move)
    const outcomes = EXIT_PLANS.map((plan) => exitOutcome(plan, STALLED, SMALL_HOLDING, spot))
    const own = exitOutcome(offered, STALLED, SMALL_HOLDING, spot)
    const most = outcomes.reduce((a, b) => (b.settlement > a.settlement ? b : a)).settlement
    const value = Number((own.settlement * 1_000_000n) / most) / 10_000
    return { name: `exit-40-days-at-${move / 100}%`, value, unit: '% of the best plan' }
  })
  const { transactions } = exitOutcome(offered, STALLED, SMALL_HOLDING, movedSpotPrice(STALLED, 0))
  return [
    ...figures,
    { name: 'exit-40-days-transactions', value: transactions, unit: 'transactions' },
    { name: 'exit-40-days-computing', value: tookMs, unit: 'ms' },
    { name: 'exit-40-days-longest-step', value: longestMs, unit: 'ms' },
  ]
}
