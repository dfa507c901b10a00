import {
  AMOUNT_BITS,
  MAX_INTERVAL_SEC,
  MAX_OWN_COMMITMENTS,
  MAX_PERIODS,
  MAX_QUEUE,
} from '../protocol/bounds'
import { fromUInt, type Quad } from '../protocol/quad'
import type { OracleSnapshot, PoolSnapshot } from '../protocol/snapshot'
import { WAD } from '../protocol/wad'

/** A commit's amount has 128 bits; more than that in one pool is no money. */
const MOST = 2n ** AMOUNT_BITS
const ONE_WAD = fromUInt(WAD)

const NUMBERS = [
  'longBalance',
  'shortBalance',
  'longTokenSupply',
  'shortTokenSupply',
  'primaryFees',
  'secondaryFees',
  'updateIntervalId',
  'pendingMintSettlementAmount',
  'pendingLongBurnPoolTokens',
  'pendingShortBurnPoolTokens',
] as const satisfies readonly (keyof PoolSnapshot)[]

const RATES = [
  'fee',
  'mintingFee',
  'burningFee',
  'changeInterval',
] as const satisfies readonly (keyof PoolSnapshot)[]

/**
 * Whether a pool's figures can be those of a pool. An RPC, or a contract that only looks like a pool, can answer
 * anything, and such figures would be computed with.
 */
export function isPlausible(pool: PoolSnapshot): boolean {
  const { oracle } = pool
  return (
    NUMBERS.every((name) => pool[name] < MOST) &&
    isPrice(pool.executionPriceWad) &&
    isPossibleOracle(oracle) &&
    RATES.every((name) => isRate(pool[name])) &&
    pool.leverageAmount > 0n &&
    pool.leverageAmount < ONE_WAD &&
    pool.updateIntervalSec > 0n &&
    pool.updateIntervalSec <= MAX_INTERVAL_SEC &&
    pool.frontRunningIntervalSec <= MAX_INTERVAL_SEC &&
    pool.totalPoolCommitments.length <= MAX_QUEUE + MAX_OWN_COMMITMENTS &&
    pool.updateIntervalId > 0n &&
    pool.secondaryFeeSplitPercent <= 100n &&
    pool.lastPriceTimestampSec <= pool.timestampSec
  )
}

function isPossibleOracle(oracle: OracleSnapshot): boolean {
  switch (oracle.kind) {
    case 'unavailable':
      return true
    case 'spot':
      return isPrice(oracle.priceWad)
    case 'sma':
      return (
        oracle.prices.every(isPrice) &&
        isPrice(oracle.spotPrice * oracle.scaler) &&
        isPrice(oracle.periodCount) &&
        oracle.numPeriods >= 1n &&
        oracle.numPeriods <= MAX_PERIODS &&
        oracle.prices.length <= MAX_PERIODS
      )
  }
}

function isPrice(price: bigint): boolean {
  return price < MOST && price > -MOST
}

/** From 0 to 100%, a wad. Quads from zero on compare as their bits do; negative ones and NaN are above all these. */
function isRate(rate: Quad): boolean {
  return rate <= ONE_WAD
}
