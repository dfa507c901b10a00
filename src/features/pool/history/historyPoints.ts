import { quadToWad, tokenPrice } from '../../../analytics/poolFigures'
import { logKey } from '../../../chain/history/poolEvent'
import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolSnapshot } from '../../../protocol/snapshot'

/** A pool right after an upkeep, or as it stands. Wads and settlement units; undefined where it is not known. */
export interface HistoryPoint {
  readonly timeSec: number
  readonly indexWad: bigint
  readonly longPriceWad: bigint | undefined
  readonly shortPriceWad: bigint | undefined
  readonly longBalance: bigint | undefined
  readonly shortBalance: bigint | undefined
  /** False where the balances are an estimate. */
  readonly isExact: boolean
  /** False where the tokens' values are one: events tell them also where they do not tell the balances. */
  readonly areTokensExact: boolean
  /** Of a past upkeep, its own: several can happen in one transaction. */
  readonly key?: string
}

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
      areTokensExact: true,
      key: logKey(upkeep),
    })
  }
  return points.reverse()
}

/**
 * A pool as a snapshot has it.
 *
 * @param isExact False for one that is projected: what its keepers will be paid is an estimate
 */
export function pointOf(pool: PoolSnapshot, isExact: boolean): HistoryPoint {
  return {
    timeSec: Number(pool.timestampSec),
    indexWad: pool.executionPriceWad,
    longPriceWad: tokenPrice(pool, 'long').wad,
    shortPriceWad: tokenPrice(pool, 'short').wad,
    longBalance: pool.longBalance,
    shortBalance: pool.shortBalance,
    isExact,
    areTokensExact: isExact,
  }
}
