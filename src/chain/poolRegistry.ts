import { type Address, type Client, isAddressEqual } from 'viem'
import { MAX_POOLS, POOLS_PER_PAGE } from '../protocol/bounds'
import { MalformedResponseError } from './errors'
import { atFirstNode, callLens } from './lens/callLens'
import { describeUnreadablePool, isNotFactoryDeployed } from './lens/decodeAnswer'
import type { LensResult } from './lens/lensFunctions'
import { readPaged } from './lens/readPaged'
import { toPoolFacts } from './lens/toPoolFacts'
import type { Network } from './network'
import type { PoolFacts } from './poolFacts'

/** A pool that could not be read; it never takes the others down. */
export interface UnreadablePool {
  readonly address: Address
  readonly reason: string
  /** It can be read, but nothing could be verified. */
  readonly isUnchecked?: boolean
}

/** What does not change with each block: the factories, and the constant facts of the pools that were asked for. */
export interface PoolRegistry {
  readonly poolKeeper: Address
  readonly autoClaim: Address
  readonly pools: readonly PoolFacts[]
  readonly unreadable: readonly UnreadablePool[]
  /** Pools that were asked for, and are neither of a factory nor known by their address. */
  readonly foreign: readonly Address[]
  /** The first of the factories' pools, in the factories' order: as many as were asked for so far. */
  readonly listed: readonly Address[]
  /** How many pools the current factory had made when this was read. */
  readonly numPools: number
  /** The same of all factories. */
  readonly numAllPools: number
}

/** Which pools to read. */
export interface PoolSelection {
  /** By address, beside the network's known ones. */
  readonly pools: readonly Address[]
  /** So many of the factories' pools, counted from the first. */
  readonly count: number
  /** Whether these are only wanted when they are all that there are. */
  readonly isOnlyAll?: boolean
}

/** What is asked for at the start: the known pools, and the others where they are few; the first where none are known. */
export function initialPoolSelection({ knownPools }: Network): PoolSelection {
  const isOnlyAll = knownPools.length > 0
  return { pools: [], count: knownPools.length + POOLS_PER_PAGE, isOnlyAll }
}

/** Whether a registry has read all that is asked for. */
export function hasReadAll(registry: PoolRegistry, { pools, count }: PoolSelection): boolean {
  const { listed, numAllPools } = registry
  if (listed.length < Math.min(count, numAllPools, MAX_POOLS)) return false
  return pools.every((address) => stateOf(registry, address) !== 'unread')
}

/** What is known of a pool: read, not to be read, of no factory, or not asked for yet. */
export function stateOf(
  { pools, unreadable, foreign }: PoolRegistry,
  address: Address,
): 'read' | 'unreadable' | 'foreign' | 'unread' {
  const isIt = (other: Address) => isAddressEqual(other, address)
  if (pools.some((pool) => isIt(pool.address))) return 'read'
  if (unreadable.some((pool) => isIt(pool.address))) return 'unreadable'
  return foreign.some(isIt) ? 'foreign' : 'unread'
}

/** The pools that a refresh reads: the known ones, and those asked for, without hidden ones. What was asked for before stays in the registry. */
export function selectPools(
  registry: PoolRegistry,
  { knownPools, hiddenPools }: Pick<Network, 'knownPools' | 'hiddenPools'>,
  { pools, count }: PoolSelection,
): readonly PoolFacts[] {
  const selected = new Set(
    [...knownPools, ...pools, ...registry.listed.slice(0, count)].map((pool) => pool.toLowerCase()),
  )
  for (const pool of hiddenPools) selected.delete(pool.toLowerCase())
  return registry.pools.filter(({ address }) => selected.has(address.toLowerCase()))
}

/** One entry of the list to read: a pool, or the number of one among the factories' pools. */
type Entry = { readonly pool: Address } | { readonly number: number }

interface ReadEntry {
  readonly address: Address
  readonly answer: RegistryPage['answers'][number]
}

interface RegistryPage {
  readonly factories: LensResult<'readRegistry'>[0]
  readonly answers: LensResult<'readRegistry'>[2]
  /** Undefined for a number beyond the last pool. */
  readonly results: readonly (ReadEntry | undefined)[]
}

/**
 * Reads the factories and the constant facts of the known pools and of those asked for, in one request where the node takes
 * it. What `previous` knows is not asked again.
 *
 * @throws RPC errors; `MalformedResponseError` when the current factory does not answer as one
 */
