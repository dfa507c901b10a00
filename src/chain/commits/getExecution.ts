import { type Client, encodeEventTopics, type Hash, numberToHex, pad, parseEventLogs } from 'viem'
import { quadFromBits } from '../../protocol/quad'
import type { ExecutedInterval } from '../../protocol/snapshot'
import { poolCommitterAbi } from '../abi'
import { poolCommitterEventAbi } from '../history/eventAbi'
import type { PoolEvent } from '../history/poolEvent'
import { readEvents } from '../history/readEvents'
import type { Network } from '../network'
import type { PoolFacts } from '../poolFacts'
import { contractRead, readMany } from '../readMany'
import type { AccountCommit } from './accountLog'
import { readDownwards } from './readDownwards'
import { readLogs } from './readLogs'

/** How an interval was executed, and what came between an order and that. Prices in wads, money in settlement units. */
export interface Execution {
  readonly transactionHash: Hash
  readonly blockNumber: bigint
  readonly timestampSec: bigint
  /** The price that its rebalance compared with, and the one that it used; undefined when it did not say. */
  readonly prices: { readonly startWad: bigint; readonly endWad: bigint } | undefined
  /** Rebalances of the pool since the order, without its own. */
  readonly earlierRebalances: number
  /** What those paid to keepers, out of the pool and before the order's price was made. */
  readonly earlierRewards: bigint
  /** Commits of other accounts since the order. */
  readonly othersCommits: number
}

const [EXECUTED] = encodeEventTopics({
  abi: poolCommitterEventAbi,
  eventName: 'ExecutedCommitsForInterval',
})

/**
 * Finds the rebalance that executed a commit, and reads what happened in the pool since the order was decided.
 *
 * @param sinceBlock The block that the order was decided at
 * @param headBlock The newest block that is known
 * @returns Undefined when the rebalance is not found in what the RPC gives
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function getExecution(
  client: Client,
  facts: Pick<PoolFacts, 'address' | 'committer' | 'keeper'>,
  commit: Pick<AccountCommit, 'updateIntervalId' | 'blockNumber'>,
  account: string,
  sinceBlock: bigint,
  headBlock: bigint,
  signal: AbortSignal,
): Promise<Execution | undefined> {
  const id = pad(numberToHex(commit.updateIntervalId))
  const { items } = await readDownwards(
    { fromBlock: commit.blockNumber, toBlock: headBlock },
    (window) => readLogs(client, [facts.committer], [[EXECUTED], [id]], window, signal),
    (found) => found.length > 0,
    signal,
  )
  const [place] = parseEventLogs({ abi: poolCommitterEventAbi, logs: [...items] })
  if (place === undefined) return undefined
  const contracts = { pool: facts.address, committer: facts.committer, keeper: facts.keeper }
  const between = await readDownwards(
    { fromBlock: sinceBlock + 1n, toBlock: place.blockNumber },
    (window) => readEvents(client, contracts, window, signal),
    () => false,
    signal,
  )
  return toExecution(between.items, place.transactionHash, place.logIndex, account)
}

function toExecution(
  events: readonly PoolEvent[],
  transactionHash: Hash,
  logIndex: number,
  account: string,
): Execution | undefined {
  const index = events.findIndex(
    (event) => event.transactionHash === transactionHash && event.logIndex === logIndex,
  )
  const event = events[index]
  if (event === undefined) return undefined
  const before = events.slice(0, index)
  // The keeper says what it did after the pool has said it.
  const upkeep = events.slice(index).find(({ kind }) => kind === 'upkeep')
  return {
    transactionHash,
    blockNumber: event.blockNumber,
    timestampSec: event.timestampSec,
    prices:
      upkeep?.kind === 'upkeep' && upkeep.transactionHash === transactionHash
        ? { startWad: upkeep.startPriceWad, endWad: upkeep.endPriceWad }
        : undefined,
    earlierRebalances: before.filter(({ kind }) => kind === 'upkeep').length,
    earlierRewards: before.reduce(
      (sum, earlier) =>
        earlier.kind === 'keeperPayment' && earlier.isPaid ? sum + earlier.rewardWei : sum,
      0n,
    ),
    othersCommits: before.filter(
      (earlier) =>
        earlier.kind === 'commit' && earlier.user.toLowerCase() !== account.toLowerCase(),
    ).length,
  }
}

/** An executed interval of one pool. */
export interface IntervalOfPool {
  readonly facts: Pick<PoolFacts, 'committer'>
  readonly updateIntervalId: bigint
}

/**
 * The prices and burning fees that intervals were executed at, in two calls. The committers never delete them.
 *
 * @returns In the same order; undefined where there was no answer, or the RPC is behind
 * @throws RPC errors, MalformedResponseError
 */
export async function getExecutedIntervals(
  client: Client,
  { multicall3 }: Pick<Network, 'multicall3'>,
  intervals: readonly IntervalOfPool[],
): Promise<(ExecutedInterval | undefined)[]> {
  const reads = intervals.map(({ facts: { committer }, updateIntervalId }) => ({
    price: contractRead(poolCommitterAbi, committer, 'priceHistory', [updateIntervalId]),
    burnFee: contractRead(poolCommitterAbi, committer, 'burnFeeHistory', [updateIntervalId]),
  }))
  const [prices, burnFees] = await Promise.all([
    readMany(
      client,
      multicall3,
      reads.map(({ price }) => price),
    ),
    readMany(
      client,
      multicall3,
      reads.map(({ burnFee }) => burnFee),
    ),
  ])
  return intervals.map(({ updateIntervalId }, index) => {
    const price = prices[index]
    const burnFee = burnFees[index]
    if (price === undefined || burnFee === undefined) return undefined
    const [longPrice, shortPrice] = [quadFromBits(BigInt(price[0])), quadFromBits(BigInt(price[1]))]
    // An executed interval never has a price of zero: its rebalance would have been reverted.
    if (longPrice === 0n || shortPrice === 0n) return undefined
    return { updateIntervalId, longPrice, shortPrice, burnFee: quadFromBits(BigInt(burnFee)) }
  })
}
