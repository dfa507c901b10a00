import { useQuery } from '@tanstack/react-query'
import { OutlookError } from '../../../analytics/outlook'
import { compareWithQueue, projectQueue } from '../../../analytics/secondary/compareWithQueue'
import { estimateSwapOut } from '../../../analytics/secondary/estimateSwap'
import { findTurningSize, type TurningSize } from '../../../analytics/secondary/findTurningSize'
import { hopsOf } from '../../../chain/balancer/hopsOf'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import type { SwapAction } from './swapAction'
import type { LiveComparison } from './useSwapComparison'
import type { SwapMarket } from './useSwapMarket'

/** Searching again with each block would be a good part of what the page computes. */
const KEPT_MS = 15_000

/** A size, and the range in which it was looked for. */
export interface FoundTurningSize {
  readonly found: TurningSize
  /** The largest amount that was looked at, base units. */
  readonly max: bigint
}

/**
 * Up to which amount a swap gives more than the queue, estimated from the balances of the route's pools: it sends nothing.
 *
 * @param live The comparison of the amount in question, whose route and network fees are used
 * @returns Undefined while it is not known, or where the queue has no projection
 */
export function useTurningSize(
  { facts, snapshot, account }: PoolAtBlock,
  swap: SwapAction,
  { pools, tokenIn }: SwapMarket,
  { compared, gas, atSec }: LiveComparison,
): FoundTurningSize | undefined {
  const { route } = compared.quote
  const routeKey = route.map(({ poolId }) => poolId).join()
  const { data } = useQuery({
    queryKey: ['turningSize', facts.address, swap.action, swap.side, routeKey, gas === undefined],
    queryFn: async () => {
      const hops = hopsOf(route, pools)
      const max = ((hops?.[0]?.balanceIn ?? 0n) * 3n) / 10n
      const min = 10n ** BigInt(tokenIn.decimals)
      if (hops === undefined || max <= min) return null
      const isBetter = (amount: bigint) => {
        const out = estimateSwapOut(hops, amount)
        if (out === undefined) return undefined
        const order = { ...swap, amount }
        const queued = projectQueue(snapshot, account?.user, order, atSec)
        const noGas = { swapWei: 0n, queueWei: 0n }
        return compareWithQueue(snapshot, order, out, queued, gas ?? noGas, atSec).better === 'now'
      }
      try {
        return { found: await findTurningSize(min, max, async (sizes) => sizes.map(isBetter)), max }
      } catch (error) {
        if (error instanceof OutlookError) return null
        throw error
      }
    },
    enabled: !(compared.ways instanceof Error),
    staleTime: KEPT_MS,
    refetchInterval: KEPT_MS,
    retry: false,
  })
  return data ?? undefined
}
