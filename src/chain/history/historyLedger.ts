import { type BlockRange, missingRanges } from './blockRange'
import {
  addChunk,
  type ChunkChange,
  dropAbove,
  type HistoryChunk,
  type HistoryChunks,
  replaceEvents,
  toChunks,
} from './historyChunks'
import type { StoreChange, StoredHistory } from './historyStore'
import type { ExecutedEvent, IntervalPrices, PoolEvent } from './poolEvent'
import type { BlockHeader } from './poolHistoryState'
import { addCheckpoint } from './soundCheckpoint'

/**
 * What is known of one pool's past: final blocks in chunks, and the newest blocks, the tip, which a reorganisation
 * may still change. Each change of the former is told as what has to be stored.
 */
export interface HistoryLedger {
  /** Raised by every change that matters to the records. */
  readonly version: number
  /** Final blocks and the tip. */
  chunks(): HistoryChunks
  readonly tip: HistoryChunk | undefined
  /** The newest block that is taken as final, undefined in the first blocks of a chain. */
  finalBlock(): bigint | undefined
  /** The newest final block that was read. */
  topBlock(): bigint | undefined
  /** Headers of blocks that were final when they were read. Ascending. */
  readonly checkpoints: readonly BlockHeader[]
  /** Begins with what an earlier visit left. What nothing vouches for is forgotten. */
  restore(stored: StoredHistory): StoreChange
  advance(header: BlockHeader): StoreChange
  /** Forgets what lies above a checkpoint, or everything. */
  rewind(checkpoint: BlockHeader | undefined): StoreChange
  /** Adds final blocks. */
  add(chunk: HistoryChunk): StoreChange
  /** Replaces the tip; what of it is final by now is added to the final blocks. */
  setTip(tip: HistoryChunk): StoreChange
  /** Final blocks from `fromBlock` on that were not read, ascending. */
  missingFrom(fromBlock: bigint): BlockRange[]
  /** Executed intervals without prices, newest first. */
  unpriced(most: number): ExecutedEvent[]
  setPrices(prices: ReadonlyMap<ExecutedEvent, IntervalPrices>): StoreChange
}

export function createHistoryLedger(): HistoryLedger {
  let chunks: HistoryChunks = []
  let unpriced: ExecutedEvent[] = []
  const apply = ({ chunks: next, put, removed }: ChunkChange): StoreChange => {
    chunks = next
    return { put, removed }
  }
  const apart = (events: readonly PoolEvent[]) =>
    events.filter((event) => event.kind === 'executed').filter(({ prices }) => prices === undefined)

  const ledger = {
    version: 0,
    tip: undefined as HistoryChunk | undefined,
    checkpoints: [] as readonly BlockHeader[],
    chunks: () => (ledger.tip === undefined ? chunks : [...chunks, ledger.tip]),
    finalBlock: () => ledger.checkpoints.at(-1)?.number,
    topBlock: () => chunks.at(-1)?.toBlock,

    restore(stored: StoredHistory): StoreChange {
      ledger.checkpoints = [...stored.checkpoints].sort((a, b) => Number(a.number - b.number))
      const change = apply(dropAbove(toChunks(stored.chunks), ledger.finalBlock() ?? -1n))
      unpriced = apart(chunks.flatMap(({ events }) => events))
      ledger.version++
      return change
    },

    advance(header: BlockHeader): StoreChange {
      ledger.checkpoints = addCheckpoint(ledger.checkpoints, header)
      return { checkpoints: ledger.checkpoints }
    },

    rewind(checkpoint: BlockHeader | undefined): StoreChange {
      const last = checkpoint?.number ?? -1n
      ledger.checkpoints = ledger.checkpoints.filter(({ number }) => number <= last)
      ledger.tip = undefined
      const change = apply(dropAbove(chunks, last))
      unpriced = unpriced.filter(({ blockNumber }) => blockNumber <= last)
      ledger.version++
      return { ...change, checkpoints: ledger.checkpoints }
    },

    add(chunk: HistoryChunk): StoreChange {
      const change = apply(addChunk(chunks, chunk))
      if (chunk.events.length > 0) ledger.version++
      unpriced.push(...apart(chunk.events))
      return change
    },

    setTip(tip: HistoryChunk): StoreChange {
      const known = withKnownPrices(tip, ledger.tip)
      const final = ledger.finalBlock() ?? -1n
      const isSame = isSameTip(ledger.tip, known)
      if (final < tip.fromBlock) {
        ledger.tip = isSame && ledger.tip ? { ...known, events: ledger.tip.events } : known
        if (!isSame) ledger.version++
        return {}
      }
      const isFinal = ({ blockNumber }: PoolEvent) => blockNumber <= final
      ledger.tip = {
        fromBlock: final + 1n,
        toBlock: tip.toBlock,
        events: known.events.filter((event) => !isFinal(event)),
      }
      const events = known.events.filter(isFinal)
      const before = ledger.version
      const change = ledger.add({ fromBlock: tip.fromBlock, toBlock: final, events })
      ledger.version = isSame ? before : before + 1
      return change
    },

    missingFrom(fromBlock: bigint): BlockRange[] {
      const toBlock = ledger.finalBlock()
      if (toBlock === undefined || toBlock < fromBlock) return []
      return missingRanges(ledger.chunks(), { fromBlock, toBlock })
    },

    unpriced: (most: number) =>
      [...unpriced, ...apart(ledger.tip?.events ?? [])]
        .sort((a, b) => Number(b.blockNumber - a.blockNumber) || b.logIndex - a.logIndex)
        .slice(0, most),

    setPrices(prices: ReadonlyMap<ExecutedEvent, IntervalPrices>): StoreChange {
      if (prices.size === 0) return {}
      const better = new Map<PoolEvent, PoolEvent>()
      for (const [event, price] of prices) better.set(event, { ...event, prices: price })
      if (ledger.tip !== undefined)
        ledger.tip = replaceEvents([ledger.tip], better).chunks[0] ?? ledger.tip
      unpriced = unpriced.filter((event) => !prices.has(event))
      ledger.version++
      return apply(replaceEvents(chunks, better))
    },
  }
  return ledger
}

function placeOf({ blockHash, logIndex }: PoolEvent): string {
  return `${blockHash}:${logIndex}`
}

/** The tip is read again and again; the prices of its intervals need not be. */
function withKnownPrices(tip: HistoryChunk, before: HistoryChunk | undefined): HistoryChunk {
  const known = new Map<string, PoolEvent>()
  for (const event of before?.events ?? []) known.set(placeOf(event), event)
  return { ...tip, events: tip.events.map((event) => known.get(placeOf(event)) ?? event) }
}

/** Whether both hold the very same events; a block with another hash is another block. */
function isSameTip(a: HistoryChunk | undefined, b: HistoryChunk): boolean {
  if (a === undefined || a.events.length !== b.events.length) return false
  return b.events.every((event, index) => event === a.events[index])
}
