import { MAX_UPKEEPS_SENT } from '../protocol/bounds'
import type { PoolSnapshot } from '../protocol/snapshot'
import { estimateKeeperReward, INTERVALS_PER_UPKEEP } from './outlook'
import { upkeepDueSec } from './poolFigures'
import { refusedSide } from './refusedSide'

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
  /** Reward for those, settlement units. An estimate: it depends on gas. */
  readonly rewardEstimate: bigint | undefined
  /** The contract would refuse the first of them as the pool stands, and nobody would be paid. */
  readonly isRefused: boolean
}

/** Measured on the published bytecode: 1.25 million for an upkeep of 15 intervals, a third of that for one of one. */
const GAS_ONE_INTERVAL = 900_000n
const GAS_MANY_INTERVALS = 2_000_000n

/** What several pools' upkeeps in one transaction may ask for together. */
export const MOST_GAS = BigInt(MAX_UPKEEPS_SENT) * GAS_MANY_INTERVALS

/**
 * What can be upkept at `nowSec`; undefined when nothing is due, or when the pool is paused. A paused committer alone does not
 * keep upkeeps from succeeding.
 *
 * @param nowSec The chain's time, Unix seconds
 */
export function dueUpkeeps(pool: PoolSnapshot, nowSec: number): DueUpkeeps | undefined {
  if (pool.paused || pool.updateIntervalSec === 0n) return undefined
  const now = BigInt(nowSec)
  if (now < upkeepDueSec(pool)) return undefined
  const lateIntervals = (now - pool.lastPriceTimestampSec) / pool.updateIntervalSec
  const upkeeps = Number((lateIntervals + INTERVALS_PER_UPKEEP - 1n) / INTERVALS_PER_UPKEEP)
  const inOneTransaction = Math.min(upkeeps, MAX_UPKEEPS_SENT)
  const gasEach = lateIntervals === 1n ? GAS_ONE_INTERVAL : GAS_MANY_INTERVALS
  return {
    lateIntervals,
    upkeeps,
    inOneTransaction,
    gas: BigInt(inOneTransaction) * gasEach,
    gasEach,
    rewardEstimate: estimateRewards(pool, nowSec, inOneTransaction),
    isRefused: refusedSide(pool, now) !== undefined,
  }
}

/**
 * What a keeper is paid for several upkeeps in a row, each of which catches up with as many intervals as it can.
 *
 * @param nowSec The chain's time, Unix seconds
 * @returns Settlement units, an estimate: it depends on gas. Undefined when the keeper's oracle does not answer
 */
export function estimateRewards(
  pool: PoolSnapshot,
  nowSec: number,
  upkeeps: number,
): bigint | undefined {
  const stride = INTERVALS_PER_UPKEEP * pool.updateIntervalSec
  let sum = 0n
  for (let upkeep = 0n; upkeep < upkeeps; upkeep++) {
    const lastPriceTimestampSec = pool.lastPriceTimestampSec + upkeep * stride
    const reward = estimateKeeperReward({
      ...pool,
      timestampSec: BigInt(nowSec),
      lastPriceTimestampSec,
    })
    if (reward === undefined) return undefined
    sum += reward
  }
  return sum
}
