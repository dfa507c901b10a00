import { describe, expect, it } from 'vitest'
import { CommitType } from '../protocol/commitType'
import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { NO_USER } from '../protocol/userBalance'
import { commit } from '../protocol/userCommits'
import { WAD } from '../protocol/wad'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import type { CommitIntent, CommitLeg, CommitPromise } from './kinds/commit'
import { agreedFigures, figuresNow, promiseOf, promiseProblem } from './orderPromise'
import { SAMPLE_COMMIT } from './testing/sampleCommit'

const PART = 10_000n

/** A million on each side, minting and burning fees, and an index one percent up since the last upkeep. */
function poolIn(unit: bigint): PoolSnapshot {
  const million = 1_000_000n * unit
  return {
    ...SAMPLE_POOL,
    longBalance: million,
    shortBalance: million,
    longTokenSupply: million,
    shortTokenSupply: million,
    mintingFee: fromUInt(WAD / 500n),
    burningFee: fromUInt(WAD / 1_000n),
    oracle: { kind: 'spot', priceWad: 1_515n * WAD },
  }
}

/** The account holds some of everything in the escrow. */
function userIn(unit: bigint): UserSnapshot {
  const some = PART * unit
  const aggregateBalance = { longTokens: some, shortTokens: some, settlementTokens: some }
  return { ...NO_USER, aggregateBalance }
}

const wallet = (commitType: CommitType) => ({ commitType, fromAggregateBalance: false })
const escrow = (commitType: CommitType) => ({ commitType, fromAggregateBalance: true })
const { LongMint, ShortMint, LongBurn, ShortBurn, LongBurnShortMint, ShortBurnLongMint } =
  CommitType

const ORDERS = [
  ['straddle', [wallet(LongMint), wallet(ShortMint)]],
  ['straddle, partly from escrow', [wallet(LongMint), wallet(ShortMint), escrow(LongMint)]],
  ['mint from both', [wallet(LongMint), escrow(LongMint)]],
  ['burn of both sides', [escrow(LongBurn), escrow(ShortBurn)]],
  ['flip each way', [escrow(LongBurnShortMint), escrow(ShortBurnLongMint)]],
] as const

/** An order with the promise that the ticket makes of it. */
function promisedOrder(pool: PoolSnapshot, user: UserSnapshot, legs: readonly CommitLeg[]) {
  const figures = figuresNow({ snapshot: pool, account: { user } }, legs)
  const promise = promiseOf({ snapshot: pool }, { promise: undefined }, figures, 0, 1n)
  return { ...SAMPLE_COMMIT, legs, promise }
}

/** A flow of which so many legs are committed. */
function flowAfter(intent: CommitIntent, committed: number): Flow {
  const flow = createFlow(
    { id: 'order', chainId: 1, account: intent.pool, createdAtMs: 0, intent },
    false,
  )
  const steps = flow.steps.map((step, index) =>
    index < committed ? { ...step, status: { at: 'done', hash: undefined } as const } : step,
  )
  return { ...flow, steps }
}

describe.each([
  ['USDC', 10n ** 6n],
  ['BAL', WAD],
])('a promise of several parts in a pool of %s', (_, unit) => {
  const fresh = poolIn(unit)

  it.each(ORDERS)('of a %s holds to the unit after each part', (_name, kinds) => {
    // Odd amounts, so that there is something to round.
    const legs = kinds.map((kind, index) => ({
      ...kind,
      amount: (PART * unit) / 2n + BigInt(index),
    }))
    const intent = promisedOrder(fresh, userIn(unit), legs)
    let pool = fresh
    let user = userIn(unit)
    for (const [index, leg] of legs.entries()) {
      const account = { user }
      const now = figuresNow({ snapshot: pool, account }, legs.slice(index))
      expect(agreedFigures(intent, index, { snapshot: pool })).toEqual(now)
      expect(promiseProblem(flowAfter(intent, index), { snapshot: pool, account })).toBeUndefined()
      const next = commit(pool, user, leg, pool.timestampSec)
      pool = next.pool
      user = next.user
    }
  })

  it('of an earlier version is kept of what was sent, and made anew of the rest alone', () => {
    const first = { ...wallet(LongMint), amount: PART * unit }
    const second = { ...first, commitType: ShortMint }
    const order = promisedOrder(fresh, NO_USER, [first, second])
    const { parts, executesAtSec: _, ...old } = order.promise
    const { pool, user } = commit(fresh, NO_USER, first, fresh.timestampSec)
    const now = { snapshot: pool, account: { user } }
    const agree = (promise: CommitPromise) => {
      const figures = figuresNow(now, [second])
      return promiseOf(now, { promise }, figures, 1, 2n)
    }
    const anew = agree(old)
    expect(anew).toEqual(order.promise)
    expect(agree(anew)).toEqual(order.promise)
    expect(agreedFigures({ ...order, promise: anew }, 1, now)?.adds).toEqual(parts?.[1])
    expect(promiseProblem(flowAfter({ ...order, promise: anew }, 1), now)).toBeUndefined()
  })

  it('stops a second part that the index has moved away from', () => {
    const first = { ...wallet(LongMint), amount: PART * unit }
    const second = { ...first, commitType: ShortMint }
    const intent = promisedOrder(fresh, NO_USER, [first, second])
    const { pool, user } = commit(fresh, NO_USER, first, fresh.timestampSec)
    const snapshot = { ...pool, oracle: { kind: 'spot', priceWad: 1_530n * WAD } } as const
    expect(promiseProblem(flowAfter(intent, 1), { snapshot, account: { user } })).toMatchObject({
      code: 'FIGURES_CHANGED',
    })
  })
})
