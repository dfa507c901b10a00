import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useClient } from 'wagmi'
import { UnreadMarketError } from '../chain/errors'
import type { PoolRegistry } from '../chain/poolRegistry'
import { getFreshSnapshot, poolRegistryKey } from '../chain/queries'
import type { PoolAtBlock } from '../chain/snapshot'
import type { Flow } from '../flows/flow'
import { useNetwork } from './NetworkContext'

/**
 * Reads a flow's pool anew, for whoever began the flow, whatever account the page looks at by now.
 *
 * @returns Of the reader: throws RPC errors; LaggingRpcError; UnreadMarketError
 */
export function useReadPool(): (flow: Flow) => Promise<PoolAtBlock> {
  const network = useNetwork()
  const queries = useQueryClient()
  const client = useClient({ chainId: network.chain.id })
  return useCallback(
    async ({ account, intent }) => {
      const registry = queries.getQueryData<PoolRegistry>(poolRegistryKey(network))
      if (client === undefined || registry === undefined)
        throw new UnreadMarketError('The markets are not known yet.')
      const { pools } = await getFreshSnapshot(queries, client, network, registry, account)
      const pool = pools.find(({ facts }) => facts.address === intent.pool)
      if (pool?.account === undefined) throw new UnreadMarketError('The market did not answer.')
      return pool
    },
    [client, network, queries],
  )
}
