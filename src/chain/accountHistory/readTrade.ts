import {
  type Address,
  type Client,
  encodeEventTopics,
  formatLog,
  type Hash,
  type Log,
  type RpcLog,
  TransactionReceiptNotFoundError,
} from 'viem'
import { classifyRpcError } from '../classifyRpcError'
import { getExecutedIntervals } from '../commits/getExecution'
import { readDownwards } from '../commits/readDownwards'
import { readLogs } from '../commits/readLogs'
import { MalformedResponseError } from '../errors'
import { poolCommitterEventAbi } from '../history/eventAbi'
import { parseLogs } from '../history/parseLogs'
import type { EntryPlace, PoolPrices } from './accountEntry'

const [EXECUTED] = encodeEventTopics({
  abi: poolCommitterEventAbi,
  eventName: 'ExecutedCommitsForInterval',
})

/**
 * All logs of a transaction.
 *
 * @throws TransactionReceiptNotFoundError from a node that does not have it; RPC errors, MalformedResponseError
 */
export async function readReceiptLogs(
  client: Client,
  hash: Hash,
  blockHash: Hash,
  signal: AbortSignal,
): Promise<readonly Log<bigint, number, false>[]> {
  const answer: unknown = await client.request(
    { method: 'eth_getTransactionReceipt', params: [hash] },
    { retryCount: 0, signal },
  )
  // The RPC has told a log of it: one that does not have the transaction is behind, or another block took its place.
  if (answer === null || answer === undefined) throw new TransactionReceiptNotFoundError({ hash })
  const { blockHash: minedIn, logs } = answer as { blockHash?: unknown; logs?: unknown }
  if (minedIn !== blockHash || !Array.isArray(logs))
    throw new MalformedResponseError(`expected the receipt of ${hash}`)
  return (logs as RpcLog[]).map((log) => formatLog(log) as Log<bigint, number, false>)
}

/**
 * The prices of the last interval that was executed before a place; undefined where it was not found.
 *
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function readPricesBefore(
  client: Client,
  multicall3: Address,
  committer: Address,
  { blockNumber, logIndex }: Pick<EntryPlace, 'blockNumber' | 'logIndex'>,
  signal: AbortSignal,
): Promise<PoolPrices | undefined> {
  const isBefore = (log: Log<bigint, number, false>) =>
    log.blockNumber < blockNumber || log.logIndex < logIndex
  const last = await readDownwards(
    { fromBlock: 0n, toBlock: blockNumber },
    async (window) =>
      (await readLogs(client, [committer], [[EXECUTED]], window, signal)).filter(isBefore),
    (found) => found.length > 0,
    signal,
  ).catch((error: unknown) => {
    // An RPC without logs of that time: the trade stays one of unknown cost.
    if (signal.aborted || classifyRpcError(error).kind !== 'permanent') throw error
    return { items: [] }
  })
  const log = parseLogs({ abi: poolCommitterEventAbi, logs: last.items }).at(-1)
  if (log?.eventName !== 'ExecutedCommitsForInterval') return undefined
  const { updateIntervalId } = log.args
  const interval = { facts: { committer }, updateIntervalId }
  const [executed] = await getExecutedIntervals(client, { multicall3 }, [interval])
  if (executed === undefined) return undefined
  const { longPrice, shortPrice } = executed
  return { updateIntervalId, blockNumber: log.blockNumber, longPrice, shortPrice }
}
