import type { QueryClient } from '@tanstack/react-query'
import { type Address, isAddressEqual } from 'viem'
import type { Config } from 'wagmi'
import { resolveBalancer } from '../chain/balancer/resolveBalancer'
import { UnreadMarketError } from '../chain/errors'
import { getFreshSnapshot } from '../chain/freshSnapshot'
import type { Network } from '../chain/network'
import { getPoolRegistry, type PoolRegistry, selectPools } from '../chain/poolRegistry'
import { poolRegistryKey, snapshotsKey } from '../chain/queries'
import { resolveFarms } from '../chain/staking/resolveFarms'
import type { Flow } from '../flows/flow'
import type { FlowContext } from '../flows/flowContext'
import type { FlowStore } from '../flows/flowStore'

/** What flows run on in this page: its wallet and RPCs, and the markets that it knows. */
export function flowContextOf(
  config: Config,
  network: Network,
  queries: QueryClient,
  store: FlowStore,
): FlowContext {
  /** The facts of a flow's pool, for the account that began the flow, whatever account the page looks at by now. */
  async function readFacts({ intent }: Flow) {
    const client = config.getClient({ chainId: network.chain.id })
    const registry = queries.getQueryData<PoolRegistry>(poolRegistryKey(network))
    if (registry === undefined) throw new UnreadMarketError('Markets haven’t loaded yet.')
    const { poolKeeper } = registry
    const { pool } = intent
    if (pool === undefined) return { client, poolKeeper, known: [], facts: undefined }
    // What is known of others is told by these, as on the page.
    const known = selectPools(registry, network, { pools: [], count: 0 })
    const isIt = ({ address }: { readonly address: Address }) => isAddressEqual(address, pool)
    const facts = registry.pools.find(isIt)
    if (facts !== undefined) return { client, poolKeeper, known, facts }
    const read = await getPoolRegistry(client, network, { pools: [pool], count: 0 })
    const unread = read.unreadable.find(isIt)
    // Only of one that was looked at can be said that it is no market of the factories.
    if (unread !== undefined)
      throw new UnreadMarketError(`This market couldn’t be loaded: ${unread.reason}.`)
    return { client, poolKeeper, known, facts: read.pools.find(isIt) }
  }
  return {
    config,
    store,
    onChainChanged: () => void queries.invalidateQueries({ queryKey: snapshotsKey(network) }),
    async readPool(flow) {
      const { client, known, facts } = await readFacts(flow)
      const others = known.filter(({ address }) => address !== facts?.address)
      const registry = { pools: facts === undefined ? others : [...others, facts] }
      const { pools } = await getFreshSnapshot(queries, client, network, registry, flow.account)
      const pool = pools.find((one) => one.facts.address === facts?.address)
      if (pool?.account === undefined) throw new UnreadMarketError('The market isn’t responding.')
      return pool
    },
    async readContracts(flow) {
      const { poolKeeper, facts } = await readFacts(flow)
      const balancer = resolveBalancer(network)
      const farms = resolveFarms(network).map(({ address }) => address)
      return { poolFactory: network.poolFactory, poolKeeper, pool: facts, balancer, farms }
    },
  }
}
