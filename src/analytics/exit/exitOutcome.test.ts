import { describe, expect, it } from 'vitest'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { OutlookError } from '../outlook'
import { EXIT_PLANS, type ExitPlan, exitOutcome } from './exitOutcome'
import { OLD_PRICE_WAD, RISEN_PRICE_WAD, SMALL_HOLDING, stalledPool } from './testing/stalledPool'

const HOUR = 3_600n
const STALLED = stalledPool(RISEN_PRICE_WAD)
const TOKENS = SMALL_HOLDING.longInWallet

const outcomeOf = (plan: ExitPlan, pool = STALLED) =>
  exitOutcome(plan, pool, SMALL_HOLDING, RISEN_PRICE_WAD)
const multiple = (plan: ExitPlan) => Number(outcomeOf(plan).settlement) / Number(TOKENS)

describe('a pool 968 intervals late, its feed 20% above the old average', () => {
  it('gives 1.07, 1.14 or 1.43 of the same position by the rhythm of the upkeeps alone', () => {
    expect(multiple('burnFirst')).toBeCloseTo(1.07, 2)
    expect(multiple('catchUpFirst')).toBeCloseTo(1.14, 2)
    expect(multiple('everyInterval')).toBeCloseTo(1.43, 2)
  })

  it('takes 65 upkeeps or a few more, as many in one transaction as fit, and nine hours', () => {
    for (const plan of EXIT_PLANS) {
      const { upkeeps, transactions, atSec } = outcomeOf(plan)
      expect(upkeeps).toBeGreaterThanOrEqual(65)
      expect(upkeeps).toBeLessThan(80)
      // Nine for the overdue ones, the burn and the claim; each later upkeep is one more.
      expect(transactions).toBe(
        plan === 'everyInterval' ? 9 + 9 + 2 : plan === 'burnFirst' ? 11 : 12,
      )
      expect(atSec - STALLED.timestampSec).toBeLessThanOrEqual(9n * HOUR)
      expect(atSec - STALLED.timestampSec).toBeGreaterThan(0n)
    }
  })
})

it('the same comes of all plans where the index is where it was', () => {
  const values = EXIT_PLANS.map(
    (plan) => exitOutcome(plan, STALLED, SMALL_HOLDING, OLD_PRICE_WAD).settlement,
  )
  expect(values).toEqual([TOKENS, TOKENS, TOKENS])
})

it('rewards that are given are taken from both sides, and said', () => {
  const outcome = exitOutcome(
    'burnFirst',
    STALLED,
    SMALL_HOLDING,
    OLD_PRICE_WAD,
    () => 1_000n * WAD,
  )
  expect(outcome.rewards).toBe(1_000n * WAD * BigInt(outcome.upkeeps))
  // Half from each side.
  const rest = 1_000_000n - (1_000n * BigInt(outcome.upkeeps - 1)) / 2n
  expect(Number(outcome.settlement) / Number(TOKENS)).toBeCloseTo(Number(rest) / 1e6, 2)
})

it('a pool that is on time is left with its next rebalance, without anything to catch up with', () => {
  const pool = { ...SAMPLE_POOL, timestampSec: SAMPLE_POOL.lastPriceTimestampSec + 60n }
  for (const plan of EXIT_PLANS)
    expect(exitOutcome(plan, pool, SMALL_HOLDING, OLD_PRICE_WAD)).toMatchObject({
      settlement: TOKENS,
      upkeeps: 1,
      // The burn and the claim; a keeper sends the third.
      transactions: 3,
      upkeepTransactions: 1,
    })
})

it.each<[what: string, pool: PoolSnapshot, reason: RegExp]>([
  ['paused', { ...STALLED, paused: true }, /paused/],
  ['whose other side has tokens and no money', { ...STALLED, shortBalance: 0n }, /fail/],
  ['without a price', { ...STALLED, oracle: { kind: 'unavailable' } }, /isn’t responding/],
])('one %s says why it cannot be left', (_, pool, reason) => {
  expect(() => outcomeOf('burnFirst', pool)).toThrow(OutlookError)
  expect(() => outcomeOf('burnFirst', pool)).toThrow(reason)
})
