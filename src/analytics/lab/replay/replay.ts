import { payKeeperFromBalances } from '../../../protocol/leveragedPool'
import type { Upkeep } from '../../../protocol/poolKeeper'
import { computeSkewWad } from '../../../protocol/poolMetrics'
import { ProtocolError } from '../../../protocol/protocolError'
import type { KeeperSnapshot, PoolDraft, PoolSnapshot } from '../../../protocol/snapshot'
import { validateSnapshot } from '../../../protocol/validateSnapshot'
import { WAD } from '../../../protocol/wad'
import { estimateKeeperReward } from '../../outlook'
import { type Side, tokenPrice } from '../../poolFigures'
import { closedPerUpkeep, type FlowsModel } from '../flowsModel'
import { MAX_REPLAY_UPKEEPS } from '../labBounds'
import type { PricePath } from '../prices/pricePath'
import { type Flow, upkeepWithFlows } from './applyFlows'
import { startingPool } from './startingPool'

/** Amounts of both sides, settlement units. */
export interface SideAmounts {
  readonly long: bigint
  readonly short: bigint
}

/** Everything that decides a replay. */
export interface ReplayInput {
  /** A pool's current state, or one of `makeUpPool`. Its queue is left out. */
  readonly pool: PoolSnapshot
  /** One price for the start and one for each upkeep; its step is the pool's update interval. */
  readonly path: PricePath
  /** What keepers' rewards are computed with, at the gas of an upkeep with an empty queue. Without it, none are paid. */
  readonly keeper?: KeeperSnapshot
  readonly flows: FlowsModel
}

/** One upkeep of a replay. Exact, but for the keeper's reward, which depends on gas, and the flows, which are a model. */
export interface ReplayStep {
  /** From 1. */
  readonly index: number
  readonly timestampSec: bigint
  readonly indexPriceWad: bigint
  /** The price that the pool used: the index price, or its average. */
  readonly executionPriceWad: bigint
  /** `failed`: the contract would do nothing, `reason` says why. */
  readonly status: Upkeep['status']
  readonly reason: string | undefined
  readonly longBalance: bigint
  readonly shortBalance: bigint
  /** Settlement tokens per pool token, wad. */
  readonly longTokenPriceWad: bigint
  readonly shortTokenPriceWad: bigint
  /** Long ÷ short balance, wad; undefined while a side is empty. */
  readonly skewWad: bigint | undefined
  /** Skew − 1, wad; undefined while a side is empty. */
  readonly rebalancingRateWad: bigint | undefined
  /** Value that the price moved: undefined `to` when none was. Settlement units. */
  readonly transfer: { readonly to: Side | undefined; readonly amount: bigint }
  readonly managementFee: SideAmounts
  readonly keeperReward: SideAmounts
  readonly flow: Flow
  /** Right before the upkeep, the flips that it executes queued. */
  readonly before: PoolSnapshot
  readonly upkeep: Upkeep
  /** After everything. */
  readonly after: PoolSnapshot
}

/** How a replay ended. */
export interface ReplayEnd {
  readonly start: PoolSnapshot
  readonly upkeeps: number
  /** Why it ended before the path did: an upkeep whose transaction would revert. */
  readonly stoppedBy: ProtocolError | undefined
}

/**
 * What would have happened to a pool on a path of the index: every upkeep by the contracts' own arithmetic, each on time.
 * Yields after each upkeep, so that it can run in slices.
 *
 * @throws SnapshotError for a pool that cannot be, OutlookError for an oracle that does not answer, RangeError for a path
 *   that is empty, too long, has another step than the pool, or a price that is not above zero
 */
export function* replay(input: ReplayInput): Generator<ReplayStep, ReplayEnd> {
  const { path, flows } = input
  requirePath(input)
  const start = replayStart(input)
  const reward = estimateKeeperReward(start) ?? 0n
  const closedWad = BigInt(Math.round(closedPerUpkeep(flows, path.stepSec) * 1e18))
  const scaler = start.oracle.kind === 'sma' ? start.oracle.scaler : 1n
  let pool = start
  for (let index = 1; index < path.pricesWad.length; index++) {
    const indexPriceWad = path.pricesWad[index] as bigint
    const timestampSec = start.timestampSec + BigInt(index) * start.updateIntervalSec
    try {
      const done = upkeepWithFlows(
        pool,
        { timestampSec, spotPrice: indexPriceWad / scaler },
        closedWad,
      )
      const step = completeStep(index, indexPriceWad, done, reward)
      pool = step.after
      yield step
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      return { start, upkeeps: index - 1, stoppedBy: error }
    }
  }
  return { start, upkeeps: path.pricesWad.length - 1, stoppedBy: undefined }
}

/** The pool that a replay starts from. @throws as {@link replay} */
export function replayStart({ pool, path, keeper }: ReplayInput): PoolSnapshot {
  const start = startingPool(pool, path.startSec, path.pricesWad[0] ?? 0n)
  validateSnapshot(start)
  const { keeper: _, ...unpaid } = start
  return keeper === undefined ? unpaid : { ...unpaid, keeper }
}

/** Pays the keeper and gives the flips' fees back to the sides. */
function completeStep(
  index: number,
  indexPriceWad: bigint,
  { upkeep, flow, before }: ReturnType<typeof upkeepWithFlows>,
  reward: bigint,
): ReplayStep {
  // Prices of executed intervals are of no more use, and would make each further step slower.
  const after: PoolDraft = { ...upkeep.pool, executedIntervals: [] }
  payKeeperFromBalances(after, reward)
  const keeperReward = {
    long: upkeep.pool.longBalance - after.longBalance,
    short: upkeep.pool.shortBalance - after.shortBalance,
  }
  after.longBalance += flow.fees.long
  after.shortBalance += flow.fees.short
  const { rebalance } = upkeep
  const toLong =
    rebalance === undefined ? 0n : rebalance.longBalanceChange + rebalance.longFeeAmount
  const skewWad = computeSkewWad(after)
  return {
    index,
    timestampSec: upkeep.timestampSec,
    indexPriceWad,
    executionPriceWad: upkeep.endPriceWad,
    status: upkeep.status,
    reason: upkeep.reason,
    longBalance: after.longBalance,
    shortBalance: after.shortBalance,
    longTokenPriceWad: tokenPrice(after, 'long').wad,
    shortTokenPriceWad: tokenPrice(after, 'short').wad,
    skewWad,
    rebalancingRateWad: skewWad === undefined ? undefined : skewWad - WAD,
    transfer: transferOf(toLong),
    managementFee: {
      long: rebalance?.longFeeAmount ?? 0n,
      short: rebalance?.shortFeeAmount ?? 0n,
    },
    keeperReward,
    flow,
    before,
    upkeep,
    after,
  }
}

function transferOf(toLong: bigint): ReplayStep['transfer'] {
  if (toLong === 0n) return { to: undefined, amount: 0n }
  return toLong > 0n ? { to: 'long', amount: toLong } : { to: 'short', amount: -toLong }
}

function requirePath({ pool, path }: ReplayInput): void {
  const upkeeps = path.pricesWad.length - 1
  if (upkeeps < 1 || upkeeps > MAX_REPLAY_UPKEEPS)
    throw new RangeError(`A replay has 1 to ${MAX_REPLAY_UPKEEPS} rebalances, not ${upkeeps}`)
  if (BigInt(path.stepSec) !== pool.updateIntervalSec)
    throw new RangeError(`The path has a step of ${path.stepSec} s, not the pool’s update interval`)
  if (path.pricesWad.some((price) => price <= 0n))
    throw new RangeError('A price of the path isn’t above zero')
}
