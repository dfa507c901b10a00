import {
  intervalPassed,
  type PoolRebalance,
  type PoolUpkeep,
  payKeeperFromBalances,
  poolUpkeep,
} from './leveragedPool'
import { RevertError } from './protocolError'
import { getPrice, poll } from './smaOracle'
import type { ExecutedInterval, OracleSnapshot, PoolSnapshot } from './snapshot'

/** The circumstances of one upkeep. */
export interface UpkeepConditions {
  /** Block time, Unix seconds. */
  readonly timestampSec: bigint
  /**
   * What the feed says at that time: wad for a spot oracle; for an SMA oracle the price of the
   * wrapper it samples, before scaling.
   */
  readonly spotPrice: bigint
  /** What the keeper is paid, settlement units: from `KeeperPaid`, or an estimate. */
  readonly keeperReward?: bigint
}

/** What one `performUpkeepSinglePool` does. */
export interface Upkeep {
  /**
   * `early`: not due, nothing happens. `failed`: the pool reverts, the keeper catches it and is
   * paid all the same.
   */
  readonly status: 'done' | 'early' | 'failed'
  readonly pool: PoolSnapshot
  /** The reason in `PoolUpkeepError`, when failed. */
  readonly reason: string | undefined
  /** `UpkeepSuccessful.startPrice`, wad. */
  readonly startPriceWad: bigint
  /** `UpkeepSuccessful.endPrice`, wad. */
  readonly endPriceWad: bigint
  readonly rebalance: PoolRebalance | undefined
  /** The intervals whose commits were executed, ascending. */
  readonly executed: readonly ExecutedInterval[]
}

/**
 * One upkeep by a keeper: polls the oracle, upkeeps the pool, pays the keeper.
 *
 * @throws RevertError `Pool is paused`; PanicError or RevertError without reason where a failure of
 *   the pool is not caught and the keeper's own transaction reverts
 * @see PoolKeeper.performUpkeepSinglePool
 */
export function performUpkeepSinglePool(
  before: PoolSnapshot,
  conditions: UpkeepConditions,
): Upkeep {
  const { timestampSec, spotPrice, keeperReward = 0n } = conditions
  const startPriceWad = before.executionPriceWad
  const nothing = { startPriceWad, endPriceWad: startPriceWad, rebalance: undefined, executed: [] }
  if (!intervalPassed(before, timestampSec))
    return {
      ...nothing,
      status: 'early',
      pool: { ...before, timestampSec, oracle: withSpotPrice(before.oracle, spotPrice) },
      reason: undefined,
    }

  const oracle = pollOracle(withSpotPrice(before.oracle, spotPrice), timestampSec)
  const endPriceWad = getOraclePrice(oracle)
  const polled = { ...before, timestampSec, oracle }
  const attempt = attemptUpkeep(polled, endPriceWad)
  // The keeper is paid for a failed upkeep too.
  const pool = payKeeperFromBalances(attempt.pool, keeperReward)
  if ('reason' in attempt) return { ...nothing, status: 'failed', pool, reason: attempt.reason }
  return {
    status: 'done',
    pool: { ...pool, executionPriceWad: endPriceWad },
    reason: undefined,
    startPriceWad,
    endPriceWad,
    rebalance: attempt.rebalance,
    executed: attempt.executed,
  }
}

/** The keeper catches `Error(string)` only: panics and bare reverts take its transaction along. */
function attemptUpkeep(
  pool: PoolSnapshot,
  newPriceWad: bigint,
): PoolUpkeep | { readonly pool: PoolSnapshot; readonly reason: string } {
  try {
    return poolUpkeep(pool, pool.executionPriceWad, newPriceWad, pool.timestampSec)
  } catch (error) {
    if (!(error instanceof RevertError) || error.reason === '') throw error
    return { pool, reason: error.reason }
  }
}

/** The price that the pool reads, wad. @see LeveragedPool.getOraclePrice */
export function getOraclePrice(oracle: OracleSnapshot): bigint {
  return oracle.kind === 'spot' ? oracle.priceWad : getPrice(oracle)
}

function withSpotPrice(oracle: OracleSnapshot, spotPrice: bigint): OracleSnapshot {
  return oracle.kind === 'spot' ? { kind: 'spot', priceWad: spotPrice } : { ...oracle, spotPrice }
}

function pollOracle(oracle: OracleSnapshot, timestampSec: bigint): OracleSnapshot {
  return oracle.kind === 'spot' ? oracle : poll(oracle, timestampSec)
}
