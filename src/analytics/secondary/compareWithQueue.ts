import { CommitType } from '../../protocol/commitType'
import type { Balance, PoolSnapshot, UserSnapshot } from '../../protocol/snapshot'
import { WAD, WAD_DECIMALS } from '../../protocol/wad'
import { type LegsProjection, projectLegs } from '../legsOutlook'
import { currentSpotPrice, movedSpotPrice } from '../outlook'
import { commitSlot, quadToWad, type Side, tokenPrice } from '../poolFigures'

/** A mint or a burn that a swap could take the place of. */
export interface QueuedOrder {
  readonly action: 'mint' | 'burn'
  readonly side: Side
  /** Base units: settlement tokens for a mint, pool tokens for a burn. */
  readonly amount: bigint
}

/** What transactions of both ways take, wei: of the swap, and of commit and claim together. */
export interface WaysGas {
  readonly swapWei: bigint
  readonly queueWei: bigint
}

/** One way to the same tokens. Base units of what comes out. */
export interface Way {
  /** After fees. */
  readonly out: bigint
  /** After fees and the network fee too; the same as `out` where the price of ETH is unknown. May be below zero. */
  readonly netOut: bigint
}

export interface QueuedWay extends Way {
  readonly updateIntervalId: bigint
  /** Earliest, Unix seconds. */
  readonly executesAtSec: bigint
  readonly waitSec: bigint
}

/** A swap now beside the queue, for the same amount. */
export interface WaysComparison {
  readonly now: Way
  readonly queue: QueuedWay
  /** More tokens net of all fees; undefined where both give the same. */
  readonly better: 'now' | 'queue' | undefined
  /** How many more. */
  readonly moreBy: bigint
  /** What the swap gives beside what its amount is worth at the pool's own price: a wad, below zero where it gives less. */
  readonly againstFair: {
    /** At the price after the last rebalance. */
    readonly lastWad: bigint | undefined
    /** At the price of the rebalance that would execute a commit sent now, if the index doesn’t move. */
    readonly executingWad: bigint | undefined
  }
  /** False where the price of ETH is unknown, so that network fees are not counted. */
  readonly countsGas: boolean
}

/**
 * The queue's projection of an order sent at a time, by the engine: the average's known samples included, the index staying where
 * it is.
 *
 * @param atSec When it is sent, Unix seconds
 * @throws OutlookError with the reason where there is none
 */
export function projectQueue(
  pool: PoolSnapshot,
  user: UserSnapshot | undefined,
  order: QueuedOrder,
  atSec: bigint,
  spotPrice: bigint = currentSpotPrice(pool),
): LegsProjection {
  const { updateIntervalId } = commitSlot(pool, atSec)
  const leg = { commitType: commitTypeOf(order), amount: order.amount }
  return projectLegs(pool, user, [leg], updateIntervalId, spotPrice)
}

/**
 * Compares a swap at its quote with the queue.
 *
 * @param swapOut What the quote gives, base units
 * @param queued @see projectQueue
 * @param atSec As for the projection
 */
export function compareWithQueue(
  pool: PoolSnapshot,
  order: QueuedOrder,
  swapOut: bigint,
  queued: LegsProjection,
  gas: WaysGas,
  atSec: bigint,
): WaysComparison {
  const executingWad = quadToWad(queued.prices[order.side])
  const queueOut = outOf(queued.adds, order)
  const gasOut = (wei: bigint) => gasInOutput(pool, order, executingWad, wei)
  const [swapGas, queueGas] = [gasOut(gas.swapWei), gasOut(gas.queueWei)]
  const countsGas = swapGas !== undefined && queueGas !== undefined
  const now = { out: swapOut, netOut: swapOut - (countsGas ? swapGas : 0n) }
  const { executesAtSec, updateIntervalId } = queued
  const queue = {
    out: queueOut,
    netOut: queueOut - (countsGas ? queueGas : 0n),
    updateIntervalId,
    executesAtSec,
    waitSec: executesAtSec > atSec ? executesAtSec - atSec : 0n,
  }
  const more = now.netOut - queue.netOut
  return {
    now,
    queue,
    better: more === 0n ? undefined : more > 0n ? 'now' : 'queue',
    moreBy: more < 0n ? -more : more,
    againstFair: {
      lastWad: againstFair(order, swapOut, tokenPrice(pool, order.side).wad),
      executingWad: againstFair(order, swapOut, executingWad),
    },
    countsGas,
  }
}

/** What the queue would give after a move of the index, by the engine. */
export interface QueueSpread {
  /** Base units, after a move down and up. */
  readonly down: bigint
  readonly up: bigint
}

/**
 * What waiting exposes an order to: its outcome if the index moves by so much before the next rebalance and stays there.
 *
 * @param moveBasisPoints Of 10,000, for instance one standard deviation over the wait
 * @throws OutlookError as {@link projectQueue}
 */
export function computeQueueSpread(
  pool: PoolSnapshot,
  user: UserSnapshot | undefined,
  order: QueuedOrder,
  atSec: bigint,
  moveBasisPoints: number,
): QueueSpread {
  const after = (move: number) =>
    outOf(projectQueue(pool, user, order, atSec, movedSpotPrice(pool, move)).adds, order)
  return { down: after(-moveBasisPoints), up: after(moveBasisPoints) }
}

function commitTypeOf({ action, side }: QueuedOrder): CommitType {
  if (action === 'mint') return side === 'long' ? CommitType.LongMint : CommitType.ShortMint
  return side === 'long' ? CommitType.LongBurn : CommitType.ShortBurn
}

function outOf(adds: Balance, { action, side }: QueuedOrder): bigint {
  if (action === 'burn') return adds.settlementTokens
  return side === 'long' ? adds.longTokens : adds.shortTokens
}

/** What an order's amount is worth in what comes out, as a swap's part above or below it; undefined for worthless tokens. */
function againstFair(
  { action, amount }: QueuedOrder,
  out: bigint,
  priceWad: bigint,
): bigint | undefined {
  if (amount === 0n || priceWad === 0n) return undefined
  return action === 'mint'
    ? (out * priceWad) / amount - WAD
    : (out * WAD * WAD) / (amount * priceWad) - WAD
}

/** A network fee in base units of what comes out, rounded up. */
function gasInOutput(
  { keeper }: PoolSnapshot,
  { action }: QueuedOrder,
  priceWad: bigint,
  wei: bigint,
): bigint | undefined {
  if (keeper === undefined || keeper.settlementEthPriceWad <= 0n) return undefined
  const digits = BigInt(WAD_DECIMALS) - keeper.settlementTokenDecimals
  if (digits < 0n) return undefined
  // Wei times the price of an ETH as a wad has 36 digits; of these the token's own stay.
  const settlement = ceilDiv(wei * keeper.settlementEthPriceWad, WAD * 10n ** digits)
  if (action === 'burn') return settlement
  return priceWad === 0n ? undefined : ceilDiv(settlement * WAD, priceWad)
}

function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b
}
