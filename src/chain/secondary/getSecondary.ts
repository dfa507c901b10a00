import { type Address, type Client, zeroAddress } from 'viem'
import type { BalancerNetwork } from '../balancer/resolveBalancer'
import { type SecondaryPool, toSecondaryPool } from '../balancer/secondaryPool'
import type { Network } from '../network'
import type { BlockStamp } from '../snapshot'
import { type ListedFarm, toFarm } from '../staking/farm'
import type { KnownFarm } from '../staking/resolveFarms'
import { readSecondary } from './readSecondary'

/** Balancer's pools and the farms, with one account's part in each, all at one block. */
export interface Secondary {
  readonly block: BlockStamp
  readonly pools: readonly SecondaryPool[]
  readonly farms: readonly ListedFarm[]
  /** Pools and farms that were not read, or whose figures cannot be true. */
  readonly failed: readonly Address[]
}

/**
 * Reads both in one request where the node takes it. One contract that lies or does not respond fails alone.
 *
 * @throws RPC errors, `MalformedResponseError`
 */
export async function getSecondary(
  client: Client,
  network: Pick<Network, 'blockNumberSource'>,
  balancer: BalancerNetwork | undefined,
  known: readonly KnownFarm[],
  account: Address | undefined,
): Promise<Secondary> {
  const { vault, pools: addresses } = balancer ?? { vault: zeroAddress, pools: [] }
  const farmAddresses = known.map(({ address }) => address)
  const targets = { vault, pools: addresses, farms: farmAddresses }
  const { block, results } = await readSecondary(client, network, targets, account)
  const pools = addresses.flatMap(
    (address, index) => toSecondaryPool(address, results[index]) ?? [],
  )
  const farms = known.flatMap(({ address, programme }, index) => {
    const answer = results[addresses.length + index]
    const farm = toFarm(address, answer, block.timestampSec, account !== undefined)
    return farm === undefined ? [] : { ...farm, programme }
  })
  const read = new Set([...pools, ...farms].map(({ address }) => address))
  const failed = [...addresses, ...farmAddresses].filter((address) => !read.has(address))
  return { block, pools, farms, failed }
}
