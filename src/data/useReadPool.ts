import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useClient } from 'wagmi'
import { UnreadMarketError } from '../chain/errors'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { getPoolRegistry, type PoolRegistry } from '../chain/poolRegistry'
import { getFreshSnapshot, poolRegistryKey } from '../chain/queries'
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
      if (client === undefined || registry === undefined || intent.pool === undefined)
        throw new UnreadMarketError('The markets are not known yet.')
      const facts = registry.pools.find(({ address }) => address === intent.pool)
      const { pools: known } =
        facts === undefined
          ? await getPoolRegistry(client, network, { pools: [intent.pool], count: 0 })
          : { pools: [facts] }
      const { pools } = await getFreshSnapshot(
        queries,
        client,
        network,
        { pools: known.filter(({ address }) => address === intent.pool) },
        account,
      )
      const [pool] = pools
      if (pool?.account === undefined) throw new UnreadMarketError('The market did not answer.')
      return pool
    },
    [client, network, queries],
  )
}
