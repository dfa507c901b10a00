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
import { isFlow } from './flowSchema'
import type { CommitIntent, CommitLeg, CommitProjection } from './kinds/commit'
import { agreedFigures, figuresNow, projectionOf, projectionProblem } from './orderProjection'
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

/** An order with the projection that the ticket makes of it. */
function projectedOrder(pool: PoolSnapshot, user: UserSnapshot, legs: readonly CommitLeg[]) {
  const figures = figuresNow({ snapshot: pool, account: { user } }, legs)
  const projection = projectionOf({ snapshot: pool }, { projection: undefined }, figures, 0, 1n)
  return { ...SAMPLE_COMMIT, legs, projection }
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
])('a projection of several legs in a pool of %s', (_, unit) => {
  const fresh = poolIn(unit)

  it.each(ORDERS)('of a %s holds to the unit after each part', (_name, kinds) => {
    // Odd amounts, so that there is something to round.
    const legs = kinds.map((kind, index) => ({
      ...kind,
      amount: (PART * unit) / 2n + BigInt(index),
    }))
    const intent = projectedOrder(fresh, userIn(unit), legs)
    let pool = fresh
    let user = userIn(unit)
    for (const [index, leg] of legs.entries()) {
      const account = { user }
      const now = figuresNow({ snapshot: pool, account }, legs.slice(index))
      expect(agreedFigures(intent, index, { snapshot: pool })).toEqual(now)
      expect(
        projectionProblem(flowAfter(intent, index), { snapshot: pool, account }),
      ).toBeUndefined()
      const next = commit(pool, user, leg, pool.timestampSec)
      pool = next.pool
      user = next.user
    }
  })

  it('of an earlier version is kept of what was sent, and made again of the rest alone', () => {
    const first = { ...wallet(LongMint), amount: PART * unit }
    const second = { ...first, commitType: ShortMint }
    const order = projectedOrder(fresh, NO_USER, [first, second])
    const { byLeg, executesAtSec: _, ...old } = order.projection
    const { pool, user } = commit(fresh, NO_USER, first, fresh.timestampSec)
    const now = { snapshot: pool, account: { user } }
    const agree = (projection: CommitProjection) => {
      const figures = figuresNow(now, [second])
      return projectionOf(now, { projection }, figures, 1, 2n)
    }
    const renewed = agree(old)
    expect(renewed).toEqual(order.projection)
    expect(agree(renewed)).toEqual(order.projection)
    expect(agreedFigures({ ...order, projection: renewed }, 1, now)?.adds).toEqual(byLeg?.[1])
    expect(projectionProblem(flowAfter({ ...order, projection: renewed }, 1), now)).toBeUndefined()
  })

  it('stops a second part that the index has moved away from', () => {
    const first = { ...wallet(LongMint), amount: PART * unit }
    const second = { ...first, commitType: ShortMint }
    const intent = projectedOrder(fresh, NO_USER, [first, second])
    const { pool, user } = commit(fresh, NO_USER, first, fresh.timestampSec)
    const snapshot = { ...pool, oracle: { kind: 'spot', priceWad: 1_470n * WAD } } as const
    expect(projectionProblem(flowAfter(intent, 1), { snapshot, account: { user } })).toMatchObject({
      code: 'FIGURES_CHANGED',
    })
  })
})

