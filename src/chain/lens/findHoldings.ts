import type { Address, Client } from 'viem'
import type { Network } from '../network'
import { atFirstNode, callLens } from './callLens'

/** Pools looked at in one request; each costs a node about a twelfth of what reading it does. */
const POOLS_PER_REQUEST = 500
/** More pools than this are not looked through. */
const MOST_POOLS = 10_000

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
  for (let first = 0; first < MOST_POOLS; ) {
    const args = [factories, account, BigInt(first), BigInt(POOLS_PER_REQUEST)] as const
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
