import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { isAddressEqual } from 'viem'
import { useClient } from 'wagmi'
import { UnreadMarketError } from '../chain/errors'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { PoolFacts } from '../chain/poolFacts'
import { getPoolRegistry, type PoolRegistry } from '../chain/poolRegistry'
import { getFreshSnapshot, poolRegistryKey } from '../chain/queries'
import type { Flow } from '../flows/flow'
import type { OwnContracts } from '../flows/foreignContract'
import { useNetwork } from './NetworkContext'

/** How a flow's pool is read. */
interface FlowPoolReads {
  /**
   * The newest state of the pool, for whoever began the flow, whatever account the page looks at by now.
   *
   * @throws RPC errors; LaggingRpcError; UnreadMarketError
   */
  readonly readPool: (flow: Flow) => Promise<PoolAtBlock>
  /**
   * The contracts that the flow may name, from the chain.
   *
   * @throws RPC errors; UnreadMarketError where the markets are not known yet
   */
  readonly readContracts: (flow: Flow) => Promise<OwnContracts>
}

/** Reads for flows, by the registry that the page has. */
export function useReadPool(): FlowPoolReads {
  const network = useNetwork()
  const queries = useQueryClient()
  const client = useClient({ chainId: network.chain.id })
  return useMemo(() => {
    async function readFacts({ intent }: Flow) {
      const registry = queries.getQueryData<PoolRegistry>(poolRegistryKey(network))
      if (client === undefined || registry === undefined)
        throw new UnreadMarketError('The markets are not known yet.')
      const { poolKeeper } = registry
      const { pool } = intent
      if (pool === undefined) return { client, poolKeeper, facts: undefined }
      const isIt = ({ address }: PoolFacts) => isAddressEqual(address, pool)
      const facts = registry.pools.find(isIt)
      if (facts !== undefined) return { client, poolKeeper, facts }
      const read = await getPoolRegistry(client, network, { pools: [pool], count: 0 })
      return { client, poolKeeper, facts: read.pools.find(isIt) }
    }
    return {
      async readPool(flow) {
        const { client: reader, facts } = await readFacts(flow)
        const registry = { pools: facts === undefined ? [] : [facts] }
        const { pools } = await getFreshSnapshot(queries, reader, network, registry, flow.account)
        const [pool] = pools
        if (pool?.account === undefined) throw new UnreadMarketError('The market did not answer.')
        return pool
      },
      async readContracts(flow) {
        const { poolKeeper, facts } = await readFacts(flow)
        return { poolFactory: network.poolFactory, poolKeeper, pool: facts }
      },
    }
  }, [client, network, queries])
}
