import { getUpdatedAggregateBalance, type UpdateResult } from '../protocol/aggregateUpdate'
import { addBalances, NO_BALANCE, subtractBalances } from '../protocol/balances'
import { MAX_UPKEEPS } from '../protocol/bounds'
import { AMOUNT_OF, isMint } from '../protocol/commitType'
import { nextUpkeepSec } from '../protocol/nextUpkeepSec'
import type { Upkeep } from '../protocol/poolKeeper'
import { computeEffectiveLeverage, computeSkewWad } from '../protocol/poolMetrics'
import type { PoolSkewState } from '../protocol/projection'
import { type PathStep, projectPath, projectPool } from '../protocol/projectPool'
import type { Quad } from '../protocol/quad'
import type {
  Balance,
  CommitmentAmounts,
  ExecutedInterval,
  PoolSnapshot,
  UserSnapshot,
} from '../protocol/snapshot'
import { earliestExecutionSec } from '../protocol/updateInterval'
import {
  getAggregateBalance,
  NO_AMOUNTS,
  NO_USER,
  updateAggregateBalance,
} from '../protocol/userBalance'
import { type CommitOrder, commit } from '../protocol/userCommits'
import { cutOffSec } from './cutOff'
import {
  constantPricePath,
  currentSpotPrice,
  OutlookError,
  toOutlookError,
  upkeepsUntil,
} from './outlook'
import type { Side } from './poolFigures'

/** One commit of an order; where it is taken from makes no difference to what comes of it. */
export type Leg = Pick<CommitOrder, 'commitType' | 'amount'>

/** What an order of one or more commits into one interval comes to, to the unit at the assumed price. */
export interface LegsOutlook {
  readonly updateIntervalId: bigint
  /** Earliest time, Unix seconds. */
  readonly executesAtSec: bigint
  /** What the order adds to the escrow, rounded together with what is queued for the interval already. */
  readonly adds: Balance
  /** The same leg by leg: what each adds to those before it, all of them sent. */
  readonly byLeg: readonly Balance[]
  /** Settlement per token when it executes. */
  readonly prices: Readonly<Record<Side, Quad>>
  /** Taken when a mint is sent, and when a flip executes. Settlement units. */
  readonly mintingFee: bigint
  /** Settlement units. */
  readonly burningFee: bigint
  /** The share of the burned tokens in the management fees up to their execution, settlement units. */
  readonly managementFee: bigint
  /** After its upkeep, without and with the order. */
  readonly standing: { readonly without: PoolSkewState; readonly with: PoolSkewState }
  /** The pool after the upkeep that executes the order. */
  readonly afterwards: PoolSnapshot
}

/** An order on its way through the upkeeps up to its own. */
export type LegsProjection = Omit<LegsOutlook, 'managementFee' | 'standing'>

interface SentLegs {
  readonly pool: PoolSnapshot
  /** The account before the order and after each of its legs, everything executed folded in. */
  readonly users: readonly [UserSnapshot, ...UserSnapshot[]]
  readonly recorded: CommitmentAmounts
  readonly mintingFee: bigint
}

interface FollowedLegs {
  readonly projection: LegsProjection
  readonly sent: SentLegs
  readonly upkeeps: readonly Upkeep[]
}

/**
 * What an order sent in time for an interval would come to, its fees, and what it does to the pool.
 *
 * @param user Undefined for someone who has nothing here
 * @param intervalId As `commitSlot` gives it for the time of sending
 * @throws OutlookError with the reason, also where the contract would refuse the order
 */
export function legsOutlook(
  pool: PoolSnapshot,
  user: UserSnapshot | undefined,
  legs: readonly Leg[],
  intervalId: bigint,
): LegsOutlook {
  return toOutlookError(() => {
    const spotPrice = currentSpotPrice(pool)
    const { projection, sent, upkeeps } = follow(pool, user, legs, intervalId, spotPrice)
    const path = constantPricePath(pool, spotPrice, upkeeps.length).map((step, index) => {
      const timestampSec = upkeeps[index]?.timestampSec
      return timestampSec === undefined ? step : { ...step, timestampSec }
    })
    const without = projectPath(pool, path).at(-1)?.pool ?? pool
    return {
      ...projection,
      managementFee: managementFee(sent, upkeeps),
      standing: { without: skewStateOf(without), with: skewStateOf(projection.afterwards) },
    }
  })
}

/**
 * The same at an assumed index price from the next upkeep on, without fees over time and the effect on others.
 *
 * @param spotPrice As `currentSpotPrice`
 * @throws OutlookError as {@link legsOutlook}
 */
export function projectLegs(
  pool: PoolSnapshot,
  user: UserSnapshot | undefined,
  legs: readonly Leg[],
  intervalId: bigint,
  spotPrice: bigint,
): LegsProjection {
  return toOutlookError(() => follow(pool, user, legs, intervalId, spotPrice).projection)
}

