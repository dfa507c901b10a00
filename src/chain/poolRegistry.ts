import { type Address, type Client, zeroAddress } from 'viem'
import { type Quad, quadFromBits } from '../protocol/quad'
import { erc20Abi, leveragedPoolAbi, oracleWrapperAbi, priceFeedAbi } from './abi'
import { type Answers, readBatch, readOf } from './batch'
import { type ListedPool, listPools } from './listPools'
import type { Network } from './network'

/** An ERC-20 token as its contract describes itself. */
export interface TokenFacts {
  readonly address: Address
  readonly symbol: string
  readonly decimals: number
}

/** A spot wrapper gives the feed's price of now; an SMA one the mean of its last samples. */
export type OracleFacts =
  | { readonly kind: 'spot'; readonly wrapper: Address; readonly feed: Address }
  | {
      readonly kind: 'sma'
      readonly wrapper: Address
      /** The spot wrapper the samples are taken from. */
      readonly spotWrapper: Address
      readonly feed: Address
      readonly numPeriods: number
      readonly sampleIntervalSec: bigint
      /** Factor from the spot wrapper's unit to a wad. */
      readonly scaler: bigint
    }

/** Everything about a pool that cannot change after it was made. */
export interface PoolFacts {
  readonly address: Address
  /** Made by a deprecated factory: holders burn and claim, minting is not offered. */
  readonly deprecated: boolean
  readonly name: string
  readonly committer: Address
  readonly keeper: Address
  readonly settlementEthOracle: Address
  readonly settlementToken: TokenFacts
  readonly longToken: TokenFacts
  readonly shortToken: TokenFacts
  readonly oracle: OracleFacts
  /** What the index is of, e.g. `ETH`, and what its price is counted in, e.g. `USD`, as the feed or the pool's name says. */
  readonly base: string | undefined
  readonly quote: string | undefined
  /** The leverage itself, as the contract holds it. */
  readonly leverageAmount: Quad
  /** Management fee for one update interval, a wad. */
  readonly fee: Quad
  readonly updateIntervalSec: bigint
  readonly frontRunningIntervalSec: bigint
}

/** A pool of a factory that could not be read; it never takes the others down. */
export interface UnreadablePool {
  readonly address: Address
  readonly reason: string
}

export interface PoolRegistry {
  readonly poolKeeper: Address
  readonly autoClaim: Address
  readonly pools: readonly PoolFacts[]
  readonly unreadable: readonly UnreadablePool[]
  /** How many pools the current factory had made when this was read. */
  readonly numPools: number
}

/** Digits of the largest uint256 that are all usable. */
const MAX_DECIMALS = 77

/**
 * Lists the pools of all factories and reads their constant facts, in six calls at most however many pools there are.
 *
 * @throws RPC errors; `MalformedResponseError` when the factory does not answer as one
 */
export async function getPoolRegistry(client: Client, network: Network): Promise<PoolRegistry> {
  const { listed, ...factory } = await listPools(client, network)
  const facts = await getPoolFacts(client, network, listed)
  return {
    ...factory,
    pools: facts.filter((pool): pool is PoolFacts => !isUnreadable(pool)),
    unreadable: facts.filter(isUnreadable),
  }
}

function isUnreadable(pool: PoolFacts | UnreadablePool): pool is UnreadablePool {
  return 'reason' in pool
}

async function getPoolFacts(
  client: Client,
  network: Network,
  listed: readonly ListedPool[],
): Promise<(PoolFacts | UnreadablePool)[]> {
  const { multicall3 } = network
  const pools = await readBatch(
    client,
    multicall3,
    listed.map(({ address }) => ownReads(address)),
  )
  const parts = await readBatch(client, multicall3, pools.map(partReads))
  const feeds = await readBatch(
    client,
    multicall3,
    parts.map(({ oracle: { input = zeroAddress } }) => ({
      // An SMA's own `oracle` is a spot wrapper, and that one's is the feed; a spot wrapper's is the feed at once.
      behindSpotWrapper: readOf(oracleWrapperAbi, input, 'oracle'),
      description: readOf(priceFeedAbi, input, 'description'),
    })),
  )
  const descriptions = await readBatch(
    client,
    multicall3,
    feeds.map(({ behindSpotWrapper = zeroAddress }) =>
      readOf(priceFeedAbi, behindSpotWrapper, 'description'),
    ),
  )
  return listed.map((listing, index) => {
    const pool = pools[index]
    const part = parts[index]
    if (pool === undefined || part === undefined)
      return { address: listing.address, reason: 'it was not read' }
    const { behindSpotWrapper, description = descriptions[index] } = feeds[index] ?? {}
    const pair = pairOf(description) ?? pairOf(pool.name?.replace(/^\d+-/, ''))
    return toPoolFacts(listing, pool, part, behindSpotWrapper, pair)
  })
}

