import { currentSpotPrice, OutlookError, poolOutlook } from '../../analytics/outlook'
import { type CommitSlot, commitSlot, upkeepDueSec } from '../../analytics/poolFigures'
import type { Upkeep } from '../../protocol/poolKeeper'
import type { CommitmentAmounts, PoolSnapshot } from '../../protocol/snapshot'

/** The keeper's steps, as the articles number them. */
export const KEEPER_STEPS = ['1.0', '2.0', '3.0', '3.1a', '3.1b', '3.1c', '4.0'] as const

export type KeeperStep = (typeof KEEPER_STEPS)[number]

/** Where a pool is in its update interval. */
export interface KeeperStage {
  /**
   * Steps 3.1a to 4.0 are one transaction, so that no pool is ever seen in them: 1.0 while a commit still reaches the next
   * rebalance, 2.0 when it is too late for that, 3.0 once the rebalance is due. Undefined where none can come.
   */
  readonly step: '1.0' | '2.0' | '3.0' | undefined
  readonly trouble: 'paused' | 'noPrice' | undefined
  /** Unix seconds. */
  readonly dueSec: number
  /** Since when a commit no longer reaches the next rebalance, Unix seconds; before the last one where none ever does. */
  readonly cutOffSec: number
  /** How much of the update interval has passed, 0 to 1. */
  readonly passed: number
  /** Where a commit lands now; undefined for a pool without an update interval. */
  readonly slot: CommitSlot | undefined
}

/**
 * @param nowSec The chain's time, Unix seconds
 */
export function keeperStage(pool: PoolSnapshot, nowSec: number): KeeperStage {
  const { lastPriceTimestampSec, updateIntervalSec, frontRunningIntervalSec } = pool
  const dueSec = Number(upkeepDueSec(pool))
  const interval = Number(updateIntervalSec)
  const trouble = pool.paused
    ? 'paused'
    : pool.oracle.kind === 'unavailable'
      ? 'noPrice'
      : undefined
  const slot = updateIntervalSec === 0n ? undefined : commitSlot(pool, BigInt(nowSec))
  const isOpen = slot?.updateIntervalId === pool.updateIntervalId
  return {
    step: trouble !== undefined ? undefined : nowSec >= dueSec ? '3.0' : isOpen ? '1.0' : '2.0',
    trouble,
    dueSec,
    cutOffSec: dueSec - Number(frontRunningIntervalSec),
    passed: interval === 0 ? 1 : clamp((nowSec - Number(lastPriceTimestampSec)) / interval),
    slot,
  }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}

/** What the next rebalance does if the index does not move. */
export interface KeeperOutlook {
  readonly upkeep: Upkeep
  /** Settlement units that one side pays the other, before the fee. */
  readonly transfer: { readonly from: 'long' | 'short'; readonly amount: bigint } | undefined
  /** Tokens minted, in their smallest unit. */
  readonly minted: { readonly long: bigint; readonly short: bigint }
  /** All that it executes, added up. */
  readonly executes: CommitmentAmounts
  /** What the keeper is paid, settlement units. An estimate: it depends on gas. */
  readonly rewardEstimate: bigint | undefined
}

/** @returns The reason in words where there is no projection, and undefined where the rebalance would do nothing */
export function keeperOutlook(pool: PoolSnapshot): KeeperOutlook | string | undefined {
  try {
    const { upkeeps, keeperRewardEstimate } = poolOutlook(pool, currentSpotPrice(pool), 1)
    const upkeep = upkeeps[0]
    if (upkeep === undefined || upkeep.status === 'early') return undefined
    if (upkeep.status === 'failed') return upkeep.reason
    const ids = new Set(upkeep.executed.map(({ updateIntervalId }) => updateIntervalId))
    return {
      upkeep,
      transfer: transferOf(upkeep),
      minted: {
        // Queued burns have left the supply already.
        long: upkeep.pool.longTokenSupply - pool.longTokenSupply,
        short: upkeep.pool.shortTokenSupply - pool.shortTokenSupply,
      },
      executes: sumCommits(
        pool.totalPoolCommitments.filter(({ updateIntervalId }) => ids.has(updateIntervalId)),
      ),
      rewardEstimate: keeperRewardEstimate,
    }
  } catch (error) {
    if (error instanceof OutlookError) return error.message
    throw error
  }
}

function transferOf({ rebalance }: Upkeep): KeeperOutlook['transfer'] {
  if (rebalance === undefined) return undefined
  const long = rebalance.longBalanceChange + rebalance.longFeeAmount
  if (long === 0n) return undefined
  return long < 0n ? { from: 'long', amount: -long } : { from: 'short', amount: long }
}

/** Queued amounts of several intervals, added up. */
export function sumCommits(commits: readonly CommitmentAmounts[]): CommitmentAmounts {
  const sum = (pick: (each: CommitmentAmounts) => bigint) =>
    commits.reduce((total, each) => total + pick(each), 0n)
  return {
    longMintSettlement: sum((each) => each.longMintSettlement),
    longBurnPoolTokens: sum((each) => each.longBurnPoolTokens),
    shortMintSettlement: sum((each) => each.shortMintSettlement),
    shortBurnPoolTokens: sum((each) => each.shortBurnPoolTokens),
    shortBurnLongMintPoolTokens: sum((each) => each.shortBurnLongMintPoolTokens),
    longBurnShortMintPoolTokens: sum((each) => each.longBurnShortMintPoolTokens),
  }
}
