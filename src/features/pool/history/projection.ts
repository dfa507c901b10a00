import { currentSpotPrice, OutlookError, poolOutlook } from '../../../analytics/outlook'
import { upkeepDueSec } from '../../../analytics/poolFigures'
import { MAX_UPKEEPS } from '../../../protocol/bounds'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import { type HistoryPoint, pointOf } from './historyPoints'

/** What a pool that is behind would be if all that is due were performed now: in truth it takes no time. */
export interface CatchUp {
  readonly point: HistoryPoint
  /** So many upkeeps, all at the same moment. */
  readonly upkeeps: number
  /** Update intervals that have passed without an upkeep. */
  readonly lateIntervals: number
  /** False where even those upkeeps leave something due. */
  readonly isCaughtUp: boolean
}

/** Where a pool goes from here if the spot price stays what it is. */
export interface PoolProjection {
  /** The pool as it stands: no projection yet. */
  readonly now: HistoryPoint
  /** No mint waits: the balances are those that the last upkeep left behind. */
  readonly isUntouched: boolean
  /** Undefined for a pool that is on time. */
  readonly catchUp: CatchUp | undefined
  /** After each of the next upkeeps, each at its own time, after the catching up if there is any. */
  readonly next: readonly HistoryPoint[]
  /** Why it ends earlier than it should. */
  readonly reason: string | undefined
}

const NEXT_UPKEEPS = 8
/** One interval is passed whenever an upkeep is due: only with more is a pool behind. */
const LATE_INTERVALS = 2n

/** The pool after each of its next upkeeps if the index stays; those that are overdue all at once, now. */
export function computeProjection(snapshot: PoolSnapshot): PoolProjection {
  const now = pointOf(snapshot, true)
  const isUntouched = snapshot.pendingMintSettlementAmount === 0n
  const lateIntervals = passedIntervals(snapshot)
  let pool = snapshot
  let upkeeps = 0
  let reason: string | undefined
  /** One upkeep more, for each estimates its own reward: a late one is paid better. */
  const perform = (): boolean => {
    try {
      const upkeep = poolOutlook(pool, currentSpotPrice(snapshot), 1).upkeeps[0]
      if (upkeep?.status === 'done') {
        pool = upkeep.pool
        return true
      }
      reason = upkeep?.reason ?? 'nothing is due'
    } catch (error) {
      if (!(error instanceof OutlookError)) throw error
      reason = error.message
    }
    return false
  }
  let catchUp: CatchUp | undefined
  if (lateIntervals >= LATE_INTERVALS) {
    while (isDue(pool) && upkeeps < MAX_UPKEEPS && perform()) upkeeps++
    if (upkeeps > 0) {
      const point = pointOf(pool, false)
      catchUp = { point, upkeeps, lateIntervals: Number(lateIntervals), isCaughtUp: !isDue(pool) }
    }
    if (catchUp?.isCaughtUp !== true) return { now, isUntouched, catchUp, next: [], reason }
  }
  const next: HistoryPoint[] = []
  while (next.length < NEXT_UPKEEPS && perform()) next.push(pointOf(pool, false))
  return { now, isUntouched, catchUp, next, reason }
}

function isDue(pool: PoolSnapshot): boolean {
  return upkeepDueSec(pool) <= pool.timestampSec
}

function passedIntervals(pool: PoolSnapshot): bigint {
  const { timestampSec, lastPriceTimestampSec, updateIntervalSec } = pool
  return updateIntervalSec === 0n ? 0n : (timestampSec - lastPriceTimestampSec) / updateIntervalSec
}
