import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Address } from 'viem'
import { useClient } from 'wagmi'
import { classifyRpcError } from '../chain/classifyRpcError'
import type { AccountLog } from '../chain/commits/accountLog'
import { getAccountLog, isLogWhole } from '../chain/commits/getAccountLog'
import type { Network } from '../chain/network'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { retryPauseMs } from '../chain/queries'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/** An account's commits from their events, and how the reading of them goes. */
export interface LiveAccountLog {
  /** Undefined until they have come; then kept while newer ones are read. */
  readonly log: AccountLog | undefined
  /** Whether what is missing may still come: it is being read, or the RPC’s events may be a moment behind its state. */
  readonly isReading: boolean
  /** Why the last try failed; null while all is well. */
  readonly trouble: Error | null
  /** Whether it is not tried again on its own. */
  readonly isGivenUp: boolean
  readonly retry: () => void
}

/** An RPC can give the events of a new block a moment after its state: read again so often before they count as missing. */
const REREADS = 3
const REREAD_PAUSE_MS = 5_000

/**
 * Whether a log that was read lacks commits that may still come.
 *
 * @param reads How often it has been read since the account's position changed
 */
export function mayStillCome(
  log: Pick<AccountLog, 'commits'> | undefined,
  pools: readonly Pick<PoolAtBlock, 'facts' | 'account'>[],
  reads: number,
): boolean {
  const held = pools.map(({ facts, account }) => ({ pool: facts.address, user: account?.user }))
  return log !== undefined && reads <= REREADS && !isLogWhole(log, held)
}

/** Reads the account's own events whenever its position in some pool has changed; what was read is kept for all pages. */
export function useAccountLog(): LiveAccountLog {
  const { snapshot, account } = useSnapshot()
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const queries = useQueryClient()
  const isCurrent = snapshot !== undefined && snapshot.account === account
  const changes = useMemo(() => (isCurrent ? digest(snapshot.pools) : ''), [isCurrent, snapshot])
  const pools = isCurrent ? snapshot.pools : NO_POOLS
  const queryKey = [...logKey(network, account), changes] as const
  const { data, failureReason, isError, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      if (client === undefined || account === undefined || snapshot === undefined)
        throw new Error('There is no account to read')
      const log = await getAccountLog({
        client,
        network,
        account,
        pools: snapshot.pools.map(({ facts, account: position }) => ({
          pool: facts.address,
          committer: facts.committer,
          user: position?.user,
        })),
        head: snapshot.block,
        known: newestLog(queries, network, account),
        signal,
      })
      queries.setQueryData([...logKey(network, account), NEWEST], log)
      return log
    },
    enabled: isCurrent && account !== undefined,
    placeholderData: (previous) =>
      account === undefined ? undefined : (newestLog(queries, network, account) ?? previous),
    // An account comes back to states that it had before, with more behind it: what was read then is not used again.
    gcTime: 0,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) =>
      mayStillCome(state.data, pools, state.dataUpdateCount) && REREAD_PAUSE_MS,
    retry: (_count, error) => classifyRpcError(error).kind !== 'permanent',
    retryDelay: retryPauseMs,
  })
  const log = data?.account === account ? data : undefined
  const reads = queries.getQueryState(queryKey)?.dataUpdateCount ?? 0
  return {
    log,
    isReading: isFetching || mayStillCome(log, pools, reads),
    trouble: failureReason,
    isGivenUp: isError,
    retry: () => void refetch(),
  }
}

const NO_POOLS: readonly PoolAtBlock[] = []

const NEWEST = 'newest'

function logKey(network: Network, account: Address | undefined) {
  return ['accountLog', network.chain.id, network.poolFactory, account] as const
}

function newestLog(
  queries: QueryClient,
  network: Network,
  account: Address,
): AccountLog | undefined {
  return queries
    .getQueriesData<AccountLog>({ queryKey: logKey(network, account) })
    .map(([, log]) => log)
    .reduce((a, b) => ((b?.toBlock ?? 0n) > (a?.toBlock ?? 0n) ? b : a), undefined)
}

/** Changes whenever the account commits, claims, or is executed and folded somewhere. */
function digest(pools: readonly PoolAtBlock[]): string {
  return pools
    .flatMap(({ facts, account }) => {
      if (account === undefined) return []
      const { aggregateBalance, userCommitments } = account.user
      const numbers = [aggregateBalance, ...userCommitments].flatMap((amounts) =>
        Object.values(amounts),
      )
      return numbers.some((number) => number !== 0n) ? `${facts.address}:${numbers.join()}` : []
    })
    .join(';')
}
