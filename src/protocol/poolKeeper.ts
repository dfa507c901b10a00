import {
  intervalPassed,
  type PoolRebalance,
  type PoolUpkeep,
  payKeeperFromBalances,
  poolUpkeep,
} from './leveragedPool'
import { RevertError, SnapshotError } from './protocolError'
import { getPrice, poll } from './smaOracle'
import type { ExecutedInterval, OracleSnapshot, PoolDraft, PoolSnapshot } from './snapshot'

/** The circumstances of one upkeep. */
export interface UpkeepConditions {
  /** Block time, Unix seconds. */
  readonly timestampSec: bigint
  /**
   * What the feed says at that time: wad for a spot oracle; for an SMA oracle the price of the
   * wrapper it samples, before scaling.
   */
  readonly spotPrice: bigint
  /** What the keeper has a claim to, settlement units: from `KeeperPaid`, or an estimate. */
  readonly keeperReward?: bigint
}

/** What one `performUpkeepSinglePool` does. */
export interface Upkeep {
  /** Block time, Unix seconds. */
  readonly timestampSec: bigint
  /**
   * `early`: not due, nothing happens. `failed`: the pool reverts, the keeper catches it and is
   * paid anyway.
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
  /** What the keeper is paid, settlement units: its reward, or nothing where both sides together hold less. */
  readonly keeperPayment: bigint
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
  const oracle = withSpotPrice(before.oracle, spotPrice)
  const pool: PoolDraft = { ...before }
  pool.timestampSec = timestampSec
  pool.oracle = oracle
  const startPriceWad = before.executionPriceWad
  if (!intervalPassed(before, timestampSec)) return withoutUpkeep('early', pool, undefined, 0n)

  pool.oracle = oracle.kind === 'sma' ? poll(oracle, timestampSec) : oracle
  const endPriceWad = getOraclePrice(pool.oracle)
  const attempt = attemptUpkeep(pool, endPriceWad)
  if (typeof attempt === 'string') {
    // Nothing of the upkeep stays but the oracle's new sample, and the keeper is paid anyway.
    const failed: PoolDraft = { ...before, timestampSec, oracle: pool.oracle }
    const payment = payKeeperFromBalances(failed, keeperReward) ? keeperReward : 0n
    return withoutUpkeep('failed', failed, attempt, payment)
  }
  const keeperPayment = payKeeperFromBalances(pool, keeperReward) ? keeperReward : 0n
  pool.executionPriceWad = endPriceWad
  return {
    timestampSec,
    status: 'done',
    pool,
    reason: undefined,
    startPriceWad,
    endPriceWad,
    rebalance: attempt.rebalance,
    executed: attempt.executed,
    keeperPayment,
  }
}

function withoutUpkeep(
  status: 'early' | 'failed',
  pool: PoolSnapshot,
  reason: string | undefined,
  keeperPayment: bigint,
): Upkeep {
  return {
    timestampSec: pool.timestampSec,
    status,
    pool,
    reason,
    startPriceWad: pool.executionPriceWad,
    endPriceWad: pool.executionPriceWad,
    rebalance: undefined,
    executed: [],
    keeperPayment,
  }
}

/**
 * The upkeep, or the reason why it fails. The keeper catches `Error(string)` only: panics and bare
 * reverts take its transaction along.
 */
function attemptUpkeep(pool: PoolDraft, newPriceWad: bigint): PoolUpkeep | string {
  try {
    return poolUpkeep(pool, pool.executionPriceWad, newPriceWad, pool.timestampSec)
  } catch (error) {
    if (!(error instanceof RevertError) || error.reason === '') throw error
    return error.reason
  }
}

/**
 * The price that the pool reads, wad.
 *
 * @throws SnapshotError for an oracle that does not answer
 * @see LeveragedPool.getOraclePrice
 */
export function getOraclePrice(oracle: OracleSnapshot): bigint {
  if (oracle.kind === 'unavailable') throw new SnapshotError('oracle', 'does not answer')
  return oracle.kind === 'spot' ? oracle.priceWad : getPrice(oracle)
}

function withSpotPrice(oracle: OracleSnapshot, spotPrice: bigint): OracleSnapshot {
  if (oracle.kind === 'unavailable') return oracle
  return oracle.kind === 'spot' ? { kind: 'spot', priceWad: spotPrice } : { ...oracle, spotPrice }
}
