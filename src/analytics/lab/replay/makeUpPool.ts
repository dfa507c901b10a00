import { div, fromUInt, mul, POSITIVE_ZERO } from '../../../protocol/quad'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import { YEAR_SEC } from '../../secondaryFees'

/** What describes a pool that exists only in the lab. */
export interface MadeUpPool {
  /** A whole number, at least 1. */
  readonly leverage: number
  /** Samples of the SMA, 1 to 24; 0 for a spot oracle. */
  readonly smaPeriods: number
  /** Seconds between two samples; the update interval where it is left out. */
  readonly sampleIntervalSec?: number
  /** Seconds between two upkeeps. */
  readonly updateIntervalSec: number
  readonly frontRunningIntervalSec: number
  /** Management fee per year, wad. */
  readonly annualFeeWad: bigint
  readonly mintingFeeWad: bigint
  readonly burningFeeWad: bigint
  /** Step of the minting fee per upkeep, wad; none where it is left out. */
  readonly changeIntervalWad?: bigint
  /** Settlement units. */
  readonly longBalance: bigint
  /** Settlement units. */
  readonly shortBalance: bigint
}

const EMPTY_QUEUE = {
  pendingMintSettlementAmount: 0n,
  pendingLongBurnPoolTokens: 0n,
  pendingShortBurnPoolTokens: 0n,
  totalPoolCommitments: [],
  executedIntervals: [],
} as const

/**
 * A pool as a factory would deploy it, with both sides funded at a token price of one, right after an upkeep at `priceWad`.
 * An SMA starts full of samples of that price.
 *
 * @param startSec Time of that upkeep, Unix seconds
 * @param priceWad Index price, wad
 */
export function makeUpPool(market: MadeUpPool, startSec: number, priceWad: bigint): PoolSnapshot {
  const updateIntervalSec = BigInt(market.updateIntervalSec)
  const atSec = BigInt(startSec)
  const perYear = fromUInt(market.annualFeeWad)
  return {
    ...EMPTY_QUEUE,
    timestampSec: atSec,
    longBalance: market.longBalance,
    shortBalance: market.shortBalance,
    longTokenSupply: market.longBalance,
    shortTokenSupply: market.shortBalance,
    leverageAmount: fromUInt(BigInt(market.leverage)),
    fee: div(mul(perYear, fromUInt(updateIntervalSec)), fromUInt(YEAR_SEC)),
    lastPriceTimestampSec: atSec,
    updateIntervalSec,
    frontRunningIntervalSec: BigInt(market.frontRunningIntervalSec),
    secondaryFeeSplitPercent: 10n,
    hasSecondaryFeeAddress: true,
    primaryFees: 0n,
    secondaryFees: 0n,
    paused: false,
    updateIntervalId: 1n,
    mintingFee: fromUInt(market.mintingFeeWad),
    burningFee: fromUInt(market.burningFeeWad),
    changeInterval:
      market.changeIntervalWad === undefined ? POSITIVE_ZERO : fromUInt(market.changeIntervalWad),
    committerPaused: false,
    executionPriceWad: priceWad,
    oracle:
      market.smaPeriods === 0
        ? { kind: 'spot', priceWad }
        : {
            kind: 'sma',
            prices: Array.from({ length: market.smaPeriods }, () => priceWad),
            periodCount: BigInt(market.smaPeriods),
            numPeriods: BigInt(market.smaPeriods),
            lastUpdateSec: atSec,
            updateIntervalSec: BigInt(market.sampleIntervalSec ?? market.updateIntervalSec),
            scaler: 1n,
            spotPrice: priceWad,
          },
  }
}
