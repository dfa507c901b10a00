import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useClient } from 'wagmi'
import { classifyRpcError } from '../chain/classifyRpcError'
import { getPaidFees, type PaidFees } from '../chain/fees/getPaidFees'
import type { Network } from '../chain/network'
import { retryPauseMs } from '../chain/queries'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/** What the pools have paid to their secondary fee addresses, and how the reading of it goes. */
export interface LivePaidFees {
  readonly fees: PaidFees | undefined
  /** Why the last try failed; null while all is well. */
  readonly trouble: Error | null
}

/** Reads the payments whenever what some pool still has to pay, or whom, has changed. */
export function usePaidFees(): LivePaidFees {
  const { snapshot } = useSnapshot()
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const queries = useQueryClient()
  // What a pool has to pay can be the same again after a payment and another upkeep; the interval tells the two apart.
  const changes = useMemo(
    () =>
      snapshot?.pools
        .map(
          ({ snapshot: pool, market }) =>
            `${pool.updateIntervalId}:${pool.secondaryFees}:${market.secondaryFeeAddress}`,
        )
        .join(),
    [snapshot],
  )
  const { data, failureReason } = useQuery({
    queryKey: [...feesKey(network), changes] as const,
    queryFn: ({ signal }) => {
      if (client === undefined || snapshot === undefined)
        throw new Error('There are no pools to read')
      const { pools, block: head } = snapshot
      const known = newestFees(queries, network)
      return getPaidFees({ client, network, pools, head, known, signal })
    },
    enabled: snapshot !== undefined,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (_count, error) => classifyRpcError(error).kind !== 'permanent',
    retryDelay: retryPauseMs,
  })
  return { fees: data, trouble: failureReason }
}

function feesKey(network: Network) {
  return ['paidFees', network.chain.id, network.poolFactory] as const
}

function newestFees(queries: QueryClient, network: Network): PaidFees | undefined {
  return queries
    .getQueriesData<PaidFees>({ queryKey: feesKey(network) })
    .map(([, fees]) => fees)
    .reduce((a, b) => ((b?.toBlock ?? -1n) > (a?.toBlock ?? -1n) ? b : a), undefined)
}
