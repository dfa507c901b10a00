import { describe, expect, it } from 'vitest'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_AMOUNTS, NO_USER } from '../../protocol/userBalance'
import { EXIT_PLANS } from './exitOutcome'
import { type LeavingAccount, nextExitStep } from './nextExitStep'

const LAST = SAMPLE_POOL.lastPriceTimestampSec
const HOUR = SAMPLE_POOL.updateIntervalSec
const ID = SAMPLE_POOL.updateIntervalId
const NOTHING: LeavingAccount = {
  user: NO_USER,
  longBalance: 0n,
  shortBalance: 0n,
  escrow: NO_USER.aggregateBalance,
}
const HOLDER = { ...NOTHING, longBalance: 5n }
/** Its burn waits for the interval after the next one. */
const QUEUED: LeavingAccount = {
  ...NOTHING,
  user: {
    ...NO_USER,
    unAggregatedCommitments: [ID + 1n],
    userCommitments: [{ ...NO_AMOUNTS, updateIntervalId: ID + 1n, longBurnPoolTokens: 5n }],
  },
}
const kinds = (account: LeavingAccount, nowSec: bigint) =>
  EXIT_PLANS.map((plan) => nextExitStep(plan, SAMPLE_POOL, account, nowSec).kind)

describe('the next step out of a pool', () => {
  it('is to burn; where rebalances are overdue, two of the plans catch up first', () => {
    expect(kinds(HOLDER, LAST)).toEqual(['burn', 'burn', 'burn'])
    expect(kinds(HOLDER, LAST + HOUR + 61n)).toEqual(['burn', 'catchUp', 'catchUp'])
  })

  it('is to burn where a rebalance is only due: its keeper has a minute', () => {
    expect(kinds(HOLDER, LAST + HOUR)).toEqual(['burn', 'burn', 'burn'])
  })

  it('is to burn where the contracts would refuse every rebalance', () => {
    const pool = { ...SAMPLE_POOL, oracle: { kind: 'unavailable' } } as const
    for (const plan of EXIT_PLANS)
      expect(nextExitStep(plan, pool, HOLDER, LAST + 9n * HOUR).kind).toBe('burn')
  })

  it('counts tokens in escrow', () => {
    const escrow = { ...NO_USER.aggregateBalance, shortTokens: 1n }
    expect(kinds({ ...NOTHING, escrow }, LAST)).toEqual(['burn', 'burn', 'burn'])
  })

  it('is to wait for the burn’s own rebalance, or for each one', () => {
    const steps = EXIT_PLANS.map((plan) => nextExitStep(plan, SAMPLE_POOL, QUEUED, LAST))
    const late = { kind: 'wait', untilSec: LAST + 2n * HOUR, bringsTokens: false }
    expect(steps).toEqual([
      late,
      late,
      { kind: 'wait', untilSec: LAST + HOUR, bringsTokens: false },
    ])
    expect(kinds(QUEUED, LAST + HOUR)).toEqual(['wait', 'wait', 'perform'])
    expect(kinds(QUEUED, LAST + 2n * HOUR)).toEqual(['perform', 'perform', 'perform'])
  })

  it('is to wait for the burn’s own rebalance alone where keepers perform those before it', () => {
    const wait = { kind: 'wait', untilSec: LAST + 2n * HOUR, bringsTokens: false }
    for (const plan of EXIT_PLANS)
      for (const nowSec of [LAST, LAST + HOUR])
        expect(nextExitStep(plan, SAMPLE_POOL, QUEUED, nowSec, true)).toEqual(wait)
  })

  it.each([{ longMintSettlement: 7n }, { shortBurnLongMintPoolTokens: 7n }])(
    'says of a queue whether it brings tokens, which are burned afterwards: %o',
    (queued) => {
      const user = {
        ...QUEUED.user,
        userCommitments: [{ ...NO_AMOUNTS, updateIntervalId: ID + 1n, ...queued }],
      }
      const step = (nowSec: bigint) =>
        nextExitStep('burnFirst', SAMPLE_POOL, { ...NOTHING, user }, nowSec)
      expect(step(LAST)).toMatchObject({ kind: 'wait', bringsTokens: true })
      expect(step(LAST + 2n * HOUR)).toEqual({ kind: 'perform', bringsTokens: true })
    },
  )

  it('is to claim what burning has brought, and then there is none', () => {
    const escrow = { ...NO_USER.aggregateBalance, settlementTokens: 1n }
    expect(kinds({ ...NOTHING, escrow }, LAST)).toEqual(['claim', 'claim', 'claim'])
    expect(kinds(NOTHING, LAST)).toEqual(['done', 'done', 'done'])
  })
})
