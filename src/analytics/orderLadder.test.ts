import { describe, expect, it } from 'vitest'
import { CommitType } from '../protocol/commitType'
import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { WAD } from '../protocol/wad'
import { type OrderOutcomes, orderOutcomes, type Payoff, type PlacedOrder } from './orderLadder'
import { OutlookError } from './outlook'

const POOL = { ...SAMPLE_POOL, burningFee: fromUInt(WAD / 100n) }

function placed(...legs: PlacedOrder['legs']): PlacedOrder {
  return { pool: POOL, user: undefined, legs, intervalId: POOL.updateIntervalId }
}

const mintLong = placed({ commitType: CommitType.LongMint, amount: 100n * WAD })

function payoffIn({ payoff }: OrderOutcomes): Payoff {
  if (payoff instanceof OutlookError) throw payoff
  return payoff
}

const rowsOf = (order: PlacedOrder, moves?: readonly number[]) => orderOutcomes(order, moves).rows
const breakEvenOf = (order: PlacedOrder) => payoffIn(orderOutcomes(order)).breakEven

describe('an order at several moves of the index', () => {
  it('gives a long mint fewer tokens after a rise before it, and more money after one behind it', () => {
    const [low, same, high] = rowsOf(mintLong, [-1_000, 0, 1_000])
    if (!low?.valueAfter || !same?.valueAfter || !high?.valueAfter) throw new Error('no rows')
    expect(low.adds.longTokens).toBeGreaterThan(same.adds.longTokens)
    expect(same.adds.longTokens).toBe(100n * WAD)
    expect(high.adds.longTokens).toBeLessThan(same.adds.longTokens)
    expect(low.valueAfter.total).toBeLessThan(same.valueAfter.total)
    // At an unchanged price all that is lost is the burning fee, and what is cut off.
    expect(99n * WAD - same.valueAfter.total).toBeLessThan(1_000n)
    expect(high.valueAfter.total).toBeGreaterThan(100n * WAD)
  })

  it('adds up both sides of a straddle', () => {
    const straddle = placed(
      { commitType: CommitType.LongMint, amount: 50n * WAD },
      { commitType: CommitType.ShortMint, amount: 50n * WAD },
    )
    for (const { valueAfter } of rowsOf(straddle))
      expect(valueAfter?.total).toBe((valueAfter?.long ?? 0n) + (valueAfter?.short ?? 0n))
  })
})

describe('the curve', () => {
  it('of a mint is what it is worth after a move, of a burn what it brings after one', () => {
    const moves = [-700, 0, 300]
    const mint = orderOutcomes(mintLong, moves, moves)
    expect(payoffIn(mint).curve).toEqual(
      mint.rows.map(({ moveBasisPoints, valueAfter }) => ({
        moveBasisPoints,
        value: valueAfter?.total,
      })),
    )
    const burn = orderOutcomes(
      placed({ commitType: CommitType.LongBurn, amount: 100n * WAD }),
      moves,
      moves,
    )
    expect(payoffIn(burn).curve).toEqual(
      burn.rows.map(({ moveBasisPoints, adds }) => ({
        moveBasisPoints,
        value: adds.settlementTokens,
      })),
    )
    expect(burn.rows.every(({ valueAfter }) => valueAfter === undefined)).toBe(true)
  })
})

describe('break-even', () => {
  it('is the smallest move that pays, on the side that gains', () => {
    const { up, down } = breakEvenOf(mintLong)
    expect(down).toBeUndefined()
    if (up === undefined) throw new Error('none')
    const [before, at] = rowsOf(mintLong, [up - 1, up])
    const { stake } = orderOutcomes(mintLong)
    expect(before?.valueAfter?.total).toBeLessThan(stake)
    expect(at?.valueAfter?.total).toBeGreaterThanOrEqual(stake)
  })

  it('lies beyond the curve where that ends before it', () => {
    const [move = 0] = [breakEvenOf(mintLong).up]
    const short = payoffIn(orderOutcomes(mintLong, [0], [0, 10]))
    expect(move).toBeGreaterThan(10)
    expect(short.breakEven.up).toBe(move)
  })

  it('of a burn is a move before it: it has to earn its fee', () => {
    const burn = placed({ commitType: CommitType.ShortBurn, amount: 100n * WAD })
    expect(orderOutcomes(burn).stake).toBe(100n * WAD)
    const { up, down } = breakEvenOf(burn)
    expect(up).toBeUndefined()
    if (down === undefined) throw new Error('none')
    const [at, before] = rowsOf(burn, [down, down + 1])
    expect(at?.adds.settlementTokens).toBeGreaterThanOrEqual(100n * WAD)
    expect(before?.adds.settlementTokens).toBeLessThan(100n * WAD)
  })

  it('is no move at all where nothing has to be earned', () => {
    const free = { ...mintLong, pool: SAMPLE_POOL }
    const { total } = rowsOf(free, [0])[0]?.valueAfter ?? { total: 0n }
    expect(breakEvenOf(free).up).toBe(total >= 100n * WAD ? 0 : 1)
  })
})

describe('in a pool of a long average', () => {
  /** As many samples of the last price as there are, so far apart, with an upkeep each five minutes. */
  const averaging = (numPeriods: bigint, sampleSec: bigint): PoolSnapshot => ({
    ...POOL,
    updateIntervalSec: 300n,
    frontRunningIntervalSec: 30n,
    oracle: {
      kind: 'sma',
      prices: Array.from({ length: Number(numPeriods) }, () => POOL.executionPriceWad),
      periodCount: numPeriods,
      numPeriods,
      lastUpdateSec: POOL.lastPriceTimestampSec,
      updateIntervalSec: sampleSec,
      scaler: 1n,
      spotPrice: POOL.executionPriceWad,
    },
  })
  const inPool = (pool: PoolSnapshot) => ({ ...mintLong, pool })
  const worthOf = (order: PlacedOrder, move: number) =>
    rowsOf(order, [move])[0]?.valueAfter?.total ?? 0n

  it('an order’s worth is what it is once the average has followed, however many rebalances that takes', () => {
    // In small steps a side loses otherwise than at once, but not by much.
    const spot = worthOf(mintLong, -2_000)
    const slow = worthOf(inPool(averaging(24n, 3_600n)), -2_000)
    const part = Number(slow - spot) / Number(spot)
    expect(Math.abs(part)).toBeLessThan(0.2)
    // After 64 rebalances, five samples of 24, almost nothing of the move had come.
    expect(slow).toBeLessThan(60n * WAD)
    expect(orderOutcomes(inPool(averaging(24n, 3_600n))).followsInSec).toBe(24n * 3_600n - 300n)
  })

  it('there is no projection of that where it takes too many, but still one of what the order gives', () => {
    const { rows, payoff, followsInSec } = orderOutcomes(inPool(averaging(24n, 86_400n)))
    expect(payoff).toBeInstanceOf(OutlookError)
    expect(payoff).toMatchObject({ message: expect.stringContaining('more than 300 rebalances') })
    expect(followsInSec).toBeUndefined()
    expect(rows.map(({ valueAfter }) => valueAfter)).toEqual(rows.map(() => undefined))
    expect(rows[3]?.adds.longTokens).toBe(100n * WAD)
  })

  it('a burn needs no such projection', () => {
    const order = placed({ commitType: CommitType.LongBurn, amount: 100n * WAD })
    const { payoff, rows } = orderOutcomes({ ...order, pool: averaging(24n, 86_400n) })
    expect(payoff).not.toBeInstanceOf(OutlookError)
    expect(rows[3]?.adds.settlementTokens).toBe(99n * WAD)
  })
})
