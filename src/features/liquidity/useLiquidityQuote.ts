import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { zeroAddress } from 'viem'
import { useClient } from 'wagmi'
import { queryExit, queryJoin } from '../../chain/balancer/joinExit'
import { resolveBalancer } from '../../chain/balancer/resolveBalancer'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useSnapshotRider } from '../../data/snapshotRiders'
import { QUOTE_PAUSE_MS, useSettledValue } from '../../data/useSettledValue'
import { describeRefusedQuote } from './describeRefusedQuote'
import type { LiquidityRequest } from './liquidityForm'
import type { LiquidityPool } from './liquidityPool'

/** What adding or removing comes to, by Balancer's contracts. */
export interface LiquidityQuote {
  readonly request: LiquidityRequest
  /** LP tokens for what is added; amounts in the Vault's order of tokens for what is removed. */
  readonly received: readonly bigint[]
  /** As it was read in the same moment. */
  readonly pool: LiquidityPool
}

/** How the quote goes. */
export type LiquidityQuoteState =
  | { readonly state: 'none' | 'loading' | 'failed' }
  | { readonly state: 'rejected'; readonly reason: string }
  | { readonly state: 'quoted'; readonly quote: LiquidityQuote }

/** One request when what is asked for has settled, then again with each snapshot. */
export function useLiquidityQuote(
  pool: LiquidityPool,
  request: LiquidityRequest | undefined,
): LiquidityQuoteState {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const { account = zeroAddress } = useSnapshot()
  const asked = request === undefined ? undefined : keyOf(request)
  const isSettled = useSettledValue(asked, QUOTE_PAUSE_MS) === asked
  const { lp } = pool
  const isAsked = isSettled && request !== undefined
  const { data, isError, refetch } = useQuery({
    queryKey: ['liquidityQuote', network.chain.id, lp.id, asked],
    queryFn: async () => {
      const balancer = resolveBalancer(network)
      if (client === undefined || balancer === undefined || request === undefined)
        throw new Error('Nothing to quote')
      const about = { poolId: lp.id, tokens: lp.tokens.map(({ address }) => address) }
      try {
        const received =
          request.kind === 'add'
            ? [await queryJoin(client, balancer, { ...about, ...request }, account)]
            : await queryExit(client, balancer, { ...about, ...request }, account)
        return { asked, id: lp.id, quote: { request, received } }
      } catch (error) {
        const reason = describeRefusedQuote(error)
        if (reason === undefined) throw error
        return { asked, id: lp.id, reason }
      }
    },
    enabled: isAsked,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    retry: false,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const isDue = useCallback(() => isAsked, [isAsked])
  const read = useCallback(() => void refetch({ cancelRefetch: false }), [refetch])
  useSnapshotRider(isDue, read)
  const quoted = data?.quote
  const quote = useMemo(() => quoted && { ...quoted, pool }, [quoted, pool])
  if (asked === undefined) return { state: 'none' }
  if (isError) return { state: 'failed' }
  if (data === undefined || data.asked !== asked || data.id !== lp.id) return { state: 'loading' }
  return quote === undefined
    ? { state: 'rejected', reason: data.reason ?? '' }
    : { state: 'quoted', quote }
}

function keyOf(request: LiquidityRequest): string {
  return request.kind === 'add'
    ? `add ${request.amountsIn.join()}`
    : `remove ${request.lpIn} ${request.onlyToken ?? 'all'}`
}
