import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useClient } from 'wagmi'
import { bestQuote, quoteSwaps, type SwapQuote } from '../../../chain/balancer/quoteSwap'
import { resolveBalancer } from '../../../chain/balancer/resolveBalancer'
import { useNetwork } from '../../../data/NetworkContext'
import { QUOTE_PAUSE_MS, useSettledValue } from '../../../data/useSettledValue'
import type { SwapMarket } from './useSwapMarket'

/** How the quote for an amount goes. */
export interface SwapQuoteState {
  /** Of this amount; perhaps of an earlier block while the next one is on its way. */
  readonly quote: SwapQuote | undefined
  /** `rejected`: Balancer's contracts take no such amount. */
  readonly state: 'none' | 'loading' | 'failed' | 'rejected' | 'quoted'
  /** The block that the pools were read at when it was asked for. */
  readonly block: bigint | undefined
}

/**
 * The best quote of all routes for an amount: one request when the amount has settled, and one with each newer block of the pools.
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
  const { data, isError } = useQuery({
    queryKey: [
      'swapQuote',
      network.chain.id,
      tokenIn.address,
      tokenOut.address,
      String(settled),
      String(block),
    ],
    queryFn: async () => {
      const balancer = resolveBalancer(network)
      if (client === undefined || balancer === undefined || amountIn === undefined)
        throw new Error('Nothing to quote')
      const requests = routes.map((route) => ({ route, amountIn }))
      const quotes = await quoteSwaps(client, network.multicall3, balancer, requests)
      return { quote: bestQuote(quotes) ?? null, block, amountIn, tokenOut: tokenOut.address }
    },
    enabled: isSettled && block !== undefined && routes.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (amountIn === undefined) return { quote: undefined, state: 'none', block: undefined }
  const isOfThis =
    data !== undefined && data.amountIn === amountIn && data.tokenOut === tokenOut.address
  const [first] = data?.quote?.route ?? []
  const isSameWay = first === undefined || first.tokenIn === tokenIn.address
  if (isError) return { quote: undefined, state: 'failed', block }
  if (!isOfThis || !isSameWay) return { quote: undefined, state: 'loading', block: undefined }
  if (data.quote === null) return { quote: undefined, state: 'rejected', block: data.block }
  return { quote: data.quote, state: 'quoted', block: data.block }
}
