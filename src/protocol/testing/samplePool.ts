import { fromUInt } from '../quad'
import type { PoolSnapshot, TotalCommitment } from '../snapshot'
import { NO_AMOUNTS } from '../userBalance'
import { WAD } from '../wad'

/** A sound 3x pool for tests: a million on each side at a price of one, nothing queued, no fees. */
export const SAMPLE_POOL: PoolSnapshot = {
  timestampSec: 1_650_000_000n,
  longBalance: 1_000_000n * WAD,
  shortBalance: 1_000_000n * WAD,
  leverageAmount: fromUInt(3n),
  fee: fromUInt(0n),
  lastPriceTimestampSec: 1_650_000_000n,
  updateIntervalSec: 3600n,
  frontRunningIntervalSec: 300n,
  secondaryFeeSplitPercent: 10n,
  hasSecondaryFeeAddress: true,
  primaryFees: 0n,
  secondaryFees: 0n,
  paused: false,
  longTokenSupply: 1_000_000n * WAD,
  shortTokenSupply: 1_000_000n * WAD,
  updateIntervalId: 100n,
  mintingFee: fromUInt(0n),
  burningFee: fromUInt(0n),
  changeInterval: fromUInt(0n),
  pendingMintSettlementAmount: 0n,
  pendingLongBurnPoolTokens: 0n,
  pendingShortBurnPoolTokens: 0n,
  committerPaused: false,
  totalPoolCommitments: [],
  executedIntervals: [],
  executionPriceWad: 1500n * WAD,
  oracle: { kind: 'spot', priceWad: 1500n * WAD },
}

/** One interval's commits, those not named zero. */
export function sampleCommitment(
  updateIntervalId: bigint,
  amounts: Partial<Omit<TotalCommitment, 'updateIntervalId'>>,
): TotalCommitment {
  return { updateIntervalId, ...NO_AMOUNTS, ...amounts }
}
