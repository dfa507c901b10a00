import { appropriateUpdateIntervalId, getPrice } from '../protocol/poolSwapLibrary'
import { fromUInt, mul, type Quad, toUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { earliestExecutionSec, type PoolTimes } from '../protocol/updateInterval'
import { WAD } from '../protocol/wad'

export type Side = 'long' | 'short'

/** A pool side's two prices: as the contract computes it, and as a wad for people. */
export interface TokenPrice {
  readonly quad: Quad
  /** Settlement tokens per pool token, cut at 18 digits. */
  readonly wad: bigint
}

/**
 * What one token of a side is worth at the snapshot's block: balance / (supply + burns in the queue), one when no one
 * holds any. The next upkeep will use another one, after its own value transfer.
 */
export function tokenPrice(pool: PoolSnapshot, side: Side): TokenPrice {
  const [balance, supply] =
    side === 'long'
      ? [pool.longBalance, pool.longTokenSupply + pool.pendingLongBurnPoolTokens]
      : [pool.shortBalance, pool.shortTokenSupply + pool.pendingShortBurnPoolTokens]
  return { quad: getPrice(balance, supply), wad: supply === 0n ? WAD : (balance * WAD) / supply }
}

/** A binary128 number as a wad, cut at 18 digits. */
export function quadToWad(number: Quad): bigint {
  return toUInt(mul(number, fromUInt(WAD)))
}

/** The part of the pool that is long, 0 to 1 as a wad; undefined for an empty pool. */
export function longShareWad({ longBalance, shortBalance }: PoolSnapshot): bigint | undefined {
  const total = longBalance + shortBalance
  return total === 0n ? undefined : (longBalance * WAD) / total
}

/** When the next upkeep is due, Unix seconds; in the past when keepers are late. */
export function upkeepDueSec({ lastPriceTimestampSec, updateIntervalSec }: PoolSnapshot): bigint {
  return lastPriceTimestampSec + updateIntervalSec
}

/** Where a commit lands. */
export interface CommitSlot {
  readonly updateIntervalId: bigint
  /** The earliest time at which its upkeep can happen, Unix seconds; later when keepers are late. */
  readonly executesAtSec: bigint
}

/**
 * The interval a commit goes into when it is made at `timestampSec`, and its earliest execution.
 *
 * @param timestampSec Unix seconds; a time before the last upkeep counts as that upkeep's
 * @throws ProtocolError for a snapshot with a zero update interval
 */
export function commitSlot(pool: PoolTimes, timestampSec: bigint): CommitSlot {
  const { lastPriceTimestampSec, frontRunningIntervalSec, updateIntervalSec, updateIntervalId } =
    pool
  const id = appropriateUpdateIntervalId(
    timestampSec < lastPriceTimestampSec ? lastPriceTimestampSec : timestampSec,
    lastPriceTimestampSec,
    frontRunningIntervalSec,
    updateIntervalSec,
    updateIntervalId,
  )
  return { updateIntervalId: id, executesAtSec: earliestExecutionSec(pool, id) }
}
