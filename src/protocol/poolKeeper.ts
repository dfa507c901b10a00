import {
  intervalPassed,
  type PoolRebalance,
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
  /** `early`: not due, nothing happens. `failed`: the pool reverts and the keeper catches it. */
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
 * @throws PanicError or RevertError without reason where the keeper's own transaction reverts
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
    return { status: 'early', pool: { ...before, timestampSec }, reason: undefined, ...nothing }

  const oracle = pollOracle(before.oracle, spotPrice, timestampSec)
  const endPriceWad = getOraclePrice(oracle)
  const polled = { ...before, timestampSec, oracle }
  try {
    const { pool, rebalance, executed } = poolUpkeep(
      polled,
      startPriceWad,
      endPriceWad,
      timestampSec,
    )
    const paid = keeperReward === 0n ? pool : payKeeperFromBalances(pool, keeperReward)
    return {
      status: 'done',
      pool: { ...paid, executionPriceWad: endPriceWad },
      reason: undefined,
      startPriceWad,
      endPriceWad,
      rebalance,
      executed,
    }
  } catch (error) {
    // The keeper catches `Error(string)` only: panics and bare reverts take its transaction along.
    if (!(error instanceof RevertError) || error.reason === '') throw error
    return { status: 'failed', pool: polled, reason: error.reason, ...nothing }
  }
}

/** The price that the pool reads, wad. @see LeveragedPool.getOraclePrice */
export function getOraclePrice(oracle: OracleSnapshot): bigint {
  return oracle.kind === 'spot' ? oracle.priceWad : getPrice(oracle)
}

function pollOracle(
  oracle: OracleSnapshot,
  spotPrice: bigint,
  timestampSec: bigint,
): OracleSnapshot {
  if (oracle.kind === 'spot') return { kind: 'spot', priceWad: spotPrice }
  return poll({ ...oracle, spotPrice }, timestampSec)
}
