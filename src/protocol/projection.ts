import { getUpdatedAggregateBalance, type UpdateResult } from './aggregateUpdate'
import { AMOUNT_OF, type CommitType } from './commitType'
import type { Upkeep } from './poolKeeper'
import { computeEffectiveLeverage, computeSkewWad, type EffectiveLeverage } from './poolMetrics'
import { type PathStep, projectPath, projectPool } from './projectPool'
import type { Quad } from './quad'
import type { Balance, CommitmentAmounts, PoolSnapshot, UserSnapshot } from './snapshot'
import { earliestExecutionSec } from './updateInterval'
import { getAggregateBalance } from './userBalance'
import { type CommitOrder, commit } from './userCommits'
import { validateSnapshot, validateUser } from './validateSnapshot'

/** What one type of commit of one interval becomes. */
export interface ProjectedCommit {
  readonly updateIntervalId: bigint
  readonly commitType: CommitType
  /** As recorded: settlement units after the minting fee, or pool token units. */
  readonly amount: bigint
  /** Which upkeep of the path executes it, from 0; undefined when the path ends before. */
  readonly upkeepIndex: number | undefined
  /** Unix seconds; when the path ends before, the earliest time from there on. */
  readonly executesAtSec: bigint
  /** Prices of its upkeep, settlement per token; undefined when the path ends before. */
  readonly prices: { readonly longPrice: Quad; readonly shortPrice: Quad } | undefined
  /**
   * What it alone comes to, with a flip's minting fee as it is right after its upkeep. Commits of
   * one interval are rounded together, so these may add up to some wei less than the balance.
   */
  readonly outcome: UpdateResult | undefined
}

/** What a path does to one user. */
export interface UserProjection {
  readonly upkeeps: readonly Upkeep[]
  /** `getAggregateBalance(user)` after each upkeep. */
  readonly balances: readonly Balance[]
  /** Every queued commit that had not been executed, by interval and type. */
  readonly commits: readonly ProjectedCommit[]
}

/** How a pool stands: what an order changes for everybody. */
export interface PoolSkewState {
  /** Undefined when a side is empty. */
  readonly skewWad: bigint | undefined
  /** Undefined when a side is empty. */
  readonly effectiveLeverage: EffectiveLeverage | undefined
}

/** What an order not yet sent would do. */
export interface OrderProjection extends UserProjection {
  /** The interval it would go into. */
  readonly updateIntervalId: bigint
  /** Minting fee taken when it is sent, settlement units. */
  readonly mintingFeeAmount: bigint
  /** The order alone. */
  readonly order: ProjectedCommit
  /** After the order's upkeep, without and with it; undefined when the path ends before. */
  readonly standing: { readonly without: PoolSkewState; readonly with: PoolSkewState } | undefined
}

const AMOUNT_FIELDS = Object.entries(AMOUNT_OF).map(
  ([type, field]) => [Number(type) as CommitType, field] as const,
)

/**
 * What a path does to one user: each queued commit's upkeep, time, price and result, and the
 * escrow after each upkeep.
 *
 * @throws SnapshotError as {@link projectPool}, and for a user's part that is not complete
 */
export function projectUser(
  snapshot: PoolSnapshot,
  user: UserSnapshot,
  path: readonly PathStep[],
): UserProjection {
  validateUser(snapshot, user)
  return followUser(snapshot, user, projectPool(snapshot, path))
}

function followUser(
  snapshot: PoolSnapshot,
  user: UserSnapshot,
  upkeeps: readonly Upkeep[],
): UserProjection {
  const queued = user.userCommitments.filter(
    ({ updateIntervalId: id }) =>
      id >= snapshot.updateIntervalId && user.unAggregatedCommitments.includes(id),
  )
  return {
    upkeeps,
    balances: upkeeps.map(({ pool }) => getAggregateBalance(pool, user)),
    commits: queued.flatMap((commitment) =>
      AMOUNT_FIELDS.filter(([, field]) => commitment[field] > 0n).map(([commitType, field]) =>
        projectCommit(
          snapshot,
          upkeeps,
          commitment.updateIntervalId,
          commitType,
          commitment[field],
        ),
      ),
    ),
  }
}

