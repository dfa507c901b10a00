import { useQuery } from '@tanstack/react-query'
import { useClient } from 'wagmi'
import { getPoolLedger, type ReadLedger } from '../chain/commits/getPoolLedger'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { retryPauseMs } from '../chain/queries'
import { describeRefusal } from '../chain/rpcRefusal'
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
  const { snapshot, account } = useSnapshot()
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const { facts, account: part } = pool
  const { data, error, refetch } = useQuery({
    queryKey: [
      'poolLedger',
      network.chain.id,
      facts.address,
      account,
      part === undefined ? '' : digest(pool),
    ] as const,
    queryFn: ({ signal }) => {
      if (client === undefined || account === undefined || snapshot === undefined)
        throw new Error('There is no account to read')
      return getPoolLedger(client, network, pool, account, snapshot.block.number, signal)
    },
    enabled: part !== undefined && snapshot?.account === account,
    placeholderData: (previous, query) => (query?.queryKey[3] === account ? previous : undefined),
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (_count, cause) => describeRefusal(cause).kind !== 'permanent',
    retryDelay: retryPauseMs,
  })
  return { read: data, error, retry: () => void refetch() }
}

/** Changes whenever the account commits, claims, sends tokens, or has something executed. */
function digest({ account, snapshot }: PoolAtBlock): string {
  if (account === undefined) return ''
  const { escrow, longBalance, shortBalance, user } = account
  const waits = user.unAggregatedCommitments.map((id) => `${id}${id < snapshot.updateIntervalId}`)
  return [...Object.values(escrow), longBalance, shortBalance, ...waits].join()
}
