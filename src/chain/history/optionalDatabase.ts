import { type DBSchema, deleteDB, type IDBPDatabase, openDB, type StoreNames } from 'idb'

const OPEN_TIMEOUT_MS = 3_000

/** An IndexedDB that may be missing, blocked or broken: then nothing is kept. */
export interface OptionalDatabase<schema extends DBSchema> {
  /** Undefined without a usable database; when the work fails, the database is given up for good. Never rejects. */
  attempt<result>(
    work: (database: IDBPDatabase<schema>) => Promise<result>,
  ): Promise<result | undefined>
  close(): void
}

/**
 * @param version Of an older one nothing is kept: everything can be read again
 * @param stores With keys of their own, given at each `put`
 */
export function createOptionalDatabase<schema extends DBSchema>(
  name: string,
  version: number,
  stores: readonly StoreNames<schema>[],
): OptionalDatabase<schema> {
  let database: Promise<IDBPDatabase<schema> | undefined> | undefined
  let isClosed = false
  return {
    async attempt(work) {
      if (isClosed) return undefined
      database ??= openInTime(name, version, stores)
      const opened = await database
      if (opened === undefined) return undefined
      try {
        return await work(opened)
      } catch {
        database = Promise.resolve(undefined)
        opened.close()
        return undefined
      }
    },
    close() {
      isClosed = true
      void database?.then((opened) => opened?.close())
    },
  }
}

/** Undefined when there is no IndexedDB, or another tab keeps it from being opened. */
async function openInTime<schema extends DBSchema>(
  name: string,
  version: number,
  stores: readonly StoreNames<schema>[],
): Promise<IDBPDatabase<schema> | undefined> {
  let isLate = false
  const opening = (async () => {
    try {
      return await open(name, version, stores)
    } catch {
      return await openAnew(name, version, stores)
    }
  })()
  void opening.then((opened) => isLate && opened?.close())
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => {
      isLate = true
      resolve(undefined)
    }, OPEN_TIMEOUT_MS)
  })
  return Promise.race([opening, late])
}

function open<schema extends DBSchema>(
  name: string,
  version: number,
  stores: readonly StoreNames<schema>[],
): Promise<IDBPDatabase<schema>> {
  return openDB<schema>(name, version, {
    upgrade(database) {
      for (const old of Array.from(database.objectStoreNames)) database.deleteObjectStore(old)
      for (const store of stores) database.createObjectStore(store)
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  })
}

/** A database of a newer version, or a broken one, is replaced. */
async function openAnew<schema extends DBSchema>(
  name: string,
  version: number,
  stores: readonly StoreNames<schema>[],
): Promise<IDBPDatabase<schema> | undefined> {
  try {
    await deleteDB(name)
    return await open(name, version, stores)
  } catch {
    return undefined
  }
}
