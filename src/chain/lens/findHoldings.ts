import type { Address, Client } from 'viem'
import { MAX_POOLS, POOLS_PER_SEARCH } from '../../protocol/bounds'
import { MalformedResponseError } from '../errors'
import type { Network } from '../network'
import { atFirstNode, callLens, type LensNode } from './callLens'

/**
 * Looks through all pools of the factories for those in which an account has tokens, unclaimed amounts or commits, at the
 * first of the configured RPCs that gets to the end of them.
 *
 * @throws RPC errors; MalformedResponseError, also where a node grants too little gas for one pool
 */
export function findHoldings(
  client: Client,
  { poolFactory, deprecatedFactories }: Network,
  account: Address,
): Promise<Address[]> {
  const factories = [poolFactory, ...deprecatedFactories]
  return atFirstNode(client, (node) => findAt(node, factories, account))
}

async function findAt(
  node: LensNode,
  factories: readonly Address[],
  account: Address,
): Promise<Address[]> {
  const { limits } = node
  const found: Address[] = []
  for (let first = 0n; first < MAX_POOLS; ) {
    const args = [factories, account, first, BigInt(POOLS_PER_SEARCH)] as const
    const [pools, next, numPools] = await callLens(node, 'findHoldings', args)
    found.push(...pools)
    if (next >= numPools) break
    if (next < first + BigInt(POOLS_PER_SEARCH)) {
      // More gas may help, once; without it each request has to get somewhere.
      if (limits.gas === 'default') limits.gas = 'more'
      else if (next <= first)
        throw new MalformedResponseError('its gas limit is too low for one pool')
    }
    if (next > first) first = next
  }
  return found
}
