import { toUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { currentSpotPrice, OutlookError, poolOutlook } from './outlook'

/** The contracts' year: 365.2425 days, in seconds. */
export const YEAR_SEC = 31_556_952n

/** The management fee of a year, a wad. */
export function yearlyFeeWad({
  fee,
  updateIntervalSec,
}: Pick<PoolSnapshot, 'fee' | 'updateIntervalSec'>): bigint {
  return updateIntervalSec === 0n ? 0n : (toUInt(fee) * YEAR_SEC) / updateIntervalSec
}

/**
 * What the next upkeep adds to the secondary fees, settlement units: the fee is a part of what the sides hold before the
 * transfer, so it does not depend on the price. Exact for the pool as it is; a minting fee that comes in before adds a little.
 *
 * @returns Undefined when the next upkeep cannot succeed
 */
export function nextSecondaryFee(pool: PoolSnapshot): bigint | undefined {
  try {
    const [upkeep] = poolOutlook(pool, currentSpotPrice(pool), 1).upkeeps
    return upkeep?.status === 'done' ? upkeep.pool.secondaryFees - pool.secondaryFees : undefined
  } catch (error) {
    if (error instanceof OutlookError) return undefined
    throw error
  }
}
