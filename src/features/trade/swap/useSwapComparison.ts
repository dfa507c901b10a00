import { useMemo } from 'react'
import { isAddressEqual } from 'viem'
import { commitSlot } from '../../../analytics/poolFigures'
import type { WaysGas } from '../../../analytics/secondary/compareWithQueue'
import type { SwapQuote } from '../../../chain/balancer/quoteSwap'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { useSnapshot } from '../../../data/SnapshotProvider'
import { useChainNowSec } from '../../../data/useNow'
import { isApprovalNeeded } from '../commitIntent'
import type { LiveOrder } from '../useOrder'
import { compareSwap, type SwapComparison } from './compareSwap'
import type { SwapAction } from './swapAction'
import { useGasPrice } from './useGasPrice'
import type { SwapMarket } from './useSwapMarket'
import { computeWaysGas } from './waysGas'

const NO_GAS: WaysGas = { swapWei: 0n, queueWei: 0n }

/** A comparison, and what its network fees are. */
export interface LiveComparison {
  readonly compared: SwapComparison
  /** Undefined while the gas price is not known: then no network fee is counted. */
  readonly gas: WaysGas | undefined
  /** When a commit sent now would count from, Unix seconds. */
  readonly atSec: bigint
}

/** The quote beside the queue for a commit sent now; undefined without a quote. */
export function useSwapComparison(
  pool: PoolAtBlock,
  order: LiveOrder,
  swap: SwapAction,
  { pools, tokenIn }: SwapMarket,
  quote: SwapQuote | undefined,
): LiveComparison | undefined {
  const gasPrice = useGasPrice()
  const atSec = useCommitTimeSec(pool, order)
  const needsSwapApproval = vaultAllowance(pools, tokenIn.address) < (quote?.amountIn ?? 0n)
  const { legs } = order
  return useMemo(() => {
    if (quote === undefined) return undefined
    const approvals = { swap: needsSwapApproval, queue: isApprovalNeeded(pool, legs) }
    const gas =
      gasPrice === undefined ? undefined : computeWaysGas(gasPrice, quote.route.length, approvals)
    const queued = { ...swap, amount: quote.amountIn }
    return { compared: compareSwap(pool, queued, quote, pools, gas ?? NO_GAS, atSec), gas, atSec }
  }, [pool, legs, swap, pools, quote, gasPrice, needsSwapApproval, atSec])
}

/**
 * When a commit sent now counts from: the block's time, as long as its interval is that of the clock. So what follows from it is
 * computed once a block, not once a second.
 */
export function useCommitTimeSec({ snapshot }: PoolAtBlock, { slot }: LiveOrder): bigint {
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  const ofBlock = commitSlot(snapshot, snapshot.timestampSec).updateIntervalId
  return ofBlock === slot.updateIntervalId ? snapshot.timestampSec : BigInt(nowSec)
}

/** What the Vault may take of the account's tokens, base units; none where it was not read. */
export function vaultAllowance(pools: SwapMarket['pools'], token: `0x${string}`): bigint {
  const held = pools
    .flatMap(({ tokens }) => tokens)
    .find(({ address }) => isAddressEqual(address, token))
  return held?.allowance ?? 0n
}
