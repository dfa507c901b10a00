import type { CommitFees } from '../analytics/haveFeesRisen'
import { legsOutlook } from '../analytics/legsOutlook'
import { figuresOf, figuresShown, type OrderFigures, termsChange } from '../analytics/orderFigures'
import { currentSpotPrice, OutlookError } from '../analytics/outlook'
import { commitSlot } from '../analytics/poolFigures'
import type { Failure } from '../chain/describeFailure'
import type { PoolAccount, PoolAtBlock } from '../chain/poolAtBlock'
import { addBalances, NO_BALANCE, subtractBalances } from '../protocol/balances'
import type { Balance } from '../protocol/snapshot'
import { earliestExecutionSec } from '../protocol/updateInterval'
import type { Flow } from './flow'
import type { CommitIntent, CommitLeg, CommitProjection } from './kinds/commit'

/** What a projection is made from: the pool with the account's part in it, at a block. */
interface PoolNow extends Pick<PoolAtBlock, 'snapshot'> {
  readonly account: Pick<PoolAccount, 'user'> | undefined
}

/** The first of an order's legs that has not left the wallet; as many as there are when all have. */
export function firstUnsentLeg({ intent, steps }: Pick<Flow, 'intent' | 'steps'>): number {
  if (intent.kind !== 'commit') return 0
  const next = steps.find(({ kind, status }) => kind !== 'approve' && status.at !== 'done')
  return next === undefined ? intent.legs.length : (next.leg ?? 0)
}

/**
 * The figures of an order's legs from one on, at the current pool.
 *
 * @param atLeastId An interval that it is known to go into or beyond: the page's clock may be ahead of the last block
 * @returns Without amounts where it executes too far ahead to be projected
 * @throws OutlookError where there is no projection for another reason
 */
export function figuresNow(
  { snapshot, account }: PoolNow,
  legs: readonly CommitLeg[],
  atLeastId = 0n,
): OrderFigures {
  const earliest = commitSlot(snapshot, snapshot.timestampSec).updateIntervalId
  const updateIntervalId = earliest > atLeastId ? earliest : atLeastId
  const slot = { updateIntervalId, executesAtSec: earliestExecutionSec(snapshot, updateIntervalId) }
  try {
    const outlook = legsOutlook(snapshot, account?.user, legs, updateIntervalId)
    return figuresOf(snapshot, outlook, legs)
  } catch (error) {
    const figures =
      error instanceof OutlookError ? figuresShown(snapshot, error, slot, legs) : undefined
    if (figures === undefined) throw error
    return figures
  }
}

/** The figures that the person has agreed to for the legs from one on; undefined where the order has none. */
export function agreedFigures(
  { projection, legs }: CommitIntent,
  from: number,
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
): OrderFigures | undefined {
  if (projection === undefined) return undefined
  const { intervalId: updateIntervalId, executesAtSec = 0n } = projection
  const slot = { updateIntervalId, executesAtSec }
  const { fees } = projection
  if (projection.hasNoAmounts) return { ...figuresOf(snapshot, slot, legs.slice(from)), ...fees }
  const byLeg = projection.byLeg?.slice(from)
  if (byLeg === undefined) return undefined
  const adds = byLeg.reduce(addBalances, NO_BALANCE)
  return { ...figuresOf(snapshot, { ...slot, adds, byLeg }, legs.slice(from)), ...fees }
}

/**
 * What is projected of an order by figures that the person sees. Legs that have been sent keep what was projected of them.
 *
 * @param figures Of the legs that are still to be sent, at `pool`
 * @param from The first of these
 * @param block The block that `pool` was read at
 */
export function projectionOf(
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  { projection: before }: Pick<CommitIntent, 'projection'>,
  figures: Pick<OrderFigures, 'intervalId' | 'executesAtSec' | 'byLeg' | keyof CommitFees>,
  from: number,
  block: bigint,
): CommitProjection {
  const isBegun = before !== undefined && from > 0
  const projection = {
    atBlock: isBegun ? before.atBlock : block,
    intervalId: figures.intervalId,
    executesAtSec: figures.executesAtSec,
    spotPrice: currentSpotPrice(snapshot),
    fees: { mintingFeeWad: figures.mintingFeeWad, burningFeeWad: figures.burningFeeWad },
  }
  // Without the amounts of a part there are none of the whole.
  if (figures.byLeg === undefined || (isBegun && before.hasNoAmounts))
    return { ...projection, ...NO_BALANCE, hasNoAmounts: true }
  const byLeg = [...sentLegOutcomes(before, from, figures.byLeg), ...figures.byLeg]
  return { ...projection, ...byLeg.reduce(addBalances, NO_BALANCE), byLeg }
}

/**
 * What was projected of the legs before one. A projection of an earlier version tells the whole order only: the first leg is
 * given what is left of that without `rest`.
 */
function sentLegOutcomes(
  before: CommitProjection | undefined,
  from: number,
  rest: readonly Balance[],
): readonly Balance[] {
  const known =
    before?.byLeg ?? (before === undefined ? [] : [rest.reduce(subtractBalances, before)])
  return Array.from({ length: from }, (_, leg) => known[leg] ?? NO_BALANCE)
}

/** Why an order must not go out as the person has agreed to it; undefined where it may. */
export function projectionProblem(flow: Flow, pool: PoolNow): Failure | undefined {
  const { intent } = flow
  if (intent.kind !== 'commit' || intent.projection === undefined) return undefined
  const from = firstUnsentLeg(flow)
  const agreed = agreedFigures(intent, from, pool)
  try {
    const now = figuresNow(pool, intent.legs.slice(from), intent.projection.intervalId)
    const change =
      agreed === undefined
        ? now.intervalId === intent.projection.intervalId
          ? undefined
          : 'interval'
        : termsChange(agreed, now)
    return change === undefined ? undefined : CHANGED[change]
  } catch (error) {
    if (!(error instanceof OutlookError)) throw error
    return changed(`This order can no longer be projected: ${error.message}.`)
  }
}

function changed(what: string): Failure {
  return { code: 'FIGURES_CHANGED', message: `${what} Your commit was not sent.` }
}

const CHANGED = {
  fee: changed('The market’s fees changed.'),
  interval: changed('The cut-off passed. Your commit would go into a later interval.'),
  outcome: changed('The projected outcome changed.'),
}
