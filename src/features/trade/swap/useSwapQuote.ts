import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useClient } from 'wagmi'
import { bestQuote, quoteSwaps, type SwapQuote } from '../../../chain/balancer/quoteSwap'
import { resolveBalancer } from '../../../chain/balancer/resolveBalancer'
import { useNetwork } from '../../../data/NetworkContext'
import { useSnapshotRider } from '../../../data/snapshotRiders'
import { QUOTE_PAUSE_MS, useSettledValue } from '../../../data/useSettledValue'
import type { SwapMarket } from './useSwapMarket'

/** How the quote for an amount goes. */
export interface SwapQuoteState {
  /** Of this amount; perhaps of the refresh before this one. */
  readonly quote: SwapQuote | undefined
  /** `rejected`: Balancer's contracts take no such amount. */
  readonly state: 'none' | 'loading' | 'failed' | 'rejected' | 'quoted'
}

/**
 * The best quote of all routes for an amount: one request when the amount has settled, then again with each snapshot.
 *
 * @param amountIn Base units; undefined while there is none
 */
export function useSwapQuote(
  { routes, block, tokenIn, tokenOut }: SwapMarket,
  amountIn: bigint | undefined,
): SwapQuoteState {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const settled = useSettledValue(amountIn, QUOTE_PAUSE_MS)
  const isSettled = amountIn !== undefined && settled === amountIn
  const isAsked = isSettled && block !== undefined && routes.length > 0
  const { data, isError, refetch } = useQuery({
    queryKey: ['swapQuote', network.chain.id, tokenIn.address, tokenOut.address, String(settled)],
    queryFn: async () => {
      const balancer = resolveBalancer(network)
      if (client === undefined || balancer === undefined || amountIn === undefined)
        throw new Error('Nothing to quote')
      const requests = routes.map((route) => ({ route, amountIn }))
      const quotes = await quoteSwaps(client, network.multicall3, balancer, requests)
      return { quote: bestQuote(quotes) ?? null, amountIn, tokenOut: tokenOut.address }
    },
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const isDue = useCallback(() => isAsked, [isAsked])
  const read = useCallback(() => void refetch({ cancelRefetch: false }), [refetch])
  useSnapshotRider(isDue, read)
  if (amountIn === undefined) return { quote: undefined, state: 'none' }
  const isOfThis =
    data !== undefined && data.amountIn === amountIn && data.tokenOut === tokenOut.address
  const [first] = data?.quote?.route ?? []
  const isSameWay = first === undefined || first.tokenIn === tokenIn.address
  if (isError) return { quote: undefined, state: 'failed' }
  if (!isOfThis || !isSameWay) return { quote: undefined, state: 'loading' }
  if (data.quote === null) return { quote: undefined, state: 'rejected' }
  return { quote: data.quote, state: 'quoted' }
}