/** What one recorded amount of one interval becomes on the way. */
function projectCommit(
  snapshot: PoolSnapshot,
  upkeeps: readonly Upkeep[],
  updateIntervalId: bigint,
  commitType: CommitType,
  amount: bigint,
): ProjectedCommit {
  const commit = { updateIntervalId, commitType, amount }
  const isDone = ({ pool }: Upkeep) => updateIntervalId < pool.updateIntervalId
  const upkeepIndex = upkeeps.findIndex(isDone)
  const upkeep = upkeeps[upkeepIndex]
  const prices = upkeep?.executed.find((interval) => interval.updateIntervalId === updateIntervalId)
  if (upkeep === undefined || prices === undefined) {
    const end = upkeeps.at(-1)?.pool ?? snapshot
    return {
      ...commit,
      upkeepIndex: undefined,
      executesAtSec: earliestExecutionSec(end, updateIntervalId),
      prices: undefined,
      outcome: undefined,
    }
  }
  const { longPrice, shortPrice, burnFee } = prices
  const amounts = Object.fromEntries(
    AMOUNT_FIELDS.map(([type, field]) => [field, type === commitType ? amount : 0n]),
  ) as unknown as CommitmentAmounts
  return {
    ...commit,
    upkeepIndex,
    executesAtSec: upkeep.timestampSec,
    prices: { longPrice, shortPrice },
    outcome: getUpdatedAggregateBalance({
      ...amounts,
      longPrice,
      shortPrice,
      burnFee,
      updateIntervalId,
      currentUpdateIntervalId: upkeep.pool.updateIntervalId,
      mintingFeeRate: upkeep.pool.mintingFee,
    }),
  }
}

/**
 * What an order would do if it were sent now: to the user as {@link projectUser}, and to the skew
 * and the effective leverage of everybody.
 *
 * @param sentAtSec Block time of the order, Unix seconds; the snapshot's when left out
 * @throws SnapshotError as {@link projectUser}; RevertError where the contract refuses the order
 */
export function projectOrder(
  snapshot: PoolSnapshot,
  user: UserSnapshot,
  order: CommitOrder,
  path: readonly PathStep[],
  sentAtSec: bigint = snapshot.timestampSec,
): OrderProjection {
  validateUser(snapshot, user)
  validateSnapshot(snapshot)
  const sent = commit(snapshot, user, order, sentAtSec)
  const pool = { ...sent.pool, timestampSec: sentAtSec }
  const upkeeps = projectPool(pool, path)
  const projection = followUser(pool, sent.user, upkeeps)
  const projected = projectCommit(
    pool,
    upkeeps,
    sent.updateIntervalId,
    order.commitType,
    order.amount - sent.mintingFeeAmount,
  )
  const index = projected.upkeepIndex
  const reached = index === undefined ? undefined : upkeeps[index]
  const times = upkeeps.map(({ timestampSec }) => timestampSec)
  const sameTimes = path.slice(0, (index ?? -1) + 1).map((step, i) => ({
    ...step,
    timestampSec: times[i] as bigint,
  }))
  const without = projectPath(snapshot, sameTimes).at(-1)
  return {
    ...projection,
    updateIntervalId: sent.updateIntervalId,
    mintingFeeAmount: sent.mintingFeeAmount,
    order: projected,
    standing:
      reached === undefined || without === undefined
        ? undefined
        : { without: skewStateOf(without.pool), with: skewStateOf(reached.pool) },
  }
}

function skewStateOf(pool: PoolSnapshot): PoolSkewState {
  return {
    skewWad: computeSkewWad(pool),
    effectiveLeverage: computeEffectiveLeverage(pool),
  }
}
