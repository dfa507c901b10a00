import type { Address, Client } from 'viem'
import { PRICES_PER_REQUEST } from '../../protocol/bounds'
import { getExecutedIntervals } from '../commits/getExecution'
import { readDownwards } from '../commits/readDownwards'
import type { ReadManyLogs } from '../commits/readManyLogs'
import { getBlockHeader } from '../history/blockHeader'
import type { BlockRange } from '../history/blockRange'
import type { HistoryStep } from '../history/runWithBackoff'
import type { WindowReader } from '../history/windowReader'
import type { AccountContracts } from './accountContracts'
import { type AccountEntry, type ExecutionEntry, intervalKey } from './accountEntry'
import { createAccountIntervals, type OpenInterval } from './accountIntervals'
import type { AccountLedger } from './accountLedger'
import type { AccountStore } from './accountStore'
import { readExecutionWindow, type WantedInterval } from './readExecutionWindow'

export interface ExecutionReaderOptions {
  readonly client: Client
  readonly multicall3: Address
  readonly ledger: AccountLedger
  readonly store: AccountStore
  readonly windows: WindowReader
  readonly readMany: ReadManyLogs
  readonly signal: AbortSignal
  /** Undefined for a pool that is not read. */
  readonly contractsOf: (pool: Address) => AccountContracts | undefined
}

/**
 * Finds where the intervals of an account's commits were executed, and at what. The committers tell the prices of any interval at
 * any time, and so which have been executed; only those are looked for, from their commit upwards.
 */
export interface ExecutionReader {
  /** Asks for prices that have not been asked for at this block; undefined when there are none. */
  priceStep(): HistoryStep | undefined
  /** Looks for executions in blocks up to one; undefined when there are none to look for. */
  placeStep(headBlock: bigint): HistoryStep | undefined
  /** Executions among the newest blocks, together with what was just read there. */
  readTip(range: BlockRange, entries: readonly AccountEntry[]): Promise<ExecutionEntry[]>
  /** A new block: what was not executed may be now, and blocks that are not final may be others. */
  renew(finalBlock: bigint): void
}

export function createExecutionReader(options: ExecutionReaderOptions): ExecutionReader {
  const { client, multicall3, ledger, store, windows, readMany, signal, contractsOf } = options
  const committerOf = (pool: Address) => contractsOf(pool)?.committer
  const intervals = createAccountIntervals(ledger, committerOf)

  const fillPrices = async (asked: readonly WantedInterval[]) => {
    const answers = await getExecutedIntervals(
      client,
      { multicall3 },
      asked.map(({ committer, updateIntervalId }) => ({ facts: { committer }, updateIntervalId })),
    )
    signal.throwIfAborted()
    const put = intervals.setPrices(asked, answers)
    if (put.length > 0) await store.save(ledger.put(put))
  }

  const place = async (waiting: readonly OpenInterval[], headBlock: bigint) => {
    const fromBlock = waiting.reduce(
      (least, { nextBlock }) => (nextBlock < least ? nextBlock : least),
      headBlock,
    )
    const end = fromBlock + windows.blocks() - 1n
    const window = { fromBlock, toBlock: end < headBlock ? end : headBlock }
    const within = waiting.filter(({ nextBlock }) => nextBlock <= window.toBlock)
    const found = await windows.read(window, (range) =>
      readExecutionWindow(client, within, range, signal, readMany),
    )
    if (found === undefined) return
    // They have been executed: a node that is behind does not find them either.
    if (found.length < within.length) await getBlockHeader(client, window.toBlock, signal)
    const prices = new Map(within.map((interval) => [keyOf(interval), interval.executed]))
    intervals.setSearched(within, window.toBlock)
    await store.save(
      ledger.put(found.map((entry) => ({ ...entry, executed: prices.get(keyOf(entry)) }))),
    )
  }

  return {
    priceStep() {
      const asked = intervals.unpriced(PRICES_PER_REQUEST)
      return asked.length === 0 ? undefined : () => fillPrices(asked)
    },
    placeStep(headBlock) {
      const waiting = intervals
        .open()
        .filter(({ executed, nextBlock }) => executed !== undefined && nextBlock <= headBlock)
      return waiting.length === 0 ? undefined : () => place(waiting, headBlock)
    },
    async readTip(range, entries) {
      // What is not among the newest of many is looked for from its commit.
      const wanted = new Map<string, WantedInterval>(
        intervals
          .open()
          .slice(-PRICES_PER_REQUEST)
          .map((interval) => [keyOf(interval), interval]),
      )
      const executions = ledger
        .entries()
        .filter(({ kind, blockNumber }) => kind === 'execution' && blockNumber >= range.fromBlock)
      for (const entry of [...executions, ...entries]) {
        const committer = committerOf(entry.pool)
        if (committer === undefined || (entry.kind !== 'commit' && entry.kind !== 'execution'))
          continue
        const { pool, updateIntervalId } = entry
        wanted.set(keyOf(entry), { pool, committer, updateIntervalId })
      }
      if (wanted.size === 0) return []
      const { items } = await readDownwards(
        range,
        (window) => readExecutionWindow(client, [...wanted.values()], window, signal, readMany),
        () => false,
        signal,
      )
      return [...items]
    },
    renew: intervals.renew,
  }
}

function keyOf({ pool, updateIntervalId }: { pool: Address; updateIntervalId: bigint }): string {
  return intervalKey(pool, updateIntervalId)
}
