import type { DBSchema, IDBPDatabase } from 'idb'
import type { Address } from 'viem'
import type { HistoryChunk } from './historyChunks'
import { createOptionalDatabase } from './optionalDatabase'
import type { BlockHeader } from './poolHistoryState'
import { isStoredChunk, isStoredHeader } from './storedChunk'

/** What an earlier visit left. */
export interface StoredHistory {
  readonly chunks: readonly HistoryChunk[]
  /** Ascending. */
  readonly checkpoints: readonly BlockHeader[]
}

/** What to write in one go; chunks are known by their first block. */
export interface StoreChange {
  readonly put?: readonly HistoryChunk[]
  readonly removed?: readonly bigint[]
  readonly checkpoints?: readonly BlockHeader[]
}

/** Keeps one pool's history in the browser. Never throws: without a usable IndexedDB it forgets. */
export interface HistoryStore {
  load(): Promise<StoredHistory>
  save(change: StoreChange): Promise<void>
  close(): void
}

/** Whose history it is. */
export interface HistoryKey {
  readonly chainId: number
  readonly poolFactory: Address
  readonly pool: Address
}

/** Older versions are thrown away: everything can be read again. */
const SCHEMA_VERSION = 1
export const HISTORY_DATABASE = 'pool-history'
const NOTHING: StoredHistory = { chunks: [], checkpoints: [] }

/** First block last, as a number: IndexedDB has no bigint keys. */
type ChunkKey = [pool: string, fromBlock: number]

interface Schema extends DBSchema {
  chunks: { key: ChunkKey; value: HistoryChunk }
  checkpoints: { key: string; value: readonly BlockHeader[] }
}

type Database = IDBPDatabase<Schema>

export function createHistoryStore({ chainId, poolFactory, pool }: HistoryKey): HistoryStore {
  const key = `${chainId}:${poolFactory}:${pool}`.toLowerCase()
  const stores = ['chunks', 'checkpoints'] as const
  const database = createOptionalDatabase<Schema>(HISTORY_DATABASE, SCHEMA_VERSION, stores)
  return {
    async load() {
      return (await database.attempt((opened) => load(opened, key))) ?? NOTHING
    },
    async save(change) {
      const { put = [], removed = [], checkpoints } = change
      if (put.length === 0 && removed.length === 0 && checkpoints === undefined) return
      await database.attempt((opened) => save(opened, key, change))
    },
    close: database.close,
  }
}

async function load(database: Database, key: string): Promise<StoredHistory> {
  const transaction = database.transaction(['chunks', 'checkpoints'], 'readwrite')
  const store = transaction.objectStore('chunks')
  const chunks: HistoryChunk[] = []
  let last: HistoryChunk | undefined
  const all = IDBKeyRange.bound([key], [key, []])
  for (let cursor = await store.openCursor(all); cursor; cursor = await cursor.continue()) {
    const chunk: unknown = cursor.value
    // Two tabs may have stored the same blocks in different cuts; either cut is enough.
    const isUsable = isStoredChunk(chunk) && !(last && chunk.fromBlock <= last.toBlock)
    if (isUsable) {
      chunks.push(chunk)
      last = chunk
    } else await cursor.delete()
  }
  const stored: unknown = await transaction.objectStore('checkpoints').get(key)
  await transaction.done
  const isSound = Array.isArray(stored) && stored.every(isStoredHeader)
  return { chunks, checkpoints: isSound ? stored : [] }
}

async function save(database: Database, key: string, change: StoreChange): Promise<void> {
  const { put = [], removed = [], checkpoints } = change
  const transaction = database.transaction(['chunks', 'checkpoints'], 'readwrite')
  const store = transaction.objectStore('chunks')
  const work: Promise<unknown>[] = removed.map((block) => store.delete([key, Number(block)]))
  for (const chunk of put) work.push(store.put(chunk, [key, Number(chunk.fromBlock)]))
  if (checkpoints !== undefined)
    work.push(transaction.objectStore('checkpoints').put(checkpoints, key))
  await Promise.all([...work, transaction.done])
}
