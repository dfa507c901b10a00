import { keeperReward } from '../protocol/keeperRewards'
import type { Upkeep } from '../protocol/poolKeeper'
import {
  nextUpkeepSec,
  type OrderProjection,
  type PathStep,
  projectOrder,
  projectPool,
  projectUser,
  type UserProjection,
} from '../protocol/projection'
import { ProtocolError } from '../protocol/protocolError'
import type { PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import { NO_USER } from '../protocol/userBalance'
import type { CommitOrder } from '../protocol/userCommits'

/**
 * Gas that the keeper contract measures for an upkeep with an empty queue, on the published bytecode: an SMA takes a
 * sample besides. Each kind of queued commit adds some. This is the one part of a projection that is an estimate.
 */
const UPKEEP_GAS = { spot: 235_000n, sma: 295_000n } as const

/** Farther than this a projection at an unchanged price tells nobody anything. */
const MAX_UPKEEPS = 64

const BASIS_POINTS = 10_000n

/** What the next upkeeps do if the index goes where it is assumed to go. Exact but for the keepers' rewards. */
export interface Outlook {
  readonly upkeeps: readonly Upkeep[]
  /** Estimated reward of each upkeep, settlement units; undefined when the keeper's oracle does not answer. */
  readonly keeperRewardEstimate: bigint | undefined
}

/** Why there is no projection: the engine's own reason. */
export class OutlookError extends Error {
  override readonly name = 'OutlookError'
  readonly code = 'NO_OUTLOOK'
}

/** What the feed says now, in the unit the oracle samples: the price from which a path starts. */
export function currentSpotPrice({ oracle }: PoolSnapshot): bigint {
  return oracle.kind === 'spot' ? oracle.priceWad : oracle.spotPrice
}

/** The current spot price, moved by so many hundredths of a percent. */
export function movedSpotPrice(pool: PoolSnapshot, moveBasisPoints: number): bigint {
  return (currentSpotPrice(pool) * (BASIS_POINTS + BigInt(moveBasisPoints))) / BASIS_POINTS
}

/** The keeper's reward for an upkeep performed as soon as it is due, settlement units. An estimate: it depends on gas. */
export function estimateKeeperReward(pool: PoolSnapshot): bigint | undefined {
  if (pool.keeper === undefined) return undefined
  const { lastPriceTimestampSec, updateIntervalSec, oracle } = pool
  const gas = UPKEEP_GAS[oracle.kind]
  const atSec = nextUpkeepSec(pool)
  return keeperReward(pool.keeper, gas, atSec, lastPriceTimestampSec, updateIntervalSec)
}

/** Upkeeps on time, all at one spot price. */
function steadyPath(pool: PoolSnapshot, spotPrice: bigint, upkeeps: number): PathStep[] {
  const reward = estimateKeeperReward(pool)
  const step: PathStep = reward === undefined ? { spotPrice } : { spotPrice, keeperReward: reward }
  return Array.from({ length: Math.min(upkeeps, MAX_UPKEEPS) }, () => step)
}

/**
 * The pool after each of its next upkeeps.
 *
 * @param spotPrice As {@link currentSpotPrice}
 * @throws OutlookError with the reason, for a paused pool or a snapshot that cannot be
 */
export function poolOutlook(pool: PoolSnapshot, spotPrice: bigint, upkeeps: number): Outlook {
  return explained(() => ({
    upkeeps: projectPool(pool, steadyPath(pool, spotPrice, upkeeps)),
    keeperRewardEstimate: estimateKeeperReward(pool),
  }))
}

/**
 * What the user's queued commits become, as far as the outlook reaches, when the index stays where it is.
 * In a pool that cannot be upkept (paused, or a side worth nothing) they are listed without an outcome.
 *
 * @throws OutlookError with the reason, for a snapshot that cannot be
 */
export function userOutlook(pool: PoolSnapshot, user: UserSnapshot): UserProjection {
  const farthest = user.unAggregatedCommitments.reduce((a, b) => (b > a ? b : a), 0n)
  const path = steadyPath(pool, currentSpotPrice(pool), upkeepsUntil(pool, farthest))
  try {
    return projectUser(pool, user, path)
  } catch {
    return explained(() => projectUser(pool, user, []))
  }
}

/**
 * What an order sent in time for an interval would come to when the index stays where it is, and what it does to the pool.
 *
 * @param user Undefined for somebody who has nothing here
 * @param intervalId As `commitSlot` gives it for the time of sending
 * @throws OutlookError with the reason, also where the contract would refuse the order
 */
export function orderOutlook(
  pool: PoolSnapshot,
  user: UserSnapshot | undefined,
  order: CommitOrder,
  intervalId: bigint,
): OrderProjection {
  const path = steadyPath(pool, currentSpotPrice(pool), upkeepsUntil(pool, intervalId))
  const sentAtSec = firstSendingSec(pool, intervalId)
  return explained(() => projectOrder(pool, user ?? NO_USER, order, path, sentAtSec))
}

/** The first time from the snapshot on at which a commit goes into an interval, Unix seconds. */
function firstSendingSec(pool: PoolSnapshot, intervalId: bigint): bigint {
  const { lastPriceTimestampSec, updateIntervalSec, frontRunningIntervalSec, timestampSec } = pool
  const intervals = intervalId - pool.updateIntervalId
  const opensSec = lastPriceTimestampSec + intervals * updateIntervalSec - frontRunningIntervalSec
  return opensSec > timestampSec ? opensSec : timestampSec
}

function upkeepsUntil(pool: PoolSnapshot, intervalId: bigint): number {
  return Math.max(1, Number(intervalId - pool.updateIntervalId) + 1)
}

function explained<value>(compute: () => value): value {
  try {
    return compute()
  } catch (cause) {
    if (cause instanceof ProtocolError) throw new OutlookError(cause.message, { cause })
    throw cause
  }
}
