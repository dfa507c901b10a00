import type { LegsOutlook } from '../../analytics/legsOutlook'
import type { Balance, PoolSnapshot } from '../../protocol/snapshot'

/** What a person decides on: figures of one projection. */
export interface Figures {
  readonly lastUpkeepSec: bigint
  readonly intervalId: bigint
  readonly executesAtSec: bigint
  readonly adds: Balance
}

export function figuresOf(pool: PoolSnapshot, outlook: LegsOutlook): Figures {
  return {
    lastUpkeepSec: pool.lastPriceTimestampSec,
    intervalId: outlook.updateIntervalId,
    executesAtSec: outlook.executesAtSec,
    adds: outlook.adds,
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
  const isMoved = (['longTokens', 'shortTokens', 'settlementTokens'] as const).some((key) => {
    const change = now.adds[key] - seen.adds[key]
    return (change < 0n ? -change : change) > seen.adds[key] / TOLERATED_PART + 1n
  })
  return isMoved ? 'outcome' : undefined
}
