import type { DBSchema, IDBPDatabase } from 'idb'
import type { Address } from 'viem'
import { createOptionalDatabase } from '../history/optionalDatabase'
import type { AccountEntry } from './accountEntry'
import {
  type AccountReach,
  NOTHING_STORED,
  parseStoredAccount,
  type StoredAccount,
} from './storedAccount'

/** What to write in one go. */
export interface AccountChange {
  /** Everything above this block is removed first. */
  readonly removedAbove?: bigint
  readonly put?: readonly AccountEntry[]
  readonly reach?: AccountReach
}

/** Keeps one account's history in the browser. Never throws: without a usable IndexedDB it forgets. */
export interface AccountStore {
  load(): Promise<StoredAccount>
  save(change: AccountChange): Promise<void>
  close(): void
}

/** Whose history it is. */
export interface AccountKey {
  readonly chainId: number
  readonly poolFactory: Address
  readonly account: Address
}

/** Older versions are thrown away: everything can be read again. */
const SCHEMA_VERSION = 3
export const ACCOUNT_DATABASE = 'account-history'

/** Block and position as numbers: IndexedDB has no bigint keys. */
type EntryKey = [account: string, blockNumber: number, logIndex: number]

interface Schema extends DBSchema {
  entries: { key: EntryKey; value: AccountEntry }
  reach: { key: string; value: AccountReach }
}

export function createAccountStore({ chainId, poolFactory, account }: AccountKey): AccountStore {
  const key = `${chainId}:${poolFactory}:${account}`.toLowerCase()
  const stores = ['entries', 'reach'] as const
  const database = createOptionalDatabase<Schema>(ACCOUNT_DATABASE, SCHEMA_VERSION, stores)
  return {
    async load() {
      return (await database.attempt((opened) => load(opened, key))) ?? NOTHING_STORED
    },
    async save(change) {
      await database.attempt((opened) => save(opened, key, change))
    },
    close: database.close,
  }
}

function entriesAbove(key: string, blockNumber: bigint): IDBKeyRange {
  return IDBKeyRange.bound([key, Number(blockNumber) + 1], [key, []])
}

async function load(database: IDBPDatabase<Schema>, key: string): Promise<StoredAccount> {
  const transaction = database.transaction(['entries', 'reach'], 'readwrite')
  const all = IDBKeyRange.bound([key], [key, []])
  const entries = await transaction.objectStore('entries').getAll(all)
  const reach = await transaction.objectStore('reach').get(key)
  const stored = reach === undefined ? undefined : parseStoredAccount(entries, reach)
  if (stored === undefined) {
    await transaction.objectStore('entries').delete(all)
    await transaction.objectStore('reach').delete(key)
  }
  await transaction.done
  return stored ?? NOTHING_STORED
}

async function save(
  database: IDBPDatabase<Schema>,
  key: string,
  { removedAbove, put = [], reach }: AccountChange,
): Promise<void> {
  const transaction = database.transaction(['entries', 'reach'], 'readwrite')
  const store = transaction.objectStore('entries')
  const work: Promise<unknown>[] = []
  if (removedAbove !== undefined) work.push(store.delete(entriesAbove(key, removedAbove)))
  for (const entry of put)
    work.push(store.put(entry, [key, Number(entry.blockNumber), entry.logIndex]))
  if (reach !== undefined) work.push(transaction.objectStore('reach').put(reach, key))
  await Promise.all([...work, transaction.done])
}
