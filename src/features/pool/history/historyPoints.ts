import { currentSpotPrice, OutlookError, poolOutlook } from '../../../analytics/outlook'
import { quadToWad, tokenPrice } from '../../../analytics/poolFigures'
import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolAtBlock } from '../../../chain/snapshot'
import type { PoolSnapshot } from '../../../protocol/snapshot'

/** A pool right after an upkeep. Wads and settlement units; undefined where it is not known. */
export interface HistoryPoint {
  readonly timeSec: number
  readonly indexWad: bigint
  readonly longPriceWad: bigint | undefined
  readonly shortPriceWad: bigint | undefined
  readonly longBalance: bigint | undefined
  readonly shortBalance: bigint | undefined
  /** False where the balances are an estimate. */
  readonly isExact: boolean
  /** True for what has not happened: the outlook at an unchanged index. */
  readonly isProjected: boolean
}

const PROJECTED_UPKEEPS = 8

/** The upkeeps since a time, oldest first. */
export function pastPoints(upkeeps: readonly UpkeepRecord[], sinceSec: number): HistoryPoint[] {
  const points: HistoryPoint[] = []
  for (const upkeep of upkeeps) {
    const timeSec = Number(upkeep.timestampSec)
    if (timeSec < sinceSec) break
    const prices = upkeep.executed.at(-1)?.prices
    points.push({
      timeSec,
      indexWad: upkeep.endPriceWad,
      longPriceWad: prices === undefined ? undefined : quadToWad(prices.longPrice),
      shortPriceWad: prices === undefined ? undefined : quadToWad(prices.shortPrice),
      longBalance: upkeep.balances?.longBalance,
      shortBalance: upkeep.balances?.shortBalance,
      isExact: upkeep.balances?.exact ?? false,
      isProjected: false,
    })
  }
  return points.reverse()
}

/** The pool as it is, and after each of its next upkeeps if the index stays. Empty when none can succeed. */
export function projectedPoints({ snapshot }: PoolAtBlock): HistoryPoint[] {
  const now = pointOf(snapshot, Number(snapshot.timestampSec))
  try {
    const { upkeeps } = poolOutlook(snapshot, currentSpotPrice(snapshot), PROJECTED_UPKEEPS)
    const done = upkeeps.filter(({ status }) => status === 'done')
    return [now, ...done.map(({ pool, timestampSec }) => pointOf(pool, Number(timestampSec)))]
  } catch (error) {
    if (error instanceof OutlookError) return []
    throw error
  }
}

function pointOf(pool: PoolSnapshot, timeSec: number): HistoryPoint {
  return {
    timeSec,
    indexWad: pool.executionPriceWad,
    longPriceWad: tokenPrice(pool, 'long').wad,
    shortPriceWad: tokenPrice(pool, 'short').wad,
    longBalance: pool.longBalance,
    shortBalance: pool.shortBalance,
    isExact: false,
    isProjected: true,
  }
}
