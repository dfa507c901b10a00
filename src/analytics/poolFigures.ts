import { CommitType, isMint } from '../protocol/commitType'
import {
  appropriateUpdateIntervalId,
  getBurn,
  getMint,
  getPrice,
  mintingOrBurningFee,
} from '../protocol/poolSwapLibrary'
import { fromUInt, mul, type Quad, toUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'

const WAD = 10n ** 18n

export type Side = 'long' | 'short'

/** A pool side's two prices: as the contract computes it, and as a wad for people. */
export interface TokenPrice {
  readonly quad: Quad
  /** Settlement tokens per pool token, cut at 18 digits. */
  readonly wad: bigint
}

/**
 * What one token of a side is worth at the snapshot's block: balance / (supply + burns in the queue), one when nobody
 * holds any. The next upkeep will use another one, after its own value transfer.
 */
export function tokenPrice(pool: PoolSnapshot, side: Side): TokenPrice {
  const [balance, supply] =
    side === 'long'
      ? [pool.longBalance, pool.longTokenSupply + pool.pendingLongBurnPoolTokens]
      : [pool.shortBalance, pool.shortTokenSupply + pool.pendingShortBurnPoolTokens]
  return { quad: getPrice(balance, supply), wad: supply === 0n ? WAD : (balance * WAD) / supply }
}

/** A binary128 price as a wad, cut at 18 digits. */
export function quadToWad(price: Quad): bigint {
  return toUInt(mul(price, fromUInt(WAD)))
}

/** Long over short balance as a wad; undefined while a side is empty, for then there is no counterparty. */
export function skewWad({ longBalance, shortBalance }: PoolSnapshot): bigint | undefined {
  if (longBalance === 0n || shortBalance === 0n) return undefined
  return (longBalance * WAD) / shortBalance
}

/** Leverage on gains, wads: long L / skew, short L · skew. On losses both have the pool's own leverage. */
export function gainLeverageWad(pool: PoolSnapshot): { long: bigint; short: bigint } | undefined {
  const skew = skewWad(pool)
  if (skew === undefined) return undefined
  const leverage = toUInt(pool.leverageAmount)
  return {
    long: (leverage * WAD * pool.shortBalance) / pool.longBalance,
    short: leverage * skew,
  }
}

/** The part of the pool that is long, 0 to 1 as a wad; undefined for an empty pool. */
export function longShareWad({ longBalance, shortBalance }: PoolSnapshot): bigint | undefined {
  const total = longBalance + shortBalance
  return total === 0n ? undefined : (longBalance * WAD) / total
}

/** When the pool can be upkept next, Unix seconds. */
export function nextUpkeepSec({ lastPriceTimestampSec, updateIntervalSec }: PoolSnapshot): bigint {
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
export function commitSlot(pool: PoolSnapshot, timestampSec: bigint): CommitSlot {
  const { lastPriceTimestampSec, frontRunningIntervalSec, updateIntervalSec, updateIntervalId } =
    pool
  const id = appropriateUpdateIntervalId(
    timestampSec < lastPriceTimestampSec ? lastPriceTimestampSec : timestampSec,
    lastPriceTimestampSec,
    frontRunningIntervalSec,
    updateIntervalSec,
    updateIntervalId,
  )
  return { updateIntervalId: id, executesAtSec: executionSec(pool, id) }
}

/** The earliest time at which the upkeep of an interval can happen, Unix seconds. */
export function executionSec(pool: PoolSnapshot, updateIntervalId: bigint): bigint {
  const upkeeps = updateIntervalId - pool.updateIntervalId + 1n
  return pool.lastPriceTimestampSec + upkeeps * pool.updateIntervalSec
}

/** What a commit would give at the prices of the snapshot. The real ones are those of its upkeep. */
export interface CommitEstimate {
  /** Minting or burning fee, in settlement tokens. */
  readonly fee: bigint
  /** Pool tokens for a mint, settlement tokens for a burn; undefined when the side is worth nothing. */
  readonly received: bigint | undefined
}

/** An estimate for a mint or burn at today's price; flips are not estimated here. */
export function estimateCommit(
  pool: PoolSnapshot,
  commitType: CommitType,
  amount: bigint,
): CommitEstimate {
  const isLong = commitType === CommitType.LongMint || commitType === CommitType.LongBurn
  const { quad, wad } = tokenPrice(pool, isLong ? 'long' : 'short')
  if (isMint(commitType)) {
    const fee = mintingOrBurningFee(pool.mintingFee, amount)
    return { fee, received: wad === 0n ? undefined : getMint(quad, amount - fee) }
  }
  if (wad === 0n) return { fee: 0n, received: undefined }
  const gross = getBurn(quad, amount)
  const fee = mintingOrBurningFee(pool.burningFee, gross)
  return { fee, received: gross - fee }
}
