import { toUInt } from '../protocol/quad'
import type { Balance, PoolSnapshot } from '../protocol/snapshot'
import { type CommitFees, haveFeesChanged } from './haveFeesChanged'
import type { LegsOutlook } from './legsOutlook'

/** What a person decides on: figures of one projection. */
export interface OrderFigures extends CommitFees {
  readonly lastUpkeepSec: bigint
  readonly intervalId: bigint
  readonly executesAtSec: bigint
  readonly adds: Balance
  /** @see LegsOutlook.parts */
  readonly parts: readonly Balance[]
  /** What is paid, of whatever it is: solved anew at each block where the amount is of what comes out. */
  readonly pays: bigint
  /** By so much more than the index itself a token moves. */
  readonly leverage: bigint
}

export function figuresOf(
  pool: Pick<
    PoolSnapshot,
    'lastPriceTimestampSec' | 'leverageAmount' | 'mintingFee' | 'burningFee'
  >,
  outlook: Pick<LegsOutlook, 'updateIntervalId' | 'executesAtSec' | 'adds' | 'parts'>,
  legs: readonly { readonly amount: bigint }[],
): OrderFigures {
  return {
    lastUpkeepSec: pool.lastPriceTimestampSec,
    intervalId: outlook.updateIntervalId,
    executesAtSec: outlook.executesAtSec,
    adds: outlook.adds,
    parts: outlook.parts,
    pays: legs.reduce((sum, { amount }) => sum + amount, 0n),
    leverage: toUInt(pool.leverageAmount),
    mintingFeeWad: toUInt(pool.mintingFee),
    burningFeeWad: toUInt(pool.burningFee),
  }
}

/** A move of the index by a thousandth is none to a person: it moves a little with every block. */
const TOLERATED_PART = 1_000n

/** Why figures are no longer those that somebody has seen. */
export type FiguresChange = 'fee' | 'upkeep' | 'interval' | 'outcome'

/** The most telling difference; undefined when a decision on the one holds for the other. */
export function figuresChange(seen: OrderFigures, now: OrderFigures): FiguresChange | undefined {
  if (haveFeesChanged(seen, now)) return 'fee'
  return seen.lastUpkeepSec === now.lastUpkeepSec ? termsChange(seen, now) : 'upkeep'
}

/** The same for an order on its way, where an upkeep counts for what it has changed alone. */
export function termsChange(
  seen: OrderFigures,
  now: OrderFigures,
): 'interval' | 'outcome' | undefined {
  if (seen.intervalId !== now.intervalId) return 'interval'
  const isMoved = (before: bigint, after: bigint) => {
    // A leg's part is below zero where what it does together with those before it is rounded away.
    return abs(after - before) > (abs(before) * now.leverage) / TOLERATED_PART + 1n
  }
  if (isMoved(seen.pays, now.pays)) return 'outcome'
  const gets = ['longTokens', 'shortTokens', 'settlementTokens'] as const
  return gets.some((key) => isMoved(seen.adds[key], now.adds[key])) ? 'outcome' : undefined
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}
