import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import type { Address, Client } from 'viem'
import { useClient } from 'wagmi'
import { classifyRpcError } from '../chain/classifyRpcError'
import { getPoolLedger, type ReadLedger } from '../chain/commits/getPoolLedger'
import type { Network } from '../chain/network'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { retryPauseMs } from '../chain/queries'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/** An account's lots in a pool, and how the reading of them goes. */
export interface LiveLedger {
  /** Kept while it is read again. */
  readonly read: ReadLedger | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/** Reads an account's whole past in a pool, again whenever its part in the pool has changed. */
export function usePoolLedger(pool: PoolAtBlock): LiveLedger {
  const { data, error, refetch } = useQuery(useLedgerOptions()(pool))
  return { read: data, error, retry: () => void refetch() }
}

/** The same of several pools, in their order. */
export function usePoolLedgers(pools: readonly PoolAtBlock[]): readonly LiveLedger[] {
  const optionsOf = useLedgerOptions()
  return useQueries({ queries: pools.map(optionsOf) }).map(({ data, error, refetch }) => ({
    read: data,
    error,
    retry: () => void refetch(),
  }))
}

function useLedgerOptions() {
  const { snapshot, account } = useSnapshot()
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const isCurrent = snapshot?.account === account
  const block = isCurrent ? snapshot?.block.number : undefined
  return (pool: PoolAtBlock) => ledgerOptions(client, network, pool, account, block)
}

function ledgerOptions(
  client: Client | undefined,
  network: Network,
  pool: PoolAtBlock,
  account: Address | undefined,
  block: bigint | undefined,
) {
  return queryOptions({
    queryKey: ['poolLedger', network.chain.id, pool.facts.address, account, digest(pool)] as const,
    queryFn: ({ signal }) => {
      if (client === undefined || account === undefined || block === undefined)
        throw new Error('There is no account to read')
      return getPoolLedger(client, network, pool, account, block, signal)
    },
    enabled: account !== undefined && pool.account !== undefined && block !== undefined,
    placeholderData: (previous: ReadLedger | undefined, query) =>
      query !== undefined &&
      query.queryKey[3] === account &&
      query.queryKey[2] === pool.facts.address
        ? previous
        : undefined,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (_count, cause) => classifyRpcError(cause).kind !== 'permanent',
    retryDelay: retryPauseMs,
  })
}

/** Changes whenever the account commits, claims, sends tokens, or has something executed. */
function digest({ account, snapshot }: PoolAtBlock): string {
  if (account === undefined) return ''
  const { escrow, longBalance, shortBalance, user } = account
  const waits = user.unAggregatedCommitments.map((id) => `${id}${id < snapshot.updateIntervalId}`)
  return [...Object.values(escrow), longBalance, shortBalance, ...waits].join()
}
