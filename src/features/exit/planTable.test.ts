import { expect, it } from 'vitest'
import type { ExitOutcome } from '../../analytics/exit/exitOutcome'
import {
  OLD_PRICE_WAD,
  RISEN_PRICE_WAD,
  SMALL_HOLDING,
  stalledPool,
} from '../../analytics/exit/testing/stalledPool'
import { OutlookError } from '../../analytics/outlook'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { type PlanTable, planTable, transactionsToSend } from './planTable'

function tableOf(pool: PoolSnapshot): PlanTable {
  const steps = planTable(pool, SMALL_HOLDING)
  let next = steps.next()
  while (!next.done) next = steps.next()
  if (next.value instanceof OutlookError) throw next.value
  return next.value
}

it('marks a plan as best only where no other brings as much', () => {
  const { best, isBestAlone } = tableOf(stalledPool(RISEN_PRICE_WAD))
  expect([best, isBestAlone]).toEqual(['everyInterval', true])
  expect(tableOf(stalledPool(OLD_PRICE_WAD)).isBestAlone).toBe(false)
})

it('of plans that bring nearly the same, takes the one with the fewest transactions', () => {
  const { best, rows } = tableOf(stalledPool(OLD_PRICE_WAD))
  const transactions = (row: (typeof rows)[number] | undefined) => row?.outcomes[1]?.transactions
  const fewest = Math.min(...rows.map((row) => transactions(row) ?? 0))
  expect(transactions(rows.find(({ plan }) => plan === best))).toBe(fewest)
  expect(new Set(rows.map(transactions)).size).toBeGreaterThan(1)
})

it('where keepers are on time, the account sends its burn and its claim', () => {
  const onTime = { ...SAMPLE_POOL, timestampSec: SAMPLE_POOL.lastPriceTimestampSec + 60n }
  const outcomes = (pool: PoolSnapshot) =>
    tableOf(pool).rows.map(({ outcomes: [, still] }) => still as ExitOutcome)
  for (const outcome of outcomes(onTime)) expect(transactionsToSend(outcome, true)).toBe(2)
  for (const outcome of outcomes(stalledPool(OLD_PRICE_WAD)))
    expect(transactionsToSend(outcome, false)).toBe(outcome.transactions)
})
