import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Address, Client } from 'viem'
import { LaggingRpcError } from './errors'
import type { Network } from './network'
import { getPoolRegistry, type PoolRegistry, type PoolSelection } from './poolRegistry'
import { getSnapshot, type Snapshot } from './snapshot'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/** Pools that could not be read are asked for their facts again after this time. */
const UNREADABLE_PAUSE_MS = 30_000

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

/** Pause between two refreshes: longer while no one looks, and while blocks announce themselves. */
export function refreshPauseMs({ refreshMs, wsUrl }: Network): number {
  if (typeof document !== 'undefined' && document.hidden)
    return Math.max(refreshMs, HIDDEN_REFRESH_MS)
  return wsUrl === undefined ? refreshMs : Math.max(refreshMs, WATCHED_REFRESH_MS)
}

export function poolRegistryKey(network: Network) {
  return ['poolRegistry', network.chain.id, network.poolFactory] as const
}

/**
 * The factories, and the constant facts of the known pools and of those asked for. Each pool is read once; the query is fetched
 * again when other pools are asked for, or a factory has made one.
 */
export function poolRegistryQueryOptions(
  client: Client,
  network: Network,
  selection?: PoolSelection,
) {
  return queryOptions({
    queryKey: poolRegistryKey(network),
    queryFn: ({ client: queries, queryKey }) =>
      getPoolRegistry(client, network, selection, queries.getQueryData<PoolRegistry>(queryKey)),
    staleTime: Number.POSITIVE_INFINITY,
    // What could not be read may have been the RPC's fault.
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.unreadable.length === 0 ? false : UNREADABLE_PAUSE_MS,
    ...forever,
  })
}

/** Pools in which an account has something; looked for again when a factory has made another. */
export function heldPoolsQueryOptions(
  client: Client,
  network: Network,
  account: Address | undefined,
  numAllPools: number | undefined,
) {
  return queryOptions({
    queryKey: ['heldPools', network.chain.id, network.poolFactory, account, numAllPools] as const,
    queryFn: async () => {
      if (account === undefined) return []
      // No one's first load needs it.
      const { findHoldings } = await import('./lens/findHoldings')
      return findHoldings(client, network, account)
    },
    enabled: account !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    ...forever,
  })
}

/** The beginning that the keys of all accounts' snapshots share. */
export function snapshotsKey(network: Network) {
  return ['snapshot', network.chain.id, network.poolFactory] as const
}

export function snapshotKey(network: Network, account: Address | undefined) {
  return [...snapshotsKey(network), account] as const
}

/**
 * The one source of everything that changes: all pools and the account's part in them, in one request per refresh.
 * A failed refresh keeps the last snapshot and is tried again with growing pauses.
 *
 * @param readOthers Called in the moment in which it is read: what is read by it then goes in the same request
 */
export function snapshotQueryOptions(
  client: Client,
  network: Network,
  registry: Pick<PoolRegistry, 'pools'> | undefined,
  account: Address | undefined,
  readOthers?: () => void,
) {
  return queryOptions({
    queryKey: snapshotKey(network, account),
    queryFn: async ({ client: queries, queryKey }): Promise<Snapshot> => {
      if (registry === undefined) throw new Error('Pools haven’t loaded yet')
      const previous = queries.getQueryData<Snapshot>(queryKey)
      readOthers?.()
      const snapshot = await getSnapshot(client, network, registry, account)
      const newest = newestSnapshot(queries, network)
      return notBehind(sinceFirstSeen(snapshot, newest), previous, newest)
    },
    enabled: registry !== undefined,
    refetchInterval: () => refreshPauseMs(network),
    refetchIntervalInBackground: true,
    staleTime: network.refreshMs,
    ...forever,
  })
}

/** The snapshot of the newest block, of whichever account; of several the one that saw it first. */
export function newestSnapshot(queries: QueryClient, network: Network): Snapshot | undefined {
  const known = queries.getQueriesData<Snapshot>({ queryKey: snapshotsKey(network) })
  return known.reduce<Snapshot | undefined>((newest, [, snapshot]) => {
    if (snapshot === undefined || newest === undefined) return snapshot ?? newest
    const ahead = snapshot.block.number - newest.block.number
    if (ahead !== 0n) return ahead > 0n ? snapshot : newest
    return snapshot.blockSeenAtMs < newest.blockSeenAtMs ? snapshot : newest
  }, undefined)
}

/** The same block read again has not become younger by it: a chain that stands still grows old on the screen. */
function sinceFirstSeen(snapshot: Snapshot, newest: Snapshot | undefined): Snapshot {
  const isSame =
    newest?.block.number === snapshot.block.number &&
    newest.block.timestampSec === snapshot.block.timestampSec
  return isSame ? { ...snapshot, blockSeenAtMs: newest.blockSeenAtMs } : snapshot
}

/**
 * Never goes back in time: behind one address of an RPC there can be several nodes, some of them late. What is known
 * then stays, and grows old on the screen. A lower block of a later time is no late one: what is known was wrong, or the
 * chain has started again.
 *
 * @throws LaggingRpcError when nothing is known of this account that is new enough
 */
export function notBehind(
  snapshot: Snapshot,
  previous: Snapshot | undefined,
  newest: Snapshot | undefined,
): Snapshot {
  const { number, timestampSec } = snapshot.block
  const known = newest?.block
  if (known === undefined || number >= known.number || timestampSec > known.timestampSec)
    return snapshot
  if (previous?.block.number === known.number) return previous
  throw new LaggingRpcError(number, known.number)
}
