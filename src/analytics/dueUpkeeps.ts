import { MAX_UPKEEPS_SENT } from '../protocol/bounds'
import { projectPath } from '../protocol/projectPool'
import { ProtocolError, SnapshotError } from '../protocol/protocolError'
import type { PoolSnapshot } from '../protocol/snapshot'
import { currentSpotPrice, estimateKeeperReward, INTERVALS_PER_UPKEEP } from './outlook'
import { upkeepDueSec } from './poolFigures'
import { revertingSide } from './revertingSide'

/** What it takes to bring a pool up to date. */
export interface DueUpkeeps {
  /** Update intervals that have passed without an upkeep. */
  readonly lateIntervals: bigint
  /** Upkeeps needed to catch up: one catches up with at most fifteen intervals. */
  readonly upkeeps: number
  /** How many of them go into one transaction. */
  readonly inOneTransaction: number
  /** Gas to send along for those, generous: what is not used is not paid. */
  readonly gas: bigint
  /** The same for one of them. */
  readonly gasEach: bigint
  /** What the pool pays for those, settlement units. An estimate: it depends on gas. Undefined where it is not known. */
  readonly rewardEstimate: bigint | undefined
  /** The pool pays for none of those: it is empty, or its balances are smaller than each reward. */
  readonly isUnpaid: boolean
  /** The contract would refuse the first of them as the pool stands. */
  readonly isRefused: boolean
}

/** Measured on the published bytecode: 1.25 million for an upkeep of 15 intervals, a third of that for one of one. */
const GAS_ONE_INTERVAL = 900_000n
const GAS_MANY_INTERVALS = 2_000_000n

/** What several pools' upkeeps in one transaction may ask for together. */
export const MOST_GAS = BigInt(MAX_UPKEEPS_SENT) * GAS_MANY_INTERVALS

/**
 * What can be upkept at `nowSec`; undefined when nothing is due, or when the pool is paused or its
 * oracle does not answer. A paused committer alone does not
 * keep upkeeps from succeeding.
 *
 * @param nowSec The chain's time, Unix seconds
 */
export function dueUpkeeps(pool: PoolSnapshot, nowSec: number): DueUpkeeps | undefined {
  if (pool.paused || pool.updateIntervalSec === 0n) return undefined
  if (pool.oracle.kind === 'unavailable') return undefined
  const now = BigInt(nowSec)
  if (now < upkeepDueSec(pool)) return undefined
  const lateIntervals = (now - pool.lastPriceTimestampSec) / pool.updateIntervalSec
  const upkeeps = Number((lateIntervals + INTERVALS_PER_UPKEEP - 1n) / INTERVALS_PER_UPKEEP)
  const inOneTransaction = Math.min(upkeeps, MAX_UPKEEPS_SENT)
  const gasEach = lateIntervals === 1n ? GAS_ONE_INTERVAL : GAS_MANY_INTERVALS
  const rewards = rewardsFor(pool, now, inOneTransaction)
  const rewardEstimate = rewards && sumPaid(pool, now, rewards)
  const hasClaim = rewards?.some((reward) => reward > 0n) === true
  const isEmpty = pool.longBalance + pool.shortBalance === 0n
  return {
    lateIntervals,
    upkeeps,
    inOneTransaction,
    gas: BigInt(inOneTransaction) * gasEach,
    gasEach,
    rewardEstimate,
    isUnpaid: isEmpty ? (rewardEstimate ?? 0n) === 0n : hasClaim && rewardEstimate === 0n,
    isRefused: revertingSide(pool, now) !== undefined,
  }
}

/**
 * What a keeper is paid for several upkeeps in a row, each of which catches up with as many intervals as it can.
 *
 * @param nowSec The chain's time, Unix seconds
 * @returns Settlement units, an estimate: it depends on gas. Undefined when the keeper's oracle does not answer,
 *   and where the queue is not known far enough
 */
export function estimateRewards(
  pool: PoolSnapshot,
  nowSec: number,
  upkeeps: number,
): bigint | undefined {
  const now = BigInt(nowSec)
  const rewards = rewardsFor(pool, now, upkeeps)
  return rewards && sumPaid(pool, now, rewards)
}

/** What a keeper has a claim to for each of several upkeeps at one time. */
function rewardsFor(pool: PoolSnapshot, nowSec: bigint, upkeeps: number): bigint[] | undefined {
  const stride = INTERVALS_PER_UPKEEP * pool.updateIntervalSec
  const rewards: bigint[] = []
  for (let upkeep = 0n; upkeep < upkeeps; upkeep++) {
    const lastPriceTimestampSec = pool.lastPriceTimestampSec + upkeep * stride
    const reward = estimateKeeperReward({ ...pool, timestampSec: nowSec, lastPriceTimestampSec })
    if (reward === undefined) return undefined
    rewards.push(reward)
  }
  return rewards
}

/**
 * What of these rewards the pool pays: none that is larger than what both sides hold when its upkeep is done. Where they plainly
 * hold enough the engine is not asked: it takes long for something that is looked at each second.
 *
 * @returns Undefined where the queue is not known far enough
 * @see LeveragedPool.payKeeperFromBalances
 */
function sumPaid(
  pool: PoolSnapshot,
  nowSec: bigint,
  rewards: readonly bigint[],
): bigint | undefined {
  const sum = rewards.reduce((total, reward) => total + reward, 0n)
  const isPlain = pool.pendingLongBurnPoolTokens + pool.pendingShortBurnPoolTokens === 0n
  if (isPlain && 2n * sum < pool.longBalance + pool.shortBalance) return sum
  const spotPrice = currentSpotPrice(pool)
  const path = rewards.map((keeperReward) => ({ spotPrice, timestampSec: nowSec, keeperReward }))
  try {
    return projectPath({ ...pool, timestampSec: nowSec }, path).reduce(
      (paid, { keeperPayment }) => paid + keeperPayment,
      0n,
    )
  } catch (error) {
    if (error instanceof SnapshotError) return undefined
    // It takes its keeper's transaction along.
    if (error instanceof ProtocolError) return 0n
    throw error
  }
}
