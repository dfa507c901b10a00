import { describe, expect, it } from 'vitest'
import { CommitType } from '../protocol/commitType'
import { fromUInt } from '../protocol/quad'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { WAD } from '../protocol/wad'
import { breakEven, orderCurve, orderLadder, type PlacedOrder, stakeOf } from './orderLadder'

const POOL = { ...SAMPLE_POOL, burningFee: fromUInt(WAD / 100n) }

function placed(...legs: PlacedOrder['legs']): PlacedOrder {
  return { pool: POOL, user: undefined, legs, intervalId: POOL.updateIntervalId }
}

const mintLong = placed({ commitType: CommitType.LongMint, amount: 100n * WAD })

describe('an order at several moves of the index', () => {
  it('gives a long mint fewer tokens after a rise before it, and more money after one behind it', () => {
    const [low, same, high] = orderLadder(mintLong, [-1_000, 0, 1_000])
    if (low === undefined || same === undefined || high === undefined) throw new Error('no rows')
    expect(low.adds.longTokens).toBeGreaterThan(same.adds.longTokens)
    expect(same.adds.longTokens).toBe(100n * WAD)
    expect(high.adds.longTokens).toBeLessThan(same.adds.longTokens)
    expect(low.worthAfter.total).toBeLessThan(same.worthAfter.total)
    // At an unchanged price all that is lost is the burning fee, and what is cut off.
    expect(99n * WAD - same.worthAfter.total).toBeLessThan(1_000n)
    expect(high.worthAfter.total).toBeGreaterThan(100n * WAD)
  })

  it('adds up both sides of a straddle', () => {
    const straddle = placed(
      { commitType: CommitType.LongMint, amount: 50n * WAD },
      { commitType: CommitType.ShortMint, amount: 50n * WAD },
    )
    for (const { worthAfter } of orderLadder(straddle))
      expect(worthAfter.total).toBe(worthAfter.long + worthAfter.short)
  })
})

describe('the curve', () => {
  it('of a mint is what it is worth after a move, of a burn what it brings after one', () => {
    const moves = [-700, 0, 300]
    expect(orderCurve(mintLong, moves)).toEqual(
      orderLadder(mintLong, moves).map(({ moveBasisPoints, worthAfter: { total } }) => ({
        moveBasisPoints,
        value: total,
      })),
    )
    const burn = placed({ commitType: CommitType.LongBurn, amount: 100n * WAD })
    expect(orderCurve(burn, moves)).toEqual(
      orderLadder(burn, moves).map(({ moveBasisPoints, adds }) => ({
        moveBasisPoints,
        value: adds.settlementTokens,
      })),
    )
  })
})

describe('break-even', () => {
  it('is the smallest move that pays, on the side that gains', () => {
    const { up, down } = breakEven(mintLong)
    expect(down).toBeUndefined()
    if (up === undefined) throw new Error('none')
    const [before, at] = orderLadder(mintLong, [up - 1, up])
    expect(before?.worthAfter.total).toBeLessThan(stakeOf(mintLong))
    expect(at?.worthAfter.total).toBeGreaterThanOrEqual(stakeOf(mintLong))
  })

  it('of a burn is a move before it: it has to earn its fee', () => {
    const burn = placed({ commitType: CommitType.ShortBurn, amount: 100n * WAD })
    expect(stakeOf(burn)).toBe(100n * WAD)
    const { up, down } = breakEven(burn)
    expect(up).toBeUndefined()
    if (down === undefined) throw new Error('none')
    const [at, before] = orderLadder(burn, [down, down + 1])
    expect(at?.adds.settlementTokens).toBeGreaterThanOrEqual(100n * WAD)
    expect(before?.adds.settlementTokens).toBeLessThan(100n * WAD)
  })

  it('is no move at all where nothing has to be earned', () => {
    const free = { ...mintLong, pool: SAMPLE_POOL }
    const { total } = orderLadder(free, [0])[0]?.worthAfter ?? { total: 0n }
    expect(breakEven(free).up).toBe(total >= 100n * WAD ? 0 : 1)
  })
})
