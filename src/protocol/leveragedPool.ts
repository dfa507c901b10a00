import { checkedAdd } from './checkedMath'
import { executeCommitments } from './poolCommitter'
import { calculateValueTransfer, getBalancesAfterFees, mulFraction } from './poolSwapLibrary'
import { RevertError } from './protocolError'
import type { ExecutedInterval, PoolDraft, PoolSnapshot } from './snapshot'

/** The `PoolRebalance` event: what a price change did. Settlement units. */
export interface PoolRebalance {
  /** Fee included. */
  readonly shortBalanceChange: bigint
  /** Fee included. */
  readonly longBalanceChange: bigint
  readonly shortFeeAmount: bigint
  readonly longFeeAmount: bigint
}

/** What one successful `poolUpkeep` did. */
export interface PoolUpkeep {
  /** Missing when a price was not above zero: then there is neither transfer nor fee. */
  readonly rebalance: PoolRebalance | undefined
  /** The intervals whose commits were executed, ascending. */
  readonly executed: readonly ExecutedInterval[]
}

/** Whether an upkeep is due. @see LeveragedPool.intervalPassed */
export function intervalPassed(pool: PoolSnapshot, timestampSec: bigint): boolean {
  return timestampSec >= pool.lastPriceTimestampSec + pool.updateIntervalSec
}

/**
 * One upkeep: price change, then the commits of every interval that has passed.
 *
 * @param pool Is changed. After an error it is in between and has to be thrown away
 * @param _oldPrice Price of the last upkeep, wad
 * @param _newPrice Price of this upkeep, wad
 * @param timestampSec Block time, Unix seconds
 * @throws RevertError `Pool is paused`, `Update interval hasn't passed`, or `price == 0` when a
 *   side is worth nothing but has tokens
 * @see LeveragedPool.poolUpkeep
 */
export function poolUpkeep(
  pool: PoolDraft,
  _oldPrice: bigint,
  _newPrice: bigint,
  timestampSec: bigint,
): PoolUpkeep {
  requireUnpaused(pool)
  if (!intervalPassed(pool, timestampSec)) throw new RevertError("Update interval hasn't passed")
  const rebalance = executePriceChange(pool, _oldPrice, _newPrice)
  return { rebalance, executed: executeCommitments(pool, timestampSec) }
}

/**
 * Management fee and value transfer; nothing at all when a price is not above zero.
 *
 * @param pool Is changed
 * @returns the event's figures
 * @see LeveragedPool.executePriceChange (internal there)
 */
export function executePriceChange(
  pool: PoolDraft,
  _oldPrice: bigint,
  _newPrice: bigint,
): PoolRebalance | undefined {
  if (_oldPrice <= 0n || _newPrice <= 0n) return undefined
  const [longBalance, shortBalance, longFeeAmount, shortFeeAmount] = calculateValueTransfer(
    pool.longBalance,
    pool.shortBalance,
    pool.leverageAmount,
    _oldPrice,
    _newPrice,
    pool.fee,
  )
  const rebalance = {
    shortBalanceChange: shortBalance - pool.shortBalance,
    longBalanceChange: longBalance - pool.longBalance,
    shortFeeAmount,
    longFeeAmount,
  }
  const [primaryFee, secondaryFee] = feeTransfer(pool, checkedAdd(longFeeAmount, shortFeeAmount))
  pool.longBalance = longBalance
  pool.shortBalance = shortBalance
  pool.primaryFees += primaryFee
  pool.secondaryFees += secondaryFee
  return rebalance
}

/**
 * How a management fee is shared out, settlement units.
 *
 * @returns (to the primary, to the secondary address)
 * @see LeveragedPool.feeTransfer (internal there)
 */
export function feeTransfer(pool: PoolSnapshot, totalFeeAmount: bigint): [bigint, bigint] {
  if (!pool.hasSecondaryFeeAddress || totalFeeAmount === 0n) return [totalFeeAmount, 0n]
  const secondaryFee = mulFraction(totalFeeAmount, pool.secondaryFeeSplitPercent, 100n)
  return [totalFeeAmount - secondaryFee, secondaryFee]
}

/**
 * Pays a keeper, both sides pro rata, or not at all when the pool has not enough.
 *
 * @param pool Is changed
 * @param amount Settlement units
 * @returns whether the keeper is paid
 * @throws RevertError `Pool is paused`
 * @see LeveragedPool.payKeeperFromBalances
 */
export function payKeeperFromBalances(pool: PoolDraft, amount: bigint): boolean {
  requireUnpaused(pool)
  const { shortBalance, longBalance } = pool
  if (amount > checkedAdd(shortBalance, longBalance)) return false
  if (amount === 0n) return true
  const [shortAfter, longAfter] = getBalancesAfterFees(amount, shortBalance, longBalance)
  pool.shortBalance = shortAfter
  pool.longBalance = longAfter
  return true
}

/** @throws RevertError `Pool is paused`. @see LeveragedPool.onlyUnpaused */
export function requireUnpaused(pool: PoolSnapshot): void {
  if (pool.paused) throw new RevertError('Pool is paused')
}
