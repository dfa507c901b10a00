import { CommitType, isMint } from '../protocol/commitType'
import { getBurn, mintingOrBurningFee } from '../protocol/poolSwapLibrary'
import type { Balance, PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { followIndex } from './followIndex'
import { type Leg, type LegsProjection, projectLegs, settlementIn } from './legsOutlook'
import { movedSpotPrice, OutlookError, toOutlookError } from './outlook'
import { type Side, tokenPrice } from './poolFigures'

/** What an order comes to when the index moves. All amounts at assumed prices, to the unit. */
export interface LadderRow {
  readonly moveBasisPoints: number
  /** Added to the escrow, if the index makes this move before the next rebalance and stays there. */
  readonly adds: Balance
  /**
   * What of that is worth, burned with its fee, if the index makes this move after the order has executed, stays there, and the
   * price that the pool uses has followed. Undefined for burns, and where there is no payoff.
   */
  readonly valueAfter: PositionValue | undefined
}

/** A point of an order's payoff. */
export interface CurvePoint {
  readonly moveBasisPoints: number
  /** Settlement units. */
  readonly value: bigint
}

/** Settlement units, after the burning fee. */
export interface PositionValue {
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

/** An order at several moves of the index. */
export interface OrderOutcomes {
  readonly rows: readonly LadderRow[]
  /** What goes in, in settlement units: a mint's amount, or the burned tokens at the current price. */
  readonly stake: bigint
  /** Or why there is no projection of it. */
  readonly payoff: Payoff | OutlookError
  /** From the order's execution until the price has followed a move after it, seconds; undefined where no worth is. */
  readonly followsInSec: bigint | undefined
}

/** What the order gives: a burn by a move before it executes, anything else by one after it. */
export interface Payoff {
  readonly curve: readonly CurvePoint[]
  /**
   * The smallest moves with which the order gives at least what it takes: for a mint what is paid, otherwise what the burned
   * tokens are worth now.
   */
  readonly breakEven: BreakEven
}

/** The moves of the table, and those of the curve: every two percent. */
const LADDER_BASIS_POINTS = [-2_000, -1_000, -500, 0, 500, 1_000, 2_000] as const
const CURVE_BASIS_POINTS = Array.from({ length: 21 }, (_, index) => (index - 10) * 200)
/** Farther away a break-even is none. */
const FARTHEST_BASIS_POINTS = 5_000

/**
 * The order at several moves of the index.
 *
 * @throws OutlookError with the reason where the contract would refuse the order, or its execution lies too far ahead
 */
export function orderOutcomes(
  order: PlacedOrder,
  moves: readonly number[] = LADDER_BASIS_POINTS,
  curveMoves: readonly number[] = CURVE_BASIS_POINTS,
): OrderOutcomes {
  return toOutlookError(() => {
    const { pool } = order
    const stake = stakeOf(order)
    const at = remembered((move) => atMove(order, move))
    const { adds, afterwards } = at(0)
    const onlyBurns = adds.longTokens === 0n && adds.shortTokens === 0n
    // An average can take hundreds of upkeeps to follow a move: each move is followed once.
    const follow = remembered((move) => followIndex(afterwards, movedSpotPrice(pool, move)))
    const worthOf = remembered((move) => worthIn(follow(move), adds))
    const gives = (move: number) =>
      onlyBurns ? at(move).adds.settlementTokens : worthOf(move).total
    const payoff = attempt(() => {
      if (!onlyBurns) for (const move of moves) worthOf(move)
      return payoffOf(curveMoves, stake, gives)
    })
    const isKnown = !(payoff instanceof OutlookError)
    return {
      rows: moves.map((moveBasisPoints) => ({
        moveBasisPoints,
        adds: at(moveBasisPoints).adds,
        valueAfter: onlyBurns || !isKnown ? undefined : worthOf(moveBasisPoints),
      })),
      stake,
      payoff,
      followsInSec:
        onlyBurns || !isKnown ? undefined : follow(0).timestampSec - afterwards.timestampSec,
    }
  })
}

/** The same for each move is computed once. */
function remembered<value>(compute: (move: number) => value): (move: number) => value {
  const known = new Map<number, value>()
  return (move) => {
    const value = known.get(move) ?? compute(move)
    known.set(move, value)
    return value
  }
}

function attempt<value>(compute: () => value): value | OutlookError {
  try {
    return compute()
  } catch (error) {
    if (error instanceof OutlookError) return error
    throw error
  }
}

function payoffOf(
  moves: readonly number[],
  stake: bigint,
  gives: (move: number) => bigint,
): Payoff {
  const curve = moves.map((moveBasisPoints) => ({ moveBasisPoints, value: gives(moveBasisPoints) }))
  const search = (direction: 1 | -1) => {
    if (gives(direction * FARTHEST_BASIS_POINTS) < stake) return undefined
    let [below, enough] = [-1, FARTHEST_BASIS_POINTS]
    const known = moves.map((move) => move * direction).filter((size) => size >= 0)
    for (const size of known.sort((a, b) => a - b)) {
      if (gives(direction * size) >= stake) {
        enough = size
        break
      }
      below = size
    }
    while (enough - below > 1) {
      const middle = Math.floor((below + enough) / 2)
      if (gives(direction * middle) >= stake) enough = middle
      else below = middle
    }
    return direction * enough
  }
  return { curve, breakEven: { down: search(-1), up: search(1) } }
}

function stakeOf({ pool, legs }: PlacedOrder): bigint {
  return legs.reduce((sum, leg) => {
    if (isMint(leg.commitType)) return sum
    return sum + getBurn(tokenPrice(pool, burnedSide(leg)).quad, leg.amount)
  }, settlementIn(legs))
}

function burnedSide({ commitType }: Leg): Side {
  const isShort = commitType === CommitType.ShortBurn || commitType === CommitType.ShortBurnLongMint
  return isShort ? 'short' : 'long'
}

function atMove({ pool, user, legs, intervalId }: PlacedOrder, move: number): LegsProjection {
  return projectLegs(pool, user, legs, intervalId, movedSpotPrice(pool, move))
}

/** What tokens are worth in a pool, all of them burned with its fee. */
function worthIn(
  pool: PoolSnapshot,
  { longTokens, shortTokens, settlementTokens }: Balance,
): PositionValue {
  const burned = (side: Side, tokens: bigint) => {
    if (tokens === 0n) return 0n
    const money = getBurn(tokenPrice(pool, side).quad, tokens)
    return money - mintingOrBurningFee(pool.burningFee, money)
  }
  const long = burned('long', longTokens)
  const short = burned('short', shortTokens)
  return { long, short, total: long + short + settlementTokens }
}
