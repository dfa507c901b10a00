import type { LegsOutlook } from '../../analytics/legsOutlook'
import type { Balance, PoolSnapshot } from '../../protocol/snapshot'

/** What a person decides on: figures of one projection. */
export interface Figures {
  readonly lastUpkeepSec: bigint
  readonly intervalId: bigint
  readonly executesAtSec: bigint
  readonly adds: Balance
  /** What is paid, of whatever it is: solved anew at each block where the amount is of what comes out. */
  readonly pays: bigint
}

export function figuresOf(
  pool: PoolSnapshot,
  outlook: LegsOutlook,
  legs: readonly { readonly amount: bigint }[],
): Figures {
  return {
    lastUpkeepSec: pool.lastPriceTimestampSec,
    intervalId: outlook.updateIntervalId,
    executesAtSec: outlook.executesAtSec,
    adds: outlook.adds,
    pays: legs.reduce((sum, { amount }) => sum + amount, 0n),
  }
}

/** An outcome that moved by less is the same to a person; the index moves a little with every block. */
const TOLERATED_PART = 1_000n

/** Why figures are no longer those that somebody has seen. */
export type FiguresChange = 'upkeep' | 'interval' | 'outcome'

/** The most telling difference; undefined when a decision on the one holds for the other. */
export function figuresChange(seen: Figures, now: Figures): FiguresChange | undefined {
  if (seen.lastUpkeepSec !== now.lastUpkeepSec) return 'upkeep'
  if (seen.intervalId !== now.intervalId) return 'interval'
  if (isMoved(seen.pays, now.pays)) return 'outcome'
  const gets = ['longTokens', 'shortTokens', 'settlementTokens'] as const
  return gets.some((key) => isMoved(seen.adds[key], now.adds[key])) ? 'outcome' : undefined
}

function isMoved(seen: bigint, now: bigint): boolean {
  const change = now - seen
  return (change < 0n ? -change : change) > seen / TOLERATED_PART + 1n
}
