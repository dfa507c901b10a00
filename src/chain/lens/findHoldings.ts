import type { Address, Client } from 'viem'
import { MalformedResponseError } from '../errors'
import type { Network } from '../network'
import { atFirstNode, callLens, type LensNode } from './callLens'

/** Pools looked at in one request; each costs a node about a twelfth of what reading it does. */
const POOLS_PER_REQUEST = 500n
/** More pools than this are not looked through. */
const MOST_POOLS = 10_000n

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
  for (let first = 0n; first < MOST_POOLS; ) {
    const args = [factories, account, first, POOLS_PER_REQUEST] as const
    const [pools, next, numPools] = await callLens(node, 'findHoldings', args)
    found.push(...pools)
    if (next >= numPools) break
    if (next < first + POOLS_PER_REQUEST) {
      // More gas may help, once; without it each request has to get somewhere.
      if (limits.gas === 'default') limits.gas = 'more'
      else if (next <= first)
        throw new MalformedResponseError('it grants too little gas for one pool')
    }
    if (next > first) first = next
  }
  return found
}
