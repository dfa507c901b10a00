import { expect, it } from 'vitest'
import type { ExitOutcome } from '../../analytics/exit/exitOutcome'
import { OutlookError } from '../../analytics/outlook'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_USER } from '../../protocol/userBalance'
import { WAD } from '../../protocol/wad'
import { type PlanTable, planTable, transactionsToSend } from './planTable'

const HOUR = 3_600n
const OLD = SAMPLE_POOL.executionPriceWad
const HOLDING = { user: NO_USER, longInWallet: 100n * WAD, shortInWallet: 0n }

/** An average of eight hourly samples, no upkeep for 40 days, its feed at `spotPrice`. */
const lateAt = (spotPrice: bigint): PoolSnapshot => ({
  ...SAMPLE_POOL,
  updateIntervalSec: HOUR,
  frontRunningIntervalSec: 8n * HOUR,
  timestampSec: SAMPLE_POOL.lastPriceTimestampSec + 968n * HOUR,
  oracle: {
    kind: 'sma',
    prices: Array.from({ length: 8 }, () => OLD),
    periodCount: 8n,
    numPeriods: 8n,
    lastUpdateSec: SAMPLE_POOL.lastPriceTimestampSec,
    updateIntervalSec: HOUR,
    scaler: 1n,
    spotPrice,
  },
})

function tableOf(pool: PoolSnapshot): PlanTable {
  const steps = planTable(pool, HOLDING)
  let next = steps.next()
  while (!next.done) next = steps.next()
  if (next.value instanceof OutlookError) throw next.value
  return next.value
}

it('marks a plan as best only where no other brings as much', () => {
  const { best, isBestAlone } = tableOf(lateAt((OLD * 12n) / 10n))
  expect([best, isBestAlone]).toEqual(['everyInterval', true])
  expect(tableOf(lateAt(OLD)).isBestAlone).toBe(false)
})

it('of plans that bring nearly the same, takes the one with the fewest transactions', () => {
  const { best, rows } = tableOf(lateAt(OLD))
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
  for (const outcome of outcomes(lateAt(OLD)))
    expect(transactionsToSend(outcome, false)).toBe(outcome.transactions)
})
