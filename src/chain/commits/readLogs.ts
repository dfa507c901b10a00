import {
  type Address,
  type Client,
  formatLog,
  type Hex,
  type Log,
  numberToHex,
  type RpcLog,
} from 'viem'
import { MalformedResponseError } from '../errors'
import type { BlockRange } from '../history/blockRange'

/**
 * The logs of some contracts with these topics, oldest first, none that was removed.
 *
 * @param topics Each place a list of which one has to match
 * @throws RPC errors, `classifyRpcError` tells what they mean; MalformedResponseError for logs that were not asked for
 */
export async function readLogs(
  client: Client,
  addresses: readonly Address[],
  topics: readonly (readonly Hex[])[],
  { fromBlock, toBlock }: BlockRange,
  signal: AbortSignal,
): Promise<Log<bigint, number, false>[]> {
  const filter = {
    address: [...addresses],
    topics: topics.map((choice) => [...choice]),
    fromBlock: numberToHex(fromBlock),
    toBlock: numberToHex(toBlock),
  }
  const answer: unknown = await client.request(
    { method: 'eth_getLogs', params: [filter] },
    { retryCount: 0, signal },
  )
  if (!Array.isArray(answer)) throw new MalformedResponseError('expected a list of logs')
  const wanted = new Set(addresses.map((address) => address.toLowerCase()))
  const logs = (answer as RpcLog[])
    .map((log) => formatLog(log))
    .filter((log): log is Log<bigint, number, false> => !log.removed && log.blockNumber !== null)
  for (const { address, blockNumber } of logs)
    if (!wanted.has(address.toLowerCase()) || blockNumber < fromBlock || blockNumber > toBlock)
      throw new MalformedResponseError(`unexpected log from ${address}`)
  return logs.sort(
    (a, b) => Number(a.blockNumber - b.blockNumber) || Number(a.logIndex - b.logIndex),
  )
}