describe('a projection of an order that executes too far ahead to be projected', () => {
  /** An upkeep each minute, and a front-running interval of two hours: 120 upkeeps lie before the order's. */
  const FAR: PoolSnapshot = {
    ...SAMPLE_POOL,
    updateIntervalSec: 60n,
    frontRunningIntervalSec: 7_200n,
  }
  const LEGS = [
    { ...wallet(LongMint), amount: 1_000n * WAD },
    { ...wallet(ShortMint), amount: 1_000n * WAD },
  ]
  const order = projectedOrder(FAR, NO_USER, LEGS)
  const problemAt = (snapshot: PoolSnapshot, committed = 0) =>
    projectionProblem(flowAfter(order, committed), { snapshot, account: { user: NO_USER } })
  const later = (seconds: bigint) => ({ ...FAR, timestampSec: FAR.timestampSec + seconds })

  it('is of the interval and the time, and of no amount', () => {
    const intervalId = FAR.updateIntervalId + 120n
    const executesAtSec = FAR.lastPriceTimestampSec + 121n * 60n
    expect(order.projection).toMatchObject({ intervalId, executesAtSec, hasNoAmounts: true })
    expect(order.projection.byLeg).toBeUndefined()
    expect(agreedFigures(order, 0, { snapshot: FAR })).toMatchObject({
      intervalId,
      executesAtSec,
      adds: undefined,
    })
    // It is found again after a reload.
    expect(isFlow(flowAfter(order, 0))).toBe(true)
  })

  it('holds until the cut-off, for each part, and stops what would go into a later interval', () => {
    expect(problemAt(FAR)).toBeUndefined()
    expect(problemAt(later(59n))).toBeUndefined()
    expect(problemAt(later(59n), 1)).toBeUndefined()
    expect(problemAt(later(60n))).toMatchObject({
      code: 'FIGURES_CHANGED',
      message: expect.stringContaining('later interval'),
    })
  })

  it('outlives an upkeep, and amounts that come in sight', () => {
    const { intervalId } = order.projection
    const upkept = {
      ...FAR,
      updateIntervalId: FAR.updateIntervalId + 100n,
      timestampSec: FAR.timestampSec + 6_000n,
      lastPriceTimestampSec: FAR.lastPriceTimestampSec + 6_000n,
      frontRunningIntervalSec: 1_200n,
    }
    expect(figuresNow({ snapshot: upkept, account: undefined }, LEGS).intervalId).toBe(intervalId)
    expect(problemAt(upkept)).toBeUndefined()
  })

  it('stays without amounts where a part has gone without, whatever is known of the rest', () => {
    const near = { snapshot: poolIn(WAD), account: { user: NO_USER } }
    const rest = figuresNow(near, LEGS.slice(1))
    expect(rest.adds).toBeDefined()
    expect(projectionOf(near, order, rest, 1, 2n)).toMatchObject({
      hasNoAmounts: true,
      longTokens: 0n,
      shortTokens: 0n,
    })
    // Agreed to once more before anything has gone, it has them.
    const whole = projectionOf(near, order, figuresNow(near, LEGS), 0, 2n)
    expect([whole.hasNoAmounts, whole.byLeg?.length]).toEqual([undefined, 2])
  })
})

describe('a fee that has changed since', () => {
  const pool = poolIn(10n ** 6n)
  const order = projectedOrder(pool, userIn(10n ** 6n), [{ ...wallet(LongMint), amount: PART }])
  const problemAt = (part: Partial<PoolSnapshot>, of = order) =>
    projectionProblem(flowAfter(of, 0), { snapshot: { ...pool, ...part }, account: undefined })

  it.each<[which: string, part: Partial<PoolSnapshot>]>([
    ['minting', { mintingFee: fromUInt(WAD - 1n) }],
    ['burning', { burningFee: fromUInt(WAD / 999n) }],
  ])('stops an order before the wallet is asked: %s', (_, part) => {
    expect(problemAt({})).toBeUndefined()
    expect(problemAt(part)).toMatchObject({
      code: 'FIGURES_CHANGED',
      message: 'The market’s fees changed. Your commit was not sent.',
    })
  })

  it('is not known of orders of earlier versions, whose outcome still counts', () => {
    const { fees: _, ...projection } = order.projection
    const old = { ...order, projection }
    expect(problemAt({ burningFee: fromUInt(WAD / 999n) }, old)).toBeUndefined()
    expect(problemAt({ mintingFee: fromUInt(WAD - 1n) }, old)?.message).toMatch(/outcome/)
  })
})
