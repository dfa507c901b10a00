import type { Hex } from 'viem'
import { HEADERS_AT_ONCE } from '../../protocol/bounds'
import type { BlockHeader } from '../history/poolHistoryState'
import type { HistoryStep } from '../history/runWithBackoff'
import type { EntryPlace } from './accountEntry'
import type { AccountLedger } from './accountLedger'
import type { AccountStore } from './accountStore'

/** What is asked about to learn when an entry was. */
export type UntimedEntry = Pick<EntryPlace, 'blockNumber' | 'blockHash' | 'timestampSec'>

export interface TimeReaderOptions {
  readonly ledger: Pick<AccountLedger, 'setTimes'>
  readonly store: Pick<AccountStore, 'save'>
  readonly header: (block: bigint) => Promise<BlockHeader>
}

/** Finds out when blocks were, only for those whose time is shown. */
export interface TimeReader {
  want(entries: readonly UntimedEntry[]): void
  /** Reads times of entries into the ledger; undefined when none are wanted. */
  entryStep(): HistoryStep | undefined
  /** Reads the time of the block where the reading stops; undefined once it was asked for. */
  endStep(fromBlock: bigint): HistoryStep | undefined
  /** Unix seconds; undefined where `endStep` has not found it out. */
  endSec(fromBlock: bigint | undefined): bigint | undefined
}

export function createTimeReader({ ledger, store, header }: TimeReaderOptions): TimeReader {
  const untimed = new Map<Hex, bigint>()
  /** Where the reading has stopped. */
  let end: { readonly fromBlock: bigint; readonly timestampSec: bigint | undefined } | undefined

  const timeEntries = async () => {
    const some = [...untimed].slice(0, HEADERS_AT_ONCE)
    const headers = await Promise.all(some.map(([, block]) => header(block)))
    // One of another hash is of a block that was replaced, and says nothing of the one that was read.
    for (const [hash] of some) untimed.delete(hash)
    const times = new Map(headers.map(({ hash, timestampSec }) => [hash, timestampSec]))
    await store.save(ledger.setTimes(times))
  }

  const timeEnd = (fromBlock: bigint) => async () => {
    end = { fromBlock, timestampSec: undefined }
    // It is only said beside the block's number.
    const known = await header(fromBlock).catch(() => undefined)
    end = { fromBlock, timestampSec: known?.timestampSec }
  }

  return {
    want(entries) {
      for (const { timestampSec, blockHash, blockNumber } of entries)
        if (timestampSec === undefined) untimed.set(blockHash, blockNumber)
    },
    entryStep: () => (untimed.size > 0 ? timeEntries : undefined),
    endStep: (fromBlock) => (end?.fromBlock === fromBlock ? undefined : timeEnd(fromBlock)),
    endSec: (fromBlock) =>
      end !== undefined && end.fromBlock === fromBlock ? end.timestampSec : undefined,
  }
}
