import { getPrice, poll } from '../../protocol/smaOracle'
import type { PoolSnapshot, SmaOracleSnapshot } from '../../protocol/snapshot'

/**
 * Whether an average can have taken its samples itself: code says nothing of what another constructor has stored. Samples ahead
 * of the block keep it from taking any; those far from the feed's price make an average that goes where its creator knows. So do
 * samples in an order that was chosen, which is why the average is followed too. An honest one that a fast market has left
 * behind goes as far: until it has caught up, it cannot be told from a forged one.
 */
export function hasPlausibleSamples({
  oracle,
  timestampSec,
  executionPriceWad,
}: PoolSnapshot): boolean {
  // Where no price comes, no rebalance does.
  if (oracle.kind !== 'sma') return true
  const spot = oracle.spotPrice * oracle.scaler
  if (oracle.lastUpdateSec > timestampSec) return false
  if (!oracle.prices.every((price) => price * MOST_FACTOR >= spot && price <= spot * MOST_FACTOR))
    return false
  if (oracle.prices.length === 0) return true
  try {
    const start = getPrice(oracle)
    const path = [executionPriceWad, ...nextAverages(oracle)]
    return path.every((price) => distance(price, start) * 100n <= start * MOST_DRIFT_PERCENT)
  } catch {
    // Samples that the contract itself could not add up.
    return false
  }
}

/** The average after each of the samples by which all that are stored are replaced, with the index where it is. */
function nextAverages(oracle: SmaOracleSnapshot): readonly bigint[] {
  const averages: bigint[] = []
  let next = oracle
  for (let n = 0n; n < oracle.numPeriods; n++) {
    next = poll(next, next.lastUpdateSec + next.updateIntervalSec)
    averages.push(getPrice(next))
  }
  return averages
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a
}

/** No index of the known feeds has moved farther while an average of theirs was taken. */
const MOST_FACTOR = 2n
/** How far an average may be bound to move while the index does not, in percent of what it is. */
const MOST_DRIFT_PERCENT = 5n
