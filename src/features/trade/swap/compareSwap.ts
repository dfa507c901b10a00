import { OutlookError } from '../../../analytics/outlook'
import {
  compareWithQueue,
  computeQueueSpread,
  projectQueue,
  type QueuedOrder,
  type QueueSpread,
  type WaysComparison,
  type WaysGas,
} from '../../../analytics/secondary/compareWithQueue'
import { computeSwapCosts, type SwapCosts } from '../../../analytics/secondary/spotSwap'
import { hopsOf } from '../../../chain/balancer/hopsOf'
import type { SwapQuote } from '../../../chain/balancer/quoteSwap'
import type { SecondaryPool } from '../../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'

/** The move of the index that the spread is told for. */
export const SPREAD_MOVE_BASIS_POINTS = 100

/** A quoted swap beside the queue. */
export interface SwapComparison {
  readonly quote: SwapQuote
  /** Undefined where one of the route's pools is no longer known. */
  readonly costs: SwapCosts | undefined
  /** The queue's part; where there is no projection, why. */
  readonly ways: (WaysComparison & { readonly spread: QueueSpread }) | OutlookError
}

/**
 * Compares a quote with the queue for a commit sent at a time.
 *
 * @param gas Nothing of it counts where the gas price is not known: then zeros
 * @param atSec Unix seconds
 */
export function compareSwap(
  { snapshot, account }: Pick<PoolAtBlock, 'snapshot' | 'account'>,
  order: QueuedOrder,
  quote: SwapQuote,
  pools: readonly SecondaryPool[],
  gas: WaysGas,
  atSec: bigint,
): SwapComparison {
  const hops = hopsOf(quote.route, pools)
  const costs = hops && computeSwapCosts(hops, quote.amountIn, quote.amountOut)
  try {
    const queued = projectQueue(snapshot, account?.user, order, atSec)
    const ways = compareWithQueue(snapshot, order, quote.amountOut, queued, gas, atSec)
    const move = SPREAD_MOVE_BASIS_POINTS
    const spread = computeQueueSpread(snapshot, account?.user, order, atSec, move)
    return { quote, costs, ways: { ...ways, spread } }
  } catch (error) {
    if (error instanceof OutlookError) return { quote, costs, ways: error }
    throw error
  }
}
