import type { Address, Client, Hex, Log } from 'viem'
import type { BlockRange } from '../history/blockRange'
import { readLogs } from './readLogs'

/** How an RPC says that a filter names too many contracts. */
const TOO_MANY_ADDRESSES =
  /(too many|number of|max\w*|limit\w*|exceed\w*|more than|at most)[^.]{0,40}\baddress|\baddress(es)?\b[^.]{0,40}(too many|max|limit|exceed|more than|at most)/i

/** Reads logs of many contracts, see `readLogs`: all in one request, or as many at a time as the RPC takes. */
export type ReadManyLogs = (
  client: Client,
  addresses: readonly Address[],
  topics: readonly (readonly Hex[])[],
  range: BlockRange,
  signal: AbortSignal,
) => Promise<Log<bigint, number, false>[]>

/** A reader that remembers how many contracts the RPC has taken in one request. */
export function createManyLogsReader(): ReadManyLogs {
  let most = Number.POSITIVE_INFINITY
  const read: ReadManyLogs = async (client, addresses, topics, range, signal) => {
    // A filter without addresses would be one for every contract.
    if (addresses.length === 0) return []
    const logs: Log<bigint, number, false>[] = []
    for (let start = 0; start < addresses.length; ) {
      const part = addresses.slice(start, start + Math.min(most, addresses.length))
      try {
        logs.push(...(await readLogs(client, part, topics, range, signal)))
        start += part.length
      } catch (error) {
        if (signal.aborted || part.length === 1 || !TOO_MANY_ADDRESSES.test(String(error)))
          throw error
        most = Math.min(most, Math.ceil(part.length / 2))
      }
    }
    return logs.sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
  }
  return read
}
