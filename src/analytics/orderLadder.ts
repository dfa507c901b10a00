import { CommitType, isMint } from '../protocol/commitType'
import { getBurn, mintingOrBurningFee } from '../protocol/poolSwapLibrary'
import { projectPath } from '../protocol/projectPool'
import type { Balance, PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { type Leg, type LegsProjection, projectLegs, settlementIn } from './legsOutlook'
import { explained, movedSpotPrice, steadyPath } from './outlook'
import { type Side, tokenPrice } from './poolFigures'

/** What an order comes to when the index moves. All amounts at assumed prices, to the unit. */
export interface LadderRow {
  readonly moveBasisPoints: number
  /** Added to the escrow, if the index makes this move before the next rebalance and stays there. */
  readonly adds: Balance
  /** What of that is worth, burned with its fee, if the index makes this move after the order has executed. */
  readonly worthAfter: Worth
}

/** A point of an order's payoff. */
export interface CurvePoint {
  readonly moveBasisPoints: number
  /** Settlement units. */
  readonly value: bigint
}

/** Settlement units, after the burning fee. */
export interface Worth {
  readonly long: bigint
  readonly short: bigint
  readonly total: bigint
}

/** Moves of the index, in hundredths of a percent, from which an order pays; undefined where it never does. */
export interface BreakEven {
  readonly down: number | undefined
  readonly up: number | undefined
}

/** Who the order is of, and into which interval it goes. */
export interface PlacedOrder {
  readonly pool: PoolSnapshot
  readonly user: UserSnapshot | undefined
  readonly legs: readonly Leg[]
  readonly intervalId: bigint
}

/** The moves of the table. */
const LADDER_BASIS_POINTS = [-2_000, -1_000, -500, 0, 500, 1_000, 2_000] as const
/** Farther away a break-even is none. */
const FARTHEST_BASIS_POINTS = 5_000

/**
 * The order at several moves of the index.
 *
 * @throws OutlookError with the reason where the contract would refuse the order
 */
export function orderLadder(
  order: PlacedOrder,
  moves: readonly number[] = LADDER_BASIS_POINTS,
): readonly LadderRow[] {
  return explained(() => {
    const base = atMove(order, 0)
    return moves.map((moveBasisPoints) => ({
      moveBasisPoints,
      adds: (moveBasisPoints === 0 ? base : atMove(order, moveBasisPoints)).adds,
      worthAfter: worthAfter(order.pool, base, moveBasisPoints),
    }))
  })
}

/**
 * The smallest moves of the index with which the order gives at least what it takes: for a mint what is paid, otherwise
 * what the burned tokens are worth now. A mint or flip is judged by a move after it has executed, a burn by one before.
 *
 * @throws OutlookError as {@link orderLadder}
 */
export function breakEven(order: PlacedOrder): BreakEven {
  return explained(() => searchBreakEven(order))
}

function searchBreakEven(order: PlacedOrder): BreakEven {
  const stake = stakeOf(order)
  const gives = givesAt(order)
  const search = (direction: 1 | -1) => {
    if (gives(direction * FARTHEST_BASIS_POINTS) < stake) return undefined
    let [below, enough] = [-1, FARTHEST_BASIS_POINTS]
    while (enough - below > 1) {
      const middle = Math.floor((below + enough) / 2)
      if (gives(direction * middle) >= stake) enough = middle
      else below = middle
    }
    return direction * enough
  }
  return { down: search(-1), up: search(1) }
}

/**
 * What an order gives at several moves of the index, settlement units: a burn by a move before it executes, anything else by
 * one after it.
 *
 * @throws OutlookError as {@link orderLadder}
 */
export function orderCurve(order: PlacedOrder, moves: readonly number[]): readonly CurvePoint[] {
  return explained(() => {
    const gives = givesAt(order)
    return moves.map((moveBasisPoints) => ({ moveBasisPoints, value: gives(moveBasisPoints) }))
  })
}

function givesAt(order: PlacedOrder): (moveBasisPoints: number) => bigint {
  const base = atMove(order, 0)
  return onlyBurns(base)
    ? (move) => atMove(order, move).adds.settlementTokens
    : (move) => worthAfter(order.pool, base, move).total
}

/** What goes in, in settlement units: a mint's amount, or the burned tokens at the price of now. */
export function stakeOf({ pool, legs }: PlacedOrder): bigint {
  return legs.reduce((sum, leg) => {
    if (isMint(leg.commitType)) return sum
    return sum + getBurn(tokenPrice(pool, burnedSide(leg)).quad, leg.amount)
  }, settlementIn(legs))
}

function burnedSide({ commitType }: Leg): Side {
  const isShort = commitType === CommitType.ShortBurn || commitType === CommitType.ShortBurnLongMint
  return isShort ? 'short' : 'long'
}

function onlyBurns({ adds }: LegsProjection): boolean {
  return adds.longTokens === 0n && adds.shortTokens === 0n
}

function atMove({ pool, user, legs, intervalId }: PlacedOrder, move: number): LegsProjection {
  return projectLegs(pool, user, legs, intervalId, movedSpotPrice(pool, move))
}

function worthAfter(pool: PoolSnapshot, { adds, afterwards }: LegsProjection, move: number): Worth {
  const path = steadyPath(pool, movedSpotPrice(pool, move), upkeepsToFollow(pool))
  const later = projectPath(afterwards, path).at(-1)?.pool ?? afterwards
  const burned = (side: Side, tokens: bigint) => {
    if (tokens === 0n) return 0n
    const money = getBurn(tokenPrice(later, side).quad, tokens)
    return money - mintingOrBurningFee(later.burningFee, money)
  }
  const long = burned('long', adds.longTokens)
  const short = burned('short', adds.shortTokens)
  return { long, short, total: long + short + adds.settlementTokens }
}

/** Upkeeps until a move of the index has fully reached the pool: an average follows sample by sample. */
function upkeepsToFollow({ oracle, updateIntervalSec }: PoolSnapshot): number {
  if (oracle.kind === 'spot') return 1
  const sampleSec =
    oracle.updateIntervalSec > updateIntervalSec ? oracle.updateIntervalSec : updateIntervalSec
  return Number((oracle.numPeriods * sampleSec + updateIntervalSec - 1n) / updateIntervalSec)
}
