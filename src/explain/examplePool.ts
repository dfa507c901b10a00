import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'

const WAD = 10n ** 18n
const NONE = fromUInt(0n)

/** A 3x pool without fees for the figures: equal sides, an upkeep each hour, nothing queued. */
const POOL: PoolSnapshot = {
  timestampSec: 0n,
  longBalance: 1_000_000n * WAD,
  shortBalance: 1_000_000n * WAD,
  leverageAmount: fromUInt(3n),
  fee: NONE,
  lastPriceTimestampSec: 0n,
  updateIntervalSec: 3_600n,
  frontRunningIntervalSec: 900n,
  secondaryFeeSplitPercent: 10n,
  hasSecondaryFeeAddress: true,
  primaryFees: 0n,
  secondaryFees: 0n,
  paused: false,
  longTokenSupply: 1_000_000n * WAD,
  shortTokenSupply: 1_000_000n * WAD,
  updateIntervalId: 100n,
  mintingFee: NONE,
  burningFee: NONE,
  changeInterval: NONE,
  pendingMintSettlementAmount: 0n,
  pendingLongBurnPoolTokens: 0n,
  pendingShortBurnPoolTokens: 0n,
  committerPaused: false,
  totalPoolCommitments: [],
  executedIntervals: [],
  executionPriceWad: 1_500n * WAD,
  oracle: { kind: 'spot', priceWad: 1_500n * WAD },
}

export function examplePool(change: Partial<PoolSnapshot>): PoolSnapshot {
  return { ...POOL, ...change }
}
