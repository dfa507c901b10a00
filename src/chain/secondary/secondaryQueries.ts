import { queryOptions } from '@tanstack/react-query'
import type { Address, Client } from 'viem'
import { resolveBalancer } from '../balancer/resolveBalancer'
import { classifyRpcError } from '../classifyRpcError'
import type { Network } from '../network'
import { retryPauseMs } from '../queries'
import { hasFarms } from '../staking/hasFarms'
import { resolveFarms } from '../staking/resolveFarms'
import { getSecondary, type Secondary } from './getSecondary'

/**
 * Balancer's pools, the farms and an account's part in them: one request, beside the snapshot's, since strangers' contracts are in
 * it. It has no timer: who shows it asks again when the snapshot has a new block.
 */
export function secondaryQueryOptions(
  client: Client,
  network: Network,
  account: Address | undefined,
) {
  return queryOptions({
    queryKey: ['secondary', network.chain.id, network.poolFactory, account] as const,
    queryFn: async ({ client: queries, queryKey }): Promise<Secondary> => {
      const previous = queries.getQueryData<Secondary>(queryKey)
      const farms = resolveFarms(network)
      const read = await getSecondary(client, network, resolveBalancer(network), farms, account)
      return newerOf(previous, read)
    },
    enabled: hasFarms(network) || resolveBalancer(network) !== undefined,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (_count, error) => classifyRpcError(error).kind !== 'permanent',
    retryDelay: retryPauseMs,
  })
}

/** Of two nodes behind one address one can be late. A lower block of a later time is that of a chain that started again. */
export function newerOf(previous: Secondary | undefined, read: Secondary): Secondary {
  if (previous === undefined) return read
  const isLate =
    read.block.number < previous.block.number &&
    read.block.timestampSec <= previous.block.timestampSec
  return isLate ? previous : read
}
