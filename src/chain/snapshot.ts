import { type Address, type Client, isAddressEqual, zeroAddress } from 'viem'
import { type DollarPrice, toDollarPrice } from './dollarPrices'
import { MalformedResponseError } from './errors'
import { atFirstNode, callLens } from './lens/callLens'
import type { LensAnswer } from './lens/decodeAnswer'
import { readPaged } from './lens/readPaged'
import { toPoolAtBlock } from './lens/toPoolAtBlock'
import type { Network } from './network'
import type { PoolAtBlock } from './poolAtBlock'
import { isKnown, type PoolRegistry } from './poolRegistry'
import type { UnverifiedComponent } from './unverifiedComponent'

/** The block a snapshot was read at. */
export interface BlockStamp {
  readonly number: bigint
  readonly timestampSec: bigint
}

/** The pools that were asked for, and one account's part in each, all at one block. */
export interface Snapshot {
  readonly block: BlockStamp
  /** `Date.now()` when the answer came: whether the RPC still answers is told by it, not how old the block is. */
  readonly receivedAtMs: number
  /** `Date.now()` when this block was first seen: its age, without trusting the clock's date. */
  readonly blockSeenAtMs: number
  readonly account: Address | undefined
  readonly ethBalanceWei: bigint | undefined
  readonly pools: readonly PoolAtBlock[]
  /** Of the settlement tokens that have a feed. */
  readonly dollarPrices: readonly DollarPrice[]
  /** Pools that did not answer this time. */
  readonly failedPools: readonly Address[]
  /** How many pools the factory has made; more than the registry's means that it is out of date. */
  readonly numPools: number
}

/** What the lens gives for a factory that does not answer. */
const NO_NUMBER = 2n ** 256n - 1n
/** For a pool whose answer is too large for the node. */
const UNREAD: LensAnswer = { failure: -1, data: '0x' }
const ARB_SYS: Address = '0x0000000000000000000000000000000000000064'

/**
 * Reads the state of the registry's pools, and of one account in them, at one block: in one request where the node takes it.
 *
 * @throws RPC errors, or `MalformedResponseError` when the block itself cannot be read
 */
export async function getSnapshot(
  client: Client,
  network: Network,
  registry: Pick<PoolRegistry, 'pools'>,
  account: Address | undefined,
): Promise<Snapshot> {
  const { poolFactory, blockNumberSource, dollarFeeds } = network
  const feeds = dollarFeeds.filter(({ token }) =>
    registry.pools.some(({ settlementToken }) => isAddressEqual(settlementToken.address, token)),
  )
  const query = [
    poolFactory,
    blockNumberSource === 'arbSys' ? ARB_SYS : zeroAddress,
    account ?? zeroAddress,
    feeds.map(({ feed }) => feed),
  ] as const
  const [{ first, results }, unverifiedComponents] = await Promise.all([
    atFirstNode(client, (node) =>
      readPaged(
        node,
        registry.pools,
        async (pools, known?: LensView) => {
          const args = [...query, pools.map(({ address }) => address)] as const
          return toView(await callLens(node, 'readPools', args, known?.block.number))
        },
        UNREAD,
      ),
    ),
    loadVerification(network),
  ])
  const { block } = first
  const pools: Omit<PoolAtBlock, 'unverifiedComponents'>[] = []
  const failedPools: Address[] = []
  registry.pools.forEach((facts, index) => {
    const answer = results[index]
    const pool = answer && toPoolAtBlock(facts, answer, block.timestampSec)
    if (pool === undefined) failedPools.push(facts.address)
    else pools.push(pool)
  })
  const receivedAtMs = Date.now()
  return {
    block,
    receivedAtMs,
    blockSeenAtMs: receivedAtMs,
    account,
    ethBalanceWei: account === undefined ? undefined : first.ethBalanceWei,
    pools: withUnknownParts(pools, unverifiedComponents(pools)),
    dollarPrices: feeds.flatMap(
      ({ token }, index) => toDollarPrice(token, first.feedPrices[index]) ?? [],
    ),
    failedPools,
    numPools: first.numPools,
  }
}

type Read = readonly Omit<PoolAtBlock, 'unverifiedComponents'>[]
type Verify = (pools: Read) => readonly (readonly UnverifiedComponent[])[]

/** What tells a stranger's pool comes after the first load. Without it all but the pools known by their address count as one. */
async function loadVerification(network: Network): Promise<Verify> {
  try {
    const { verifyPools } = await import('./verification/verifyPools')
    return (pools) => verifyPools(network, pools)
  } catch {
    return (pools) =>
      pools.map(({ facts: { address } }) =>
        isKnown(network, address) ? [] : [{ kind: 'unchecked', address }],
      )
  }
}

function withUnknownParts(
  pools: Read,
  unverifiedComponents: readonly (readonly UnverifiedComponent[])[],
): readonly PoolAtBlock[] {
  return pools.map((pool, index) => ({
    ...pool,
    unverifiedComponents: unverifiedComponents[index] ?? [],
  }))
}

type LensView = ReturnType<typeof toView>

function toView([number, timestampSec, numPools, ethBalanceWei, feedPrices, results]: Awaited<
  ReturnType<typeof callLens<'readPools'>>
>) {
  if (number === 0n || numPools === NO_NUMBER)
    throw new MalformedResponseError('the block cannot be read')
  return {
    block: { number, timestampSec },
    numPools: Number(numPools),
    ethBalanceWei,
    feedPrices,
    results,
  }
}