function follow(
  snapshot: PoolSnapshot,
  user: UserSnapshot | undefined,
  legs: readonly Leg[],
  intervalId: bigint,
  spotPrice: bigint,
): FollowedLegs {
  const path = constantPricePath(snapshot, spotPrice, upkeepsUntil(snapshot, intervalId))
  const sentAtSec = firstSendingSec(snapshot, intervalId)
  const earlier = upkeepsBefore(snapshot, path, sentAtSec)
  const start = earlier.at(-1)?.pool ?? snapshot
  const sent = send(start, user ?? NO_USER, legs, sentAtSec)
  const later = projectPool(sent.pool, path.slice(earlier.length))
  const index = later.findIndex(({ pool }) => intervalId < pool.updateIntervalId)
  const upkeep = later[index]
  const executed = upkeep?.executed.find((interval) => interval.updateIntervalId === intervalId)
  if (upkeep === undefined || executed === undefined) {
    const reason = later.find((failed) => failed.reason !== undefined)?.reason
    throw reason === undefined
      ? new OutlookError(`it’s more than ${MAX_UPKEEPS} rebalances away`, {
          isOutOfReach: true,
        })
      : new OutlookError(reason)
  }
  const outcome = outcomeAlone(sent, upkeep, executed)
  const burnsLong =
    sent.recorded.longBurnPoolTokens + sent.recorded.longBurnShortMintPoolTokens > 0n
  const byLeg = balancesByLeg(upkeep.pool, sent)
  const { _longSettlementFee: longFee, _shortSettlementFee: shortFee } = outcome
  return {
    sent,
    upkeeps: [...earlier, ...later.slice(0, index + 1)],
    projection: {
      updateIntervalId: intervalId,
      // As every screen says it, also once the order is sent: the path assumes a due upkeep right now, and later ones from then on.
      executesAtSec: earliestExecutionSec(snapshot, intervalId),
      adds: byLeg.reduce(addBalances, NO_BALANCE),
      byLeg,
      prices: { long: executed.longPrice, short: executed.shortPrice },
      // A flip's burning fee goes to the side that it leaves, its minting fee to the other one.
      mintingFee: sent.mintingFee + (burnsLong ? shortFee : longFee),
      burningFee: burnsLong ? longFee : shortFee,
      afterwards: upkeep.pool,
    },
  }
}

function balancesByLeg(
  pool: PoolSnapshot,
  { users: [first, ...others] }: SentLegs,
): readonly Balance[] {
  let before = getAggregateBalance(pool, first)
  return others.map((user) => {
    const after = getAggregateBalance(pool, user)
    const part = subtractBalances(after, before)
    before = after
    return part
  })
}

/** The upkeeps on time before an order that is sent later than now; none when keepers are late already. */
function upkeepsBefore(
  pool: PoolSnapshot,
  path: readonly PathStep[],
  sentAtSec: bigint,
): readonly Upkeep[] {
  const dueSec = nextUpkeepSec(pool)
  if (dueSec === pool.timestampSec || dueSec >= sentAtSec) return []
  const count = Number((sentAtSec - dueSec - 1n) / pool.updateIntervalSec) + 1
  return projectPool(pool, path.slice(0, count))
}

function send(
  pool: PoolSnapshot,
  user: UserSnapshot,
  legs: readonly Leg[],
  sentAtSec: bigint,
): SentLegs {
  const folded = updateAggregateBalance(pool, user)
  const recorded: { -readonly [K in keyof CommitmentAmounts]: bigint } = { ...NO_AMOUNTS }
  let state = { pool: folded.pool, user: folded.user }
  const users: [UserSnapshot, ...UserSnapshot[]] = [folded.user]
  let mintingFee = 0n
  for (const leg of legs) {
    const result = commit(
      state.pool,
      state.user,
      { ...leg, fromAggregateBalance: false },
      sentAtSec,
    )
    recorded[AMOUNT_OF[leg.commitType]] += leg.amount - result.mintingFeeAmount
    mintingFee += result.mintingFeeAmount
    state = result
    users.push(result.user)
  }
  return {
    pool: { ...state.pool, timestampSec: sentAtSec },
    users,
    recorded,
    mintingFee,
  }
}

function outcomeAlone(
  { recorded }: SentLegs,
  { pool }: Upkeep,
  { longPrice, shortPrice, burnFee, updateIntervalId }: ExecutedInterval,
): UpdateResult {
  return getUpdatedAggregateBalance({
    ...recorded,
    longPrice,
    shortPrice,
    burnFee,
    updateIntervalId,
    currentUpdateIntervalId: pool.updateIntervalId,
    mintingFeeRate: pool.mintingFee,
  })
}

function managementFee({ pool, recorded }: SentLegs, upkeeps: readonly Upkeep[]): bigint {
  const long = recorded.longBurnPoolTokens + recorded.longBurnShortMintPoolTokens
  const short = recorded.shortBurnPoolTokens + recorded.shortBurnLongMintPoolTokens
  const longTokens = pool.longTokenSupply + pool.pendingLongBurnPoolTokens
  const shortTokens = pool.shortTokenSupply + pool.pendingShortBurnPoolTokens
  return upkeeps.reduce((sum, { rebalance }) => {
    if (rebalance === undefined) return sum
    const ofLong = long === 0n ? 0n : (rebalance.longFeeAmount * long) / longTokens
    const ofShort = short === 0n ? 0n : (rebalance.shortFeeAmount * short) / shortTokens
    return sum + ofLong + ofShort
  }, 0n)
}

function skewStateOf(pool: PoolSnapshot): PoolSkewState {
  return { skewWad: computeSkewWad(pool), effectiveLeverage: computeEffectiveLeverage(pool) }
}

/** The first time from the snapshot on at which a commit goes into an interval, Unix seconds. */
function firstSendingSec(pool: PoolSnapshot, intervalId: bigint): bigint {
  const opensSec = cutOffSec(pool, intervalId - 1n)
  return opensSec > pool.timestampSec ? opensSec : pool.timestampSec
}

/** Settlement tokens that the legs put in. */
export function settlementIn(legs: readonly Leg[]): bigint {
  return legs.reduce((sum, leg) => (isMint(leg.commitType) ? sum + leg.amount : sum), 0n)
}
