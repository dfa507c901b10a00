import { toUInt } from '../protocol/quad'
import type { Balance, PoolSnapshot } from '../protocol/snapshot'
import { type CommitFees, haveFeesRisen } from './haveFeesRisen'
import type { LegsOutlook } from './legsOutlook'
import { OutlookError } from './outlook'
import type { CommitSlot } from './poolFigures'

/** What a person decides on: figures of one projection. */
export interface OrderFigures extends CommitFees {
  readonly lastUpkeepSec: bigint
  readonly intervalId: bigint
  readonly executesAtSec: bigint
  /** Undefined where there is no projection: then interval and time are all that one decides on. */
  readonly adds: Balance | undefined
  /** @see LegsOutlook.byLeg */
  readonly byLeg: readonly Balance[] | undefined
  /** What is paid. Where the person has said what should come out, it is solved again at each block. */
  readonly pays: bigint
  /** By so much more than the index itself a token moves. */
  readonly leverage: bigint
}

type FiguredPool = Pick<
  PoolSnapshot,
  'lastPriceTimestampSec' | 'leverageAmount' | 'mintingFee' | 'burningFee'
>

/** @param outlook Of the order; where there is no projection, where it goes */
export function figuresOf(
  pool: FiguredPool,
  outlook: CommitSlot & Partial<Pick<LegsOutlook, 'adds' | 'byLeg'>>,
  legs: readonly { readonly amount: bigint }[],
): OrderFigures {
  return {
    lastUpkeepSec: pool.lastPriceTimestampSec,
    intervalId: outlook.updateIntervalId,
    executesAtSec: outlook.executesAtSec,
    adds: outlook.adds,
    byLeg: outlook.byLeg,
    pays: legs.reduce((sum, { amount }) => sum + amount, 0n),
    leverage: toUInt(pool.leverageAmount),
    mintingFeeWad: toUInt(pool.mintingFee),
    burningFeeWad: toUInt(pool.burningFee),
  }
}

/**
 * The figures of an order that is shown; undefined where nothing is known of it. An order that can be sent has an interval and a
 * time, also where it executes too far ahead to be projected.
 */
export function figuresShown(
  pool: FiguredPool,
  outlook: LegsOutlook | OutlookError | undefined,
  slot: CommitSlot,
  legs: readonly { readonly amount: bigint }[],
): OrderFigures | undefined {
  if (outlook === undefined) return undefined
  if (!(outlook instanceof OutlookError)) return figuresOf(pool, outlook, legs)
  return outlook.isOutOfReach ? figuresOf(pool, slot, legs) : undefined
}

/** A move of the index by a thousandth is none to a person: it moves a little with every block. */
const TOLERATED_PART = 1_000n

/** Why figures are worse than those that someone has seen. */
export type FiguresChange = 'fee' | 'upkeep' | 'interval' | 'outcome'

/** The most telling difference to the worse; undefined when a decision on the one holds for the other. */
export function figuresChange(seen: OrderFigures, now: OrderFigures): FiguresChange | undefined {
  const change = termsChange(seen, now)
  if (change === undefined || change === 'fee') return change
  // Where no amounts were seen there is nothing that an upkeep could have changed.
  const isSame = seen.lastUpkeepSec === now.lastUpkeepSec || seen.adds === undefined
  return isSame ? change : 'upkeep'
}

/** The same for an order on its way, where an upkeep needs no mention of its own. */
export function termsChange(
  seen: OrderFigures,
  now: OrderFigures,
): Exclude<FiguresChange, 'upkeep'> | undefined {
  if (haveFeesRisen(seen, now)) return 'fee'
  if (seen.intervalId !== now.intervalId) return 'interval'
  const isMore = (more: bigint, less: bigint, seenAmount: bigint) =>
    // A leg's part is below zero where what it does together with those before it is rounded away.
    more - less > (abs(seenAmount) * now.leverage) / TOLERATED_PART + 1n
  if (isMore(now.pays, seen.pays, seen.pays)) return 'outcome'
  const { adds: before } = seen
  const { adds: after } = now
  if (before === undefined) return undefined
  if (after === undefined) return 'outcome'
  const gets = ['longTokens', 'shortTokens', 'settlementTokens'] as const
  return gets.some((key) => isMore(before[key], after[key], before[key])) ? 'outcome' : undefined
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}
