import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useClient } from 'wagmi'
import type { PoolRegistry } from '../chain/poolRegistry'
import { poolRegistryKey, snapshotQueryOptions } from '../chain/queries'
import type { Snapshot } from '../chain/snapshot'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/** A person who has clicked does not wait longer than this. */
const PATIENCE_MS = 3_000

/** Reads the chain anew, for a moment that counts; undefined when it does not answer in time. */
export function useFreshSnapshot(): () => Promise<Snapshot | undefined> {
  const network = useNetwork()
  const queries = useQueryClient()
  const client = useClient({ chainId: network.chain.id })
  const { account } = useSnapshot()
  return useCallback(async () => {
    if (client === undefined) return undefined
    const registry = queries.getQueryData<PoolRegistry>(poolRegistryKey(network))
    const { queryKey } = snapshotQueryOptions(client, network, registry, account)
    const read = async () => {
      await queries.refetchQueries({ queryKey, exact: true }, { throwOnError: true })
      return queries.getQueryData<Snapshot>(queryKey)
    }
    const giveUp = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))
    return Promise.race([read().catch(() => undefined), giveUp])
  }, [account, client, network, queries])
}
