import { EVENTS_PER_CHUNK } from '../../protocol/bounds'
import { type BlockRange, mergeRanges } from './blockRange'
import { compareEvents, type PoolEvent } from './poolEvent'

/** Blocks that were read, with everything they hold of the pool. The unit that is stored. */
export interface HistoryChunk extends BlockRange {
  /** In chain order. */
  readonly events: readonly PoolEvent[]
}

/** Chunks in ascending order, without overlap. */
export type HistoryChunks = readonly HistoryChunk[]

/** What a change means for the storage: chunks are known there by their first block. */
export interface ChunkChange {
  readonly chunks: HistoryChunks
  readonly put: readonly HistoryChunk[]
  readonly removed: readonly bigint[]
}

/** Adds blocks that none of the chunks has. */
export function addChunk(chunks: HistoryChunks, added: HistoryChunk): ChunkChange {
  const older = chunks.filter(({ toBlock }) => toBlock < added.fromBlock)
  const newer = chunks.filter(({ fromBlock }) => fromBlock > added.toBlock)
  if (older.length + newer.length !== chunks.length)
    throw new RangeError(`blocks ${added.fromBlock} to ${added.toBlock} are already stored`)
  const removed: bigint[] = []
  let chunk = added
  const below = older.at(-1)
  if (below !== undefined && isJoinable(below, chunk)) {
    older.pop()
    chunk = join(below, chunk)
  }
  const above = newer[0]
  if (above !== undefined && isJoinable(chunk, above)) {
    newer.shift()
    removed.push(above.fromBlock)
    chunk = join(chunk, above)
  }
  return { chunks: [...older, chunk, ...newer], put: [chunk], removed }
}

function isJoinable(below: HistoryChunk, above: HistoryChunk): boolean {
  const isNext = below.toBlock + 1n === above.fromBlock
  return isNext && below.events.length + above.events.length <= EVENTS_PER_CHUNK
}

function join(below: HistoryChunk, above: HistoryChunk): HistoryChunk {
  return {
    fromBlock: below.fromBlock,
    toBlock: above.toBlock,
    events: [...below.events, ...above.events],
  }
}

/** Forgets everything above a block: after a reorganisation it may not be so any more. */
export function dropAbove(chunks: HistoryChunks, lastBlock: bigint): ChunkChange {
  const kept: HistoryChunk[] = []
  const put: HistoryChunk[] = []
  const removed: bigint[] = []
  for (const chunk of chunks) {
    if (chunk.toBlock <= lastBlock) kept.push(chunk)
    else if (chunk.fromBlock > lastBlock) removed.push(chunk.fromBlock)
    else {
      const events = chunk.events.filter(({ blockNumber }) => blockNumber <= lastBlock)
      const cut = { fromBlock: chunk.fromBlock, toBlock: lastBlock, events }
      kept.push(cut)
      put.push(cut)
    }
  }
  return { chunks: kept, put, removed }
}

/** Replaces events by ones of the same place that know more. */
export function replaceEvents(
  chunks: HistoryChunks,
  better: ReadonlyMap<PoolEvent, PoolEvent>,
): ChunkChange {
  const put: HistoryChunk[] = []
  const next = chunks.map((chunk) => {
    if (!chunk.events.some((event) => better.has(event))) return chunk
    const replaced = { ...chunk, events: chunk.events.map((event) => better.get(event) ?? event) }
    put.push(replaced)
    return replaced
  })
  return { chunks: next, put, removed: [] }
}

/**
 * Chunks as they come out of a storage that others may have written to: sorted, overlaps left out (they are read
 * again), events each within its chunk.
 */
export function toChunks(stored: readonly HistoryChunk[]): HistoryChunks {
  const chunks: HistoryChunk[] = []
  for (const chunk of [...stored].sort((a, b) => (a.fromBlock < b.fromBlock ? -1 : 1))) {
    const last = chunks.at(-1)
    if (last !== undefined && chunk.fromBlock <= last.toBlock) continue
    chunks.push({ ...chunk, events: [...chunk.events].sort(compareEvents) })
  }
  return chunks
}

/** Chunks that touch each other, as one range each with all of its events. Ascending. */
export function toSpans(chunks: readonly HistoryChunk[]): HistoryChunk[] {
  return mergeRanges(chunks).map(({ fromBlock, toBlock }) => ({
    fromBlock,
    toBlock,
    events: chunks
      .filter((chunk) => chunk.fromBlock >= fromBlock && chunk.toBlock <= toBlock)
      .flatMap(({ events }) => events),
  }))
}