function ownReads(pool: Address) {
  return {
    name: readOf(leveragedPoolAbi, pool, 'poolName'),
    tokens: readOf(leveragedPoolAbi, pool, 'poolTokens'),
    committer: readOf(leveragedPoolAbi, pool, 'poolCommitter'),
    settlementToken: readOf(leveragedPoolAbi, pool, 'settlementToken'),
    oracleWrapper: readOf(leveragedPoolAbi, pool, 'oracleWrapper'),
    settlementEthOracle: readOf(leveragedPoolAbi, pool, 'settlementEthOracle'),
    leverage: readOf(leveragedPoolAbi, pool, 'leverageAmount'),
    fee: readOf(leveragedPoolAbi, pool, 'fee'),
    updateInterval: readOf(leveragedPoolAbi, pool, 'updateInterval'),
    frontRunningInterval: readOf(leveragedPoolAbi, pool, 'frontRunningInterval'),
  }
}

type OwnAnswers = Answers<ReturnType<typeof ownReads>>

function partReads(pool: OwnAnswers) {
  const wrapper = pool.oracleWrapper ?? zeroAddress
  return {
    settlement: tokenReads(pool.settlementToken),
    long: tokenReads(pool.tokens?.[0]),
    short: tokenReads(pool.tokens?.[1]),
    oracle: {
      input: readOf(oracleWrapperAbi, wrapper, 'oracle'),
      price: readOf(oracleWrapperAbi, wrapper, 'getPrice'),
      numPeriods: readOf(oracleWrapperAbi, wrapper, 'numPeriods'),
      sampleInterval: readOf(oracleWrapperAbi, wrapper, 'updateInterval'),
      scaler: readOf(oracleWrapperAbi, wrapper, 'scaler'),
    },
  }
}

type PartAnswers = Answers<ReturnType<typeof partReads>>

function tokenReads(token: Address = zeroAddress) {
  return {
    symbol: readOf(erc20Abi, token, 'symbol'),
    decimals: readOf(erc20Abi, token, 'decimals'),
  }
}

function toPoolFacts(
  { address, keeper, deprecated }: ListedPool,
  own: OwnAnswers,
  part: PartAnswers,
  feed: Address | undefined,
  pair: IndexPair | undefined,
): PoolFacts | UnreadablePool {
  const settlementToken = toToken(own.settlementToken, part.settlement)
  const longToken = toToken(own.tokens?.[0], part.long)
  const shortToken = toToken(own.tokens?.[1], part.short)
  const oracle = toOracle(own.oracleWrapper, part.oracle, feed)
  if (settlementToken === undefined)
    return { address, reason: 'its settlement token gives no decimals' }
  if (longToken === undefined || shortToken === undefined)
    return { address, reason: 'its pool tokens cannot be read' }
  if (oracle === undefined) return { address, reason: 'its oracle is of no known kind' }
  if (
    own.committer === undefined ||
    own.settlementEthOracle === undefined ||
    own.leverage === undefined ||
    own.fee === undefined ||
    own.updateInterval === undefined ||
    own.frontRunningInterval === undefined
  )
    return { address, reason: 'it does not answer as a pool' }
  return {
    address,
    deprecated,
    name: own.name ?? address,
    committer: own.committer,
    keeper,
    settlementEthOracle: own.settlementEthOracle,
    settlementToken,
    longToken,
    shortToken,
    oracle,
    base: pair?.base,
    quote: pair?.quote,
    leverageAmount: quadFromBits(BigInt(own.leverage)),
    fee: quadFromBits(BigInt(own.fee)),
    updateIntervalSec: BigInt(own.updateInterval),
    frontRunningIntervalSec: BigInt(own.frontRunningInterval),
  }
}

interface IndexPair {
  readonly base: string
  readonly quote: string
}

/** The pair in `BTC / USD` (a feed's description) or in `BTC/USD+USDC` (a pool's name). */
function pairOf(text: string | undefined): IndexPair | undefined {
  const match = text?.match(/^([A-Z0-9]{1,10}) ?\/ ?([A-Z0-9]{1,10})(?:\+|$)/)
  const [, base, quote] = match ?? []
  return base === undefined || quote === undefined ? undefined : { base, quote }
}

/** A token without a readable symbol is still usable; one without decimals is not. */
function toToken(
  address: Address | undefined,
  answers: PartAnswers['settlement'],
): TokenFacts | undefined {
  const { decimals } = answers
  // Anybody can write a token: more decimals than an amount has digits are nonsense.
  if (address === undefined || decimals === undefined || decimals > MAX_DECIMALS) return undefined
  return { address, symbol: answers.symbol ?? 'unnamed token', decimals }
}

/**
 * Tells SMA from spot by what the wrapper itself answers within one successful call, never by an RPC error:
 * a spot wrapper has a price and an input but no `numPeriods`.
 */
function toOracle(
  wrapper: Address | undefined,
  answers: PartAnswers['oracle'],
  feed: Address | undefined,
): OracleFacts | undefined {
  const { input, numPeriods, sampleInterval, scaler, price } = answers
  if (wrapper === undefined || input === undefined) return undefined
  if (numPeriods === undefined)
    return price === undefined ? undefined : { kind: 'spot', wrapper, feed: input }
  if (sampleInterval === undefined || scaler === undefined) return undefined
  return {
    kind: 'sma',
    wrapper,
    spotWrapper: input,
    feed: feed ?? zeroAddress,
    numPeriods: Number(numPeriods),
    sampleIntervalSec: sampleInterval,
    scaler,
  }
}
