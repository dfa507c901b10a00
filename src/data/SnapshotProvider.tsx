import { onlineManager, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  use,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Address } from 'viem'
import { useAccount, useClient } from 'wagmi'
import type { UnreadablePool } from '../chain/poolRegistry'
import { poolRegistryKey, poolRegistryQueryOptions, snapshotQueryOptions } from '../chain/queries'
import type { PoolAtBlock, Snapshot } from '../chain/snapshot'
import { useNetwork } from './NetworkContext'
import { useBlockFeed } from './useBlockFeed'

/** The latest snapshot, and how the reading of it goes. */
export interface LiveSnapshot {
  /** Undefined until the first one has come; afterwards always the newest that could be had. */
  readonly snapshot: Snapshot | undefined
  /** The account that is looked at; its part is in `snapshot` only when `snapshot.account` is the same. */
  readonly account: Address | undefined
  /** Whether that is another than the connected one: it can be read, and nothing can be sent for it. */
  readonly isWatched: boolean
  /** Looks at this account instead of the connected one, until it is told otherwise. */
  readonly watch: (account: Address | undefined) => void
  readonly unreadablePools: readonly UnreadablePool[]
  /** Refreshes that have failed in a row. */
  readonly failures: number
  readonly failureReason: Error | null
  /** True when the browser says that it is offline: nothing is asked until it is back. */
  readonly isOffline: boolean
}

const SnapshotContext = createContext<LiveSnapshot | undefined>(undefined)

/**
 * Keeps the one snapshot of all pools and of the connected account fresh, for everything below.
 * It is the only observer of the query: each further one would bring a timer, and requests, of its own.
 */
export function SnapshotProvider({ children }: { children: ReactNode }) {
  // Drawn in slices, so that a refresh of many pools never holds up what the person is doing.
  return <SnapshotContext value={useDeferredValue(useLiveSnapshot())}>{children}</SnapshotContext>
}

export function useSnapshot(): LiveSnapshot {
  const live = use(SnapshotContext)
  if (live === undefined) throw new Error('SnapshotProvider is missing')
  return live
}

function useLiveSnapshot(): LiveSnapshot {
  const network = useNetwork()
  const [watched, watch] = useState<Address>()
  const { address: connected } = useAccount()
  const account = watched ?? connected
  const isWatched = account !== connected
  const client = useClient({ chainId: network.chain.id })
  if (client === undefined) throw new Error('No RPC client for the configured chain')
  const queries = useQueryClient()
  const registry = useQuery(poolRegistryQueryOptions(client, network))
  const current = useQuery({
    ...snapshotQueryOptions(client, network, registry.data, account),
    placeholderData: withoutAccount,
  })

  useBlockFeed()

  const numPools = current.data?.numPools
  const knownPools = registry.data?.numPools
  useEffect(() => {
    if (numPools !== undefined && knownPools !== undefined && numPools !== knownPools)
      void queries.invalidateQueries({ queryKey: poolRegistryKey(network) })
  }, [numPools, knownPools, queries, network])

  const failing = registry.failureCount > 0 ? registry : current
  // Not by the queries' own status, which changes twice with each refresh.
  const isOffline = !useSyncExternalStore(onlineManager.subscribe, isOnline)
  const { failureCount: failures, failureReason } = failing
  return useMemo(
    () => ({
      snapshot: current.data,
      account,
      isWatched,
      watch,
      unreadablePools: registry.data?.unreadable ?? [],
      failures,
      failureReason,
      isOffline,
    }),
    [current.data, account, isWatched, registry.data, failures, failureReason, isOffline],
  )
}

function isOnline(): boolean {
  return onlineManager.isOnline()
}

/** While another account's snapshot is on its way, the pools of the last one still hold; its account part does not. */
function withoutAccount(previous: Snapshot | undefined): Snapshot | undefined {
  if (previous === undefined) return undefined
  return {
    ...previous,
    account: undefined,
    ethBalanceWei: undefined,
    pools: previous.pools.map((pool): PoolAtBlock => ({ ...pool, account: undefined })),
  }
}
