import type { Address } from 'viem'
import type { PathStep } from '../src/protocol/projectPool'
import type { PoolSnapshot, UserSnapshot } from '../src/protocol/snapshot'
import type { Chain } from './chain'
import type { DeployedPool, Deployment } from './protocolDeployment'
import type { Random } from './random'

/** A user of a walk, as the mirror sees it. */
export interface Walker {
  readonly address: Address
  state: UserSnapshot
  wallet: { settlement: bigint; long: bigint; short: bigint }
}

/** One random history of one pool, on the chain and in the mirror at once. */
export interface Walk {
  readonly chain: Chain
  readonly deployment: Deployment
  readonly at: DeployedPool
  readonly random: Random
  readonly users: readonly Walker[]
  readonly unit: bigint
  pool: PoolSnapshot
  /** What the feed says, wad. */
  feedPriceWad: bigint
  /** Time of the latest block. */
  nowSec: bigint
  /** What the latest step projected, if it was upkeeps. */
  latestPath: { readonly before: PoolSnapshot; readonly path: readonly PathStep[] } | undefined
}
