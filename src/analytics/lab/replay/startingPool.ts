import type { OracleSnapshot, PoolSnapshot } from '../../../protocol/snapshot'
import { currentSpotPrice } from '../../outlook'

/**
 * A pool as a replay starts from it: its balances, supplies, fees and samples, moved to another time and index price, as if
 * its last upkeep had just been. Its past prices keep their ratio to the index. The queue is left out, and burns that are
 * queued count as tokens that are still held.
 *
 * @param startSec Unix seconds
 * @param priceWad Index price at that time, wad
 * @throws OutlookError for an oracle that does not answer
 */
export function startingPool(pool: PoolSnapshot, startSec: number, priceWad: bigint): PoolSnapshot {
  const { queueReadBelow: _, ...known } = pool
  const { oracle } = pool
  const atSec = BigInt(startSec)
  const indexWad = currentSpotPrice(pool) * (oracle.kind === 'sma' ? oracle.scaler : 1n)
  const moved = (wad: bigint) =>
    indexWad === priceWad || indexWad <= 0n ? wad : (wad * priceWad) / indexWad
  return {
    ...known,
    timestampSec: atSec,
    lastPriceTimestampSec: atSec,
    longTokenSupply: pool.longTokenSupply + pool.pendingLongBurnPoolTokens,
    shortTokenSupply: pool.shortTokenSupply + pool.pendingShortBurnPoolTokens,
    pendingMintSettlementAmount: 0n,
    pendingLongBurnPoolTokens: 0n,
    pendingShortBurnPoolTokens: 0n,
    totalPoolCommitments: [],
    executedIntervals: [],
    executionPriceWad: moved(pool.executionPriceWad),
    oracle: movedOracle(oracle, atSec, priceWad, moved),
  }
}

function movedOracle(
  oracle: OracleSnapshot,
  atSec: bigint,
  priceWad: bigint,
  moved: (wad: bigint) => bigint,
): OracleSnapshot {
  if (oracle.kind === 'unavailable') return oracle
  if (oracle.kind === 'spot') return { kind: 'spot', priceWad }
  return {
    ...oracle,
    prices: oracle.prices.map(moved),
    lastUpdateSec: atSec,
    spotPrice: priceWad / oracle.scaler,
  }
}
