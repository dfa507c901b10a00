import { type Address, type Client, zeroAddress } from 'viem'
import { poolFactoryAbi } from './abi'
import { type Read, readBatch, readOf } from './batch'
import { MalformedResponseError } from './errors'
import type { Network } from './network'

/** A pool as its factory knows it. */
export interface ListedPool {
  readonly address: Address
  /** Its factory's. */
  readonly keeper: Address
  readonly deprecated: boolean
}

/** What the factories say. `poolKeeper`, `autoClaim` and `numPools` are the current factory's. */
export interface PoolList {
  readonly poolKeeper: Address
  readonly autoClaim: Address
  readonly numPools: number
  /** The current factory's pools in its order, then those of deprecated ones. */
  readonly listed: readonly ListedPool[]
}

const FIRST_GUESS = 64
/** More than any factory has; a larger number is no answer of one. */
const MOST_POOLS = 10_000n

/**
 * Lists the pools of the current and of deprecated factories, in two calls at most. A deprecated factory that does not
 * answer is left out.
 *
 * @throws RPC errors; `MalformedResponseError` when the current factory does not answer as one
 */
export async function listPools(client: Client, network: Network): Promise<PoolList> {
  const { poolFactory, deprecatedFactories, multicall3 } = network
  const factories = [poolFactory, ...deprecatedFactories]
  const answers = await readBatch(client, multicall3, {
    autoClaim: readOf(poolFactoryAbi, poolFactory, 'autoClaim'),
    factories: factories.map((factory) => ({
      numPools: readOf(poolFactoryAbi, factory, 'numPools'),
      poolKeeper: readOf(poolFactoryAbi, factory, 'poolKeeper'),
      // Asked for before their number is known; beyond it the answer is the zero address.
      pools: poolReads(factory, 0, FIRST_GUESS),
    })),
  })
  const { autoClaim } = answers
  const counts = answers.factories.map(({ numPools }) => poolCount(numPools))
  const [numPools] = counts
  const poolKeeper = answers.factories[0]?.poolKeeper
  if (numPools === undefined || poolKeeper === undefined || autoClaim === undefined)
    throw new MalformedResponseError(`there is no pool factory at ${poolFactory}`)
  const rest = await readBatch(
    client,
    multicall3,
    factories.map((factory, index) => poolReads(factory, FIRST_GUESS, counts[index] ?? 0)),
  )
  const listed = answers.factories.flatMap(({ pools, poolKeeper: keeper }, index) => {
    const addresses = [...pools, ...(rest[index] ?? [])].slice(0, counts[index] ?? 0)
    if (index === 0 && addresses.includes(undefined))
      throw new MalformedResponseError('a part of the list of pools is missing')
    if (keeper === undefined) return []
    return addresses
      .filter((pool): pool is Address => pool !== undefined && pool !== zeroAddress)
      .map((address): ListedPool => ({ address, keeper, deprecated: index > 0 }))
  })
  return { poolKeeper, autoClaim, numPools, listed }
}

/** How many pools a factory says it has; undefined when that can only be nonsense. */
function poolCount(numPools: bigint | undefined): number | undefined {
  return numPools === undefined || numPools > MOST_POOLS ? undefined : Number(numPools)
}

function poolReads(factory: Address, from: number, to: number): Read<Address>[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) =>
    readOf(poolFactoryAbi, factory, 'pools', [BigInt(from + index)]),
  )
}
