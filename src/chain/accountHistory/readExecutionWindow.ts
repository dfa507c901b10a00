import { type Address, type Client, encodeEventTopics, numberToHex, pad } from 'viem'
import type { ReadManyLogs } from '../commits/readManyLogs'
import type { BlockRange } from '../history/blockRange'
import { poolCommitterEventAbi } from '../history/eventAbi'
import { parseLogs } from '../history/parseLogs'
import { type ExecutionEntry, intervalKey } from './accountEntry'

const [EXECUTED] = encodeEventTopics({
  abi: poolCommitterEventAbi,
  eventName: 'ExecutedCommitsForInterval',
})

/** An interval of a pool in which the account has commits. */
export interface WantedInterval {
  readonly pool: Address
  readonly committer: Address
  readonly updateIntervalId: bigint
}

/**
 * Finds which of some intervals, of any pools, were executed in a range of blocks, in one request.
 *
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function readExecutionWindow(
  client: Client,
  wanted: readonly WantedInterval[],
  window: BlockRange,
  signal: AbortSignal,
  readMany: ReadManyLogs,
): Promise<ExecutionEntry[]> {
  const keys = new Set(
    wanted.map(({ pool, updateIntervalId }) => intervalKey(pool, updateIntervalId)),
  )
  const pools = new Map(wanted.map(({ committer, pool }) => [committer.toLowerCase(), pool]))
  const ids = new Set(wanted.map(({ updateIntervalId }) => updateIntervalId))
  const logs = await readMany(
    client,
    [...pools.keys()] as Address[],
    [[EXECUTED], [...ids].map((id) => pad(numberToHex(id)))],
    window,
    signal,
  )
  return parseLogs({ abi: poolCommitterEventAbi, logs }).flatMap((log): ExecutionEntry[] => {
    const pool = pools.get(log.address.toLowerCase())
    if (pool === undefined || log.eventName !== 'ExecutedCommitsForInterval') return []
    const { updateIntervalId } = log.args
    // Another pool's interval of the same number comes along.
    if (!keys.has(intervalKey(pool, updateIntervalId))) return []
    const { blockNumber, blockHash, transactionHash, logIndex, blockTimestamp } = log
    const entry = { pool, blockNumber, blockHash, transactionHash, logIndex, updateIntervalId }
    const timestampSec = blockTimestamp ?? undefined
    return [
      { ...entry, ...(timestampSec === undefined ? {} : { timestampSec }), kind: 'execution' },
    ]
  })
}