export async function getPoolRegistry(
  client: Client,
  network: Network,
  selection: PoolSelection = initialPoolSelection(network),
  previous?: PoolRegistry,
): Promise<PoolRegistry> {
  const { isOnlyAll = false } = selection
  const loading = loadChildCheck(network)
  const factories = [network.poolFactory, ...network.deprecatedFactories]
  // An oracle that did not say what it is is asked again.
  const isTold = ({ oracle }: PoolFacts) => oracle.kind !== 'unavailable'
  const before = previous?.pools ?? []
  const facts = new Map(before.filter(isTold).map((pool) => [pool.address, pool]))
  const wanted = new Set([
    ...network.knownPools,
    ...selection.pools,
    ...(previous?.unreadable ?? []).map(({ address }) => address),
    ...before.filter((pool) => !isTold(pool)).map(({ address }) => address),
  ])
  const firstNumber = previous?.listed.length ?? 0
  const entries: Entry[] = [
    ...[...wanted].filter((pool) => !facts.has(pool)).map((pool) => ({ pool })),
    ...range(firstNumber, Math.min(selection.count, MAX_POOLS)).map((number) => ({ number })),
  ]
  const { first, results } = await atFirstNode(client, (node) =>
    readPaged(node, entries, (page) => {
      const pools = page.flatMap((entry) => ('pool' in entry ? [entry.pool] : []))
      const numbers = page.flatMap((entry) => ('number' in entry ? [entry.number] : []))
      const [first = 0] = numbers
      const known = pools.filter((pool) => isKnown(network, pool)).length
      const args = [
        factories,
        pools,
        BigInt(known),
        BigInt(first),
        BigInt(numbers.length),
        isOnlyAll,
      ] as const
      return callLens(node, 'readRegistry', args).then((answer) =>
        toRegistryPage(answer, page.length),
      )
    }),
  )
  const counts = first.factories.map(({ isReadable, numPools }) =>
    isReadable ? Number(numPools) : undefined,
  )
  const [current] = first.factories
  const [numPools] = counts
  if (current === undefined || numPools === undefined)
    throw new MalformedResponseError(`no pool factory at ${network.poolFactory}`)
  const numAllPools = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  // A new pool of the current factory moves the numbers of deprecated ones: the list is read again.
  if (previous !== undefined && firstNumber > 0 && previous.numAllPools !== numAllPools)
    return getPoolRegistry(client, network, selection, { ...previous, listed: [] })

  const read = results.flatMap((entry) => entry ?? [])
  const keepers = first.factories.map(({ poolKeeper }) => poolKeeper)
  const isChild = await loading
  const unreadable: UnreadablePool[] = []
  const foreign: Address[] = []
  for (const { address, answer } of read) {
    if (isSecond(answer)) continue
    const pool = toPoolFacts(address, answer, keepers)
    if (isNotFactoryDeployed(answer)) foreign.push(address)
    else if (pool === undefined)
      unreadable.push({ address, reason: describeUnreadablePool(answer) })
    else if (isKnown(network, address) || isOfEarlier(pool)) facts.set(address, pool)
    else if (isChild === undefined)
      unreadable.push({
        address,
        reason: 'its verification couldn’t be loaded',
        isUnchecked: true,
      })
    else if (isChild(pool)) facts.set(address, pool)
    else foreign.push(address)
  }
  return {
    poolKeeper: current.poolKeeper,
    autoClaim: current.autoClaim,
    pools: [...facts.values()],
    unreadable,
    foreign,
    listed: [
      ...(previous?.listed ?? []),
      ...read
        .slice(entries.filter((entry) => 'pool' in entry).length)
        .map(({ address }) => address),
    ],
    numPools,
    numAllPools,
  }
}

/**
 * What tells the current factory's pools from contracts that a node only says are its, which comes after the first load.
 *
 * @returns Undefined where it could not be fetched
 */
async function loadChildCheck({
  poolFactory,
  isFactoryChecked,
}: Network): Promise<((facts: PoolFacts) => boolean) | undefined> {
  if (!isFactoryChecked) return () => true
  try {
    const { factoryChildCheck } = await import('./verification/factoryChildCheck')
    return factoryChildCheck(poolFactory)
  } catch {
    return undefined
  }
}

/** Whether a pool is known by its address. */
export function isKnown({ knownPools }: Network, pool: Address): boolean {
  return knownPools.some((known) => isAddressEqual(known, pool))
}

/** Of an earlier factory, by the node's word alone: `verifyPools` looks whether its address says the same. */
function isOfEarlier({ deprecated, factoryKeeper }: PoolFacts): boolean {
  return deprecated && factoryKeeper !== undefined
}

/** Of a pool that is in the list twice. */
function isSecond({ failure, data }: ReadEntry['answer']): boolean {
  return failure === 0 && data === '0x'
}

function toRegistryPage(
  [factories, listed, answers]: LensResult<'readRegistry'>,
  wanted: number,
): RegistryPage {
  const results: (ReadEntry | undefined)[] = answers.flatMap((answer, index) => {
    const address = listed[index]
    return address === undefined ? [] : { address, answer }
  })
  // All that is listed was read: the numbers beyond are of no pool.
  if (answers.length === listed.length) while (results.length < wanted) results.push(undefined)
  return { factories, answers, results }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
