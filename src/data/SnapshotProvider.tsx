import { onlineManager, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { type Address, isAddressEqual } from 'viem'
import { useAccount, useClient } from 'wagmi'
import type { Network } from '../chain/network'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { hasReadAll, selectPools, stateOf } from '../chain/poolRegistry'
import { poolRegistryKey, poolRegistryQueryOptions, snapshotQueryOptions } from '../chain/queries'
import type { Snapshot } from '../chain/snapshot'
import { useNetwork } from './NetworkContext'
import { readRiders } from './snapshotRiders'
import { useBlockFeed } from './useBlockFeed'
import { type PoolsChoice, useSelectedPools } from './useSelectedPools'
import { type UnreadPool, useUnreadPools } from './useUnreadPools'

/** The latest snapshot, and how the reading of it goes. */
export interface LiveSnapshot extends PoolsChoice {
  /** Undefined until the first one has come; afterwards always the newest that could be had. */
  readonly snapshot: Snapshot | undefined
  /** The account that is looked at; its part is in `snapshot` only when `snapshot.account` is the same. */
  readonly account: Address | undefined
  /** Whether that is another than the connected one: it can be read, and nothing can be sent for it. */
  readonly isWatched: boolean
  /** Looks at this account instead of the connected one, until it is told otherwise. */
  readonly watch: (account: Address | undefined) => void
  /** Those that couldn't be loaded. */
  readonly unreadPools: readonly UnreadPool[]
  /** How many pools the factories have that are not read: see `showMorePools`. */
  readonly otherPools: number
  /** What is known of a pool that is not in the snapshot. */
  readonly missingPool: (pool: Address) => 'loading' | 'unreadable' | 'foreign' | 'hidden'
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
  const { selection, choice } = useSelectedPools(client, account)
  const registry = useQuery(poolRegistryQueryOptions(client, network, selection))
  const pools = useMemo(
    () => registry.data && selectPools(registry.data, network, selection),
    [registry.data, network, selection],
  )
  const current = useQuery({
    ...snapshotQueryOptions(client, network, pools && { pools }, account, readRiders),
    placeholderData: withoutAccount,
  })

  useBlockFeed()

  const numPools = current.data?.numPools
  const knownPools = registry.data?.numPools
  useEffect(() => {
    if (numPools !== undefined && knownPools !== undefined && numPools !== knownPools)
      void queries.invalidateQueries({ queryKey: poolRegistryKey(network) })
  }, [numPools, knownPools, queries, network])

  const { data: known, refetch: readRegistry, isFetching: isReadingRegistry } = registry
  useEffect(() => {
    if (known !== undefined && !isReadingRegistry && !hasReadAll(known, selection))
      void readRegistry()
  }, [known, selection, isReadingRegistry, readRegistry])
  useRefetchOnGrowth(pools?.length, current.refetch)

  const failing = registry.failureCount > 0 ? registry : current
  // Not by the queries' own status, which changes twice with each refresh.
  const isOffline = !useSyncExternalStore(onlineManager.subscribe, isOnline)
  const { failureCount: failures, failureReason } = failing
  const snapshot = current.data
  const unreadable = useMemo(
    () => known?.unreadable.filter(({ address }) => !isHidden(network, address)) ?? [],
    [known, network],
  )
  const unreadPools = useUnreadPools(network, unreadable, snapshot)
  const missingPool = useCallback(
    (pool: Address) => {
      if (isHidden(network, pool)) return 'hidden'
      const state = known === undefined ? 'unread' : stateOf(known, pool)
      const isFailed = snapshot?.failedPools.some((other) => isAddressEqual(other, pool))
      if (state === 'unreadable' || isFailed) return 'unreadable'
      return state === 'foreign' ? 'foreign' : 'loading'
    },
    [known, snapshot, network],
  )
  return useMemo(
    () => ({
      snapshot,
      account,
      isWatched,
      watch,
      unreadPools,
      otherPools: countOthers(known?.numAllPools, pools, unreadable, network),
      missingPool,
      failures,
      failureReason,
      isOffline,
      ...choice,
    }),
    [
      snapshot,
      account,
      isWatched,
      known,
      pools,
      unreadable,
      unreadPools,
      network,
      missingPool,
      failures,
      failureReason,
      isOffline,
      choice,
    ],
  )
}

function isHidden({ hiddenPools }: Network, pool: Address): boolean {
  return hiddenPools.some((hidden) => isAddressEqual(hidden, pool))
}

function countOthers(
  all: number | undefined,
  read: readonly unknown[] | undefined,
  unreadable: readonly unknown[],
  { hiddenPools }: Network,
): number {
  if (all === undefined || read === undefined) return 0
  return Math.max(0, all - read.length - unreadable.length - hiddenPools.length)
}

/** A pool that was just asked for is not left to the next refresh. */
function useRefetchOnGrowth(count: number | undefined, refetch: () => Promise<unknown>): void {
  const last = useRef(count)
  useEffect(() => {
    const isMore = last.current !== undefined && count !== undefined && count > last.current
    last.current = count
    if (isMore) void refetch()
  }, [count, refetch])
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
