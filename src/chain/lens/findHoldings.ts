import type { Address, Client } from 'viem'
import { MAX_POOLS, POOLS_PER_SEARCH } from '../../protocol/bounds'
import type { Network } from '../network'
import { atFirstNode, callLens } from './callLens'

/**
 * Looks through all pools of the factories for those in which an account has tokens, unclaimed amounts or commits.
 *
 * @throws RPC errors, MalformedResponseError
 */
export async function findHoldings(
  client: Client,
  { poolFactory, deprecatedFactories }: Network,
  account: Address,
): Promise<Address[]> {
  const factories = [poolFactory, ...deprecatedFactories]
  const found: Address[] = []
  for (let first = 0; first < MAX_POOLS; ) {
    const args = [factories, account, BigInt(first), BigInt(POOLS_PER_SEARCH)] as const
    const [pools, next, numPools] = await atFirstNode(client, (node) =>
      callLens(node, 'findHoldings', args),
    )
    found.push(...pools)
    // A node that grants too little gas for one pool gets nowhere.
    if (next >= numPools || Number(next) <= first) break
    first = Number(next)
  }
  return found
}
