import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HistoryChunk } from './historyChunks'
import { createHistoryStore, HISTORY_DATABASE } from './historyStore'
import type { BlockHeader } from './poolHistoryState'

const POOL = '0x00000000000000000000000000000000000000A1'
const OTHER = '0x00000000000000000000000000000000000000A2'
const KEY = { chainId: 1, poolFactory: POOL, pool: POOL } as const

const chunk = (fromBlock: bigint, toBlock: bigint): HistoryChunk => ({
  fromBlock,
  toBlock,
  events: [
    {
      kind: 'balances',
      longBalance: 2n ** 200n,
      shortBalance: 0n,
      blockNumber: fromBlock,
      blockHash: '0x01',
      transactionHash: '0x02',
      logIndex: 3,
      timestampSec: 4n,
    },
  ],
})
const checkpoint: BlockHeader = { number: 9n, hash: '0x09', timestampSec: 99n }

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the stored history', () => {
  it('comes back as it was, bigints and all', async () => {
    const store = createHistoryStore(KEY)
    expect(await store.load()).toEqual({ chunks: [], checkpoints: [] })
    await store.save({ put: [chunk(5n, 9n), chunk(1n, 3n)], checkpoints: [checkpoint] })
    await store.save({ removed: [1n], put: [chunk(0n, 3n)] })
    store.close()
    const again = createHistoryStore({ ...KEY, pool: POOL.toLowerCase() as `0x${string}` })
    expect(await again.load()).toEqual({
      chunks: [chunk(0n, 3n), chunk(5n, 9n)],
      checkpoints: [checkpoint],
    })
    again.close()
  })

  it('is kept for each chain, factory and pool apart', async () => {
    const store = createHistoryStore(KEY)
    await store.save({ put: [chunk(0n, 3n)], checkpoints: [checkpoint] })
    for (const other of [{ chainId: 11 }, { poolFactory: OTHER }, { pool: OTHER }] as const) {
      const another = createHistoryStore({ ...KEY, ...other })
      expect(await another.load()).toEqual({ chunks: [], checkpoints: [] })
      another.close()
    }
    store.close()
  })

  it('leaves out what is damaged or there twice, and removes it', async () => {
    const store = createHistoryStore(KEY)
    await store.save({ put: [chunk(0n, 5n), chunk(4n, 8n), chunk(10n, 12n)] })
    const database = await openDB(HISTORY_DATABASE)
    const key = `1:${POOL}:${POOL}`.toLowerCase()
    await database.put('chunks', { ...chunk(20n, 22n), events: [{ kind: 'balances' }] }, [key, 20])
    await database.put('chunks', 'nonsense', [key, 30])
    await database.put('checkpoints', [{ number: 'nine' }], key)
    const { chunks, checkpoints } = await store.load()
    expect(chunks.map(({ fromBlock }) => fromBlock)).toEqual([0n, 10n])
    expect(checkpoints).toEqual([])
    expect(await database.count('chunks')).toBe(2)
    database.close()
    store.close()
  })

  it('of another version is thrown away', async () => {
    const newer = await openDB(HISTORY_DATABASE, 99, {
      upgrade: (database) => void database.createObjectStore('something'),
    })
    newer.close()
    const store = createHistoryStore(KEY)
    await store.save({ put: [chunk(0n, 3n)] })
    expect((await store.load()).chunks).toHaveLength(1)
    store.close()
  })
})

describe('without a storage', () => {
  it.each([
    ['there is none', undefined],
    [
      'it is forbidden',
      {
        open() {
          throw new DOMException('denied', 'SecurityError')
        },
        deleteDatabase() {
          throw new DOMException('denied', 'SecurityError')
        },
      },
    ],
  ])('because %s, nothing is kept and nothing fails', async (_why, indexedDB) => {
    vi.stubGlobal('indexedDB', indexedDB)
    const store = createHistoryStore(KEY)
    await store.save({ put: [chunk(0n, 3n)], checkpoints: [checkpoint] })
    expect(await store.load()).toEqual({ chunks: [], checkpoints: [] })
    store.close()
  })

  it('because it never opens, it is not waited for', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() })
    const store = createHistoryStore(KEY)
    const loading = store.load()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await loading).toEqual({ chunks: [], checkpoints: [] })
    vi.useRealTimers()
  })
})
