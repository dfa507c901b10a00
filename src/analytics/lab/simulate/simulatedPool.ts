import { toUInt } from '../../../protocol/quad'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import { currentSpotPrice, estimateKeeperReward } from '../../outlook'
import { wadToNumber } from '../../wadToNumber'

/** A pool in double precision. Prices are in units of the index price at the start; balances in settlement units. */
export interface SimulatedPool {
  readonly leverage: number
  readonly updateIntervalSec: number
  /** Samples of the SMA; 0 for a spot oracle. */
  readonly smaPeriods: number
  /** Upkeeps from one sample to the next. */
  readonly upkeepsPerSample: number
  /** The stored samples, oldest first; at most `smaPeriods`. */
  readonly samples: readonly number[]
  /** Price of the last upkeep. */
  readonly executionPrice: number
  /** Management fee per upkeep, 0 to 1. */
  readonly fee: number
  readonly mintingFee: number
  readonly burningFee: number
  readonly longBalance: number
  readonly shortBalance: number
  /** What each upkeep pays its keeper, settlement units. */
  readonly keeperReward: number
}

/**
 * A pool's current state for the simulation. Its queue is left out; its minting fee stays where it is.
 *
 * @param pool With `keeper` for rewards, at that gas price; without it none are paid
 * @throws OutlookError for an oracle that does not answer
 */
export function simulatedPool(pool: PoolSnapshot): SimulatedPool {
  const { oracle } = pool
  const rate = (quad: PoolSnapshot['fee']) => wadToNumber(toUInt(quad))
  const scaler = oracle.kind === 'sma' ? oracle.scaler : 1n
  const indexPrice = Number(currentSpotPrice(pool) * scaler)
  const updateIntervalSec = Number(pool.updateIntervalSec)
  const isSma = oracle.kind === 'sma'
  return {
    leverage: Number(toUInt(pool.leverageAmount)),
    updateIntervalSec,
    smaPeriods: isSma ? Number(oracle.numPeriods) : 0,
    upkeepsPerSample: isSma
      ? Math.max(1, Math.ceil(Number(oracle.updateIntervalSec) / updateIntervalSec))
      : 1,
    samples: isSma ? oracle.prices.map((price) => Number(price) / indexPrice) : [],
    executionPrice: Number(pool.executionPriceWad) / indexPrice,
    fee: rate(pool.fee),
    mintingFee: rate(pool.mintingFee),
    burningFee: rate(pool.burningFee),
    longBalance: Number(pool.longBalance),
    shortBalance: Number(pool.shortBalance),
    keeperReward: Number(rewardOnTime(pool) ?? 0n),
  }
}

function rewardOnTime(pool: PoolSnapshot): bigint | undefined {
  return estimateKeeperReward({ ...pool, timestampSec: pool.lastPriceTimestampSec })
}
