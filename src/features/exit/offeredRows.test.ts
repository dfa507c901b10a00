import { expect, it } from 'vitest'
import { EXIT_PLANS, type ExitOutcome, type ExitPlan } from '../../analytics/exit/exitOutcome'
import { offeredRows } from './offeredRows'
import type { PlanRow } from './planTable'

const OUTCOME: ExitOutcome = {
  settlement: 1_000_000n,
  atSec: 100n,
  upkeeps: 3,
  transactions: 4,
  upkeepTransactions: 2,
  rewards: 0n,
}
const rowOf = (plan: ExitPlan, settlement: bigint, more: Partial<ExitOutcome> = {}): PlanRow => ({
  plan,
  outcomes: [OUTCOME, { ...OUTCOME, settlement }, { ...OUTCOME, ...more }],
})
const ALIKE = [
  rowOf('burnFirst', 9_000_000n),
  rowOf('catchUpFirst', 5_000_001n),
  // The same to the shown digit, and what isn't shown may differ.
  rowOf('everyInterval', 5_000_002n, { upkeeps: 9, rewards: 7n, transactions: 8 }),
]
const offered = (
  chosen: ExitPlan,
  more: { rows?: readonly PlanRow[]; best?: ExitPlan; isKept?: boolean; isBurned?: boolean } = {},
) => {
  const { rows = ALIKE, best = 'burnFirst', isKept = false, isBurned = false } = more
  return offeredRows({ rows, best }, { chosen, isKept, isBurned, decimals: 6 }).map(
    ({ plan }) => plan,
  )
}

it('of plans with the same shown figures offers the chosen one, else the best, else the first', () => {
  expect(offered('burnFirst')).toEqual(['burnFirst', 'catchUpFirst'])
  expect(offered('everyInterval')).toEqual(['burnFirst', 'everyInterval'])
  expect(offered('burnFirst', { best: 'everyInterval' })).toEqual(['burnFirst', 'everyInterval'])
})

it('offers all where each reads differently, and one where all read alike', () => {
  const rows = EXIT_PLANS.map((plan, index) => rowOf(plan, BigInt(index) * 1_000_000n))
  expect(offered('burnFirst', { rows })).toEqual(EXIT_PLANS)
  const same = EXIT_PLANS.map((plan) => rowOf(plan, 1n))
  expect(offered('catchUpFirst', { rows: same })).toEqual(['catchUpFirst'])
})

it('after the burn has no plan that catches up before it', () => {
  expect(offered('burnFirst', { isBurned: true })).toEqual(['burnFirst', 'everyInterval'])
})

it('where keepers are on time has their plan first, and another only where it was chosen', () => {
  expect(offered('everyInterval', { isKept: true })).toEqual(['everyInterval'])
  expect(offered('burnFirst', { isKept: true })).toEqual(['everyInterval', 'burnFirst'])
})
