import { queryOptions } from '@tanstack/react-query'
import type { Address, Client } from 'viem'
import type { Network } from './network'
import { getPoolRegistry, type PoolRegistry } from './poolRegistry'
import { getSnapshot, type Snapshot } from './snapshot'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/** Pause before asking an RPC again that has failed `failures` times in a row: 1 s, 2 s, 4 s … 1 min. */
export function retryPauseMs(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
}

const forever = {
  retry: true,
  retryDelay: retryPauseMs,
  // Never thrown away: an old value that is shown as old is better than none.
  gcTime: Number.POSITIVE_INFINITY,
} as const

const HIDDEN_REFRESH_MS = 30_000
/** With a WebSocket that tells each new block, polling only covers for a lost one. */
const WATCHED_REFRESH_MS = 15_000

/** Pause between two refreshes: longer while nobody looks, and while blocks announce themselves. */
export function refreshPauseMs({ refreshMs, wsUrl }: Network): number {
  if (typeof document !== 'undefined' && document.hidden)
    return Math.max(refreshMs, HIDDEN_REFRESH_MS)
  return wsUrl === undefined ? refreshMs : Math.max(refreshMs, WATCHED_REFRESH_MS)
}

export function poolRegistryKey(network: Network) {
  return ['poolRegistry', network.chain.id, network.poolFactory] as const
}

/** The factory's pools and their constant facts. Read once; again when the factory has made a new pool. */
export function poolRegistryQueryOptions(client: Client, network: Network) {
  return queryOptions({
    queryKey: poolRegistryKey(network),
    queryFn: () => getPoolRegistry(client, network),
    staleTime: Number.POSITIVE_INFINITY,
    ...forever,
  })
}

/** The beginning that the keys of all accounts' snapshots share. */
export function snapshotsKey(network: Network) {
  return ['snapshot', network.chain.id, network.poolFactory] as const
}

/**
 * The one source of everything that changes: all pools and the account's part in them, in one request per refresh.
 * A failed refresh keeps the last snapshot and is tried again with growing pauses.
 */
export function snapshotQueryOptions(
  client: Client,
  network: Network,
  registry: PoolRegistry | undefined,
  account: Address | undefined,
) {
  return queryOptions({
    queryKey: [...snapshotsKey(network), account] as const,
    queryFn: ({ client: queries, queryKey }): Promise<Snapshot> => {
      if (registry === undefined) throw new Error('The pools are not known yet')
      return getSnapshot(
        client,
        network,
        registry,
        account,
        queries.getQueryData<Snapshot>(queryKey),
      )
    },
    enabled: registry !== undefined,
    refetchInterval: () => refreshPauseMs(network),
    refetchIntervalInBackground: true,
    structuralSharing: false,
    staleTime: network.refreshMs,
    ...forever,
  })
}
