import { type Client, type Hex, numberToHex } from 'viem'
import { HEADERS_AT_ONCE } from '../../protocol/bounds'
import { MalformedResponseError } from '../errors'
import { getBlockHeader } from './blockHeader'
import type { BlockRange } from './blockRange'
import {
  decodeLog,
  type HistoryContracts,
  inChainOrder,
  poolFilter,
  type RawLog,
  rawLogReader,
} from './decodeLog'
import { HISTORY_TOPICS } from './eventAbi'
import type { PoolEvent } from './poolEvent'
import { processInChunks } from './processInChunks'

/**
 * Everything that happened to a pool in some blocks, in chain order: one `eth_getLogs`, and a header for each block
 * with a log when the RPC does not say its time.
 *
 * @throws RPC errors, `classifyRpcError` tells what they mean; MalformedResponseError; the signal's reason
 */
export async function readEvents(
  client: Client,
  contracts: HistoryContracts,
  range: BlockRange,
  signal: AbortSignal,
): Promise<PoolEvent[]> {
  const { pool, committer, keeper } = contracts
  const filter = {
    address: [pool, committer, keeper],
    topics: [[...HISTORY_TOPICS]],
    fromBlock: numberToHex(range.fromBlock),
    toBlock: numberToHex(range.toBlock),
  }
  const answer: unknown = await client.request(
    { method: 'eth_getLogs', params: [filter] },
    { retryCount: 0, signal },
  )
  if (!Array.isArray(answer)) throw new MalformedResponseError('expected a list of logs')
  const read = rawLogReader(contracts, range)
  const isOfPool = poolFilter(contracts)
  const readOfPool = (item: unknown) => {
    const log = read(item)
    return log !== undefined && isOfPool(log) ? log : undefined
  }
  const logs = inChainOrder(await processInChunks(answer, readOfPool, signal))
  const times = await readTimes(client, logs, signal)
  return processInChunks(
    logs,
    (log) => decodeLog(log, times.get(log.place.blockHash) ?? missingTime(log)),
    signal,
  )
}

function missingTime({ place }: RawLog): never {
  throw new MalformedResponseError(`block ${place.blockNumber} was reorganized`)
}

/** The times of the logs' blocks by their hash: as the logs say it, else from headers. */
async function readTimes(
  client: Client,
  logs: readonly RawLog[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Hex, bigint>> {
  const times = new Map<Hex, bigint>()
  const untimed = new Set<bigint>()
  for (const { place, timestampSec } of logs) {
    if (timestampSec === undefined) untimed.add(place.blockNumber)
    else times.set(place.blockHash, timestampSec)
  }
  const blocks = [...untimed]
  for (let start = 0; start < blocks.length; start += HEADERS_AT_ONCE) {
    const part = blocks.slice(start, start + HEADERS_AT_ONCE)
    const headers = await Promise.all(part.map((block) => getBlockHeader(client, block, signal)))
    for (const { hash, timestampSec } of headers) times.set(hash, timestampSec)
  }
  return times
}
