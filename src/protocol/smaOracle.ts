import { checkedInt } from './checkedMath'
import { SnapshotError } from './protocolError'
import type { SmaOracleSnapshot } from './snapshot'

/**
 * Average of the stored samples, wad, towards zero; 0 before the first sample.
 *
 * @see SMAOracle.getPrice
 */
export function getPrice(oracle: SmaOracleSnapshot): bigint {
  const count = sampleCount(oracle)
  if (count === 0) return 0n
  if (oracle.prices.length !== count)
    throw new SnapshotError('oracle.prices', `${oracle.prices.length} samples instead of ${count}`)
  let sum = 0n
  for (const price of oracle.prices) sum = checkedInt(sum + price)
  return sum / BigInt(count)
}

/** How many samples the average is made of. */
function sampleCount(oracle: SmaOracleSnapshot): number {
  return Math.min(Number(oracle.periodCount), Number(oracle.numPeriods))
}

/**
 * The oracle after a keeper's poll: with the spot price as its newest sample when its own interval
 * has passed, otherwise unchanged.
 *
 * @param timestampSec Block time, Unix seconds
 * @see SMAOracle.poll
 */
export function poll(oracle: SmaOracleSnapshot, timestampSec: bigint): SmaOracleSnapshot {
  if (timestampSec < oracle.lastUpdateSec + oracle.updateIntervalSec) return oracle
  const sample = checkedInt(oracle.spotPrice * oracle.scaler)
  const isFull = oracle.periodCount >= oracle.numPeriods
  return {
    ...oracle,
    prices: [...(isFull ? oracle.prices.slice(1) : oracle.prices), sample],
    periodCount: oracle.periodCount + 1n,
    lastUpdateSec: timestampSec,
  }
}
