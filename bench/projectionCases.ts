import type { PathStep } from '../src/protocol/projectPool'
import { fromUInt } from '../src/protocol/quad'
import type { PoolSnapshot, TotalCommitment } from '../src/protocol/snapshot'
import { WAD } from '../src/protocol/wad'
import type { Random } from '../verify/random'

/** A pool as there are many, with all six kinds of commits in each of the next intervals. */
export function drawPool(random: Random, intervals: number): PoolSnapshot {
  const amount = (wads: number) =>
    (BigInt(random.int(1, 1_000_000)) * WAD * BigInt(wads)) / 1000n + random.bits(50)
  const totalPoolCommitments = Array.from(
    { length: intervals },
    (_, i): TotalCommitment => ({
      updateIntervalId: 100n + BigInt(i),
      longMintSettlement: amount(1),
      longBurnPoolTokens: amount(1),
      shortMintSettlement: amount(1),
      shortBurnPoolTokens: amount(1),
      shortBurnLongMintPoolTokens: amount(1),
      longBurnShortMintPoolTokens: amount(1),
    }),
  )
  const sum = (...names: (keyof TotalCommitment)[]) =>
    totalPoolCommitments.reduce((s, c) => s + names.reduce((t, name) => t + c[name], 0n), 0n)
  return {
    timestampSec: 1_650_000_000n,
    longBalance: amount(40_000) + 20_000_000n * WAD,
    shortBalance: amount(40_000) + 20_000_000n * WAD,
    leverageAmount: fromUInt(BigInt(random.pick([1, 2, 3, 5, 10]))),
    fee: fromUInt(random.below(WAD / 100_000n)),
    lastPriceTimestampSec: 1_650_000_000n,
    updateIntervalSec: 3600n,
    frontRunningIntervalSec: 28_800n,
    secondaryFeeSplitPercent: 10n,
    hasSecondaryFeeAddress: true,
    primaryFees: 0n,
    secondaryFees: 0n,
    paused: false,
    longTokenSupply: amount(40_000) + 20_000_000n * WAD,
    shortTokenSupply: amount(40_000) + 20_000_000n * WAD,
    updateIntervalId: 100n,
    mintingFee: fromUInt(random.below(WAD / 100n)),
    burningFee: fromUInt(random.below(WAD / 100n)),
    changeInterval: fromUInt(random.below(WAD / 10_000n)),
    pendingMintSettlementAmount: sum('longMintSettlement', 'shortMintSettlement'),
    pendingLongBurnPoolTokens: sum('longBurnPoolTokens', 'longBurnShortMintPoolTokens'),
    pendingShortBurnPoolTokens: sum('shortBurnPoolTokens', 'shortBurnLongMintPoolTokens'),
    committerPaused: false,
    totalPoolCommitments,
    executedIntervals: [],
    executionPriceWad: 1500n * WAD + random.bits(55),
    oracle: { kind: 'spot', priceWad: 1500n * WAD },
  }
}

/** Prices that wander by some per cent an upkeep, punctual, without rewards. */
export function drawPath(random: Random, pool: PoolSnapshot, upkeeps: number): PathStep[] {
  let spotPrice = pool.executionPriceWad
  return Array.from({ length: upkeeps }, () => {
    spotPrice = (spotPrice * BigInt(random.int(950_000, 1_050_000))) / 1_000_000n
    return { spotPrice }
  })
}
