/** Longer than anything that the wallet dialogs write at once. */
const PROBE = 'x'.repeat(4_096)
const PROBE_NAME = 'storage-probe'
/** A browser that has not opened a database by then will not. */
const OPEN_TIMEOUT_MS = 1_000

/**
 * Puts stand-ins where the browser has no storage for RainbowKit and WalletConnect, which take it for granted: without, the
 * dialogs would not open. What is written to one is forgotten with the page. Called before their code runs; the rest of
 * the app knows for itself what to do. An IndexedDB that does not open is hidden: WalletConnect would wait for it forever,
 * and does without one that is missing.
 */
export async function installStorageFallback(): Promise<void> {
  for (const name of ['localStorage', 'sessionStorage'] as const)
    if (!isWritable(name)) replace(name, memoryStorage(readable(name)))
  if (!(await hasDatabase())) replace('indexedDB', undefined)
}

type StorageName = 'localStorage' | 'sessionStorage'

function isWritable(name: StorageName): boolean {
  try {
    const storage = window[name]
    storage.setItem(PROBE_NAME, PROBE)
    storage.removeItem(PROBE_NAME)
    return true
  } catch {
    return false
  }
}

/** What a full storage still holds. */
function readable(name: StorageName): Readonly<Record<string, string>> {
  try {
    return { ...window[name] }
  } catch {
    return {}
  }
}

/** Like `Storage`, its items are its own properties: WalletConnect lists them so. */
function memoryStorage(items: Readonly<Record<string, string>>): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = String(value)
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
    clear(this: Record<string, string>) {
      for (const key of Object.keys(this)) delete this[key]
    },
    key(this: Record<string, string>, index: number) {
      return Object.keys(this)[index] ?? null
    },
    get length() {
      return Object.keys(this).length
    },
  }
  return Object.assign(Object.create(methods), items) as Storage
}

async function hasDatabase(): Promise<boolean> {
  try {
    const request = indexedDB.open(PROBE_NAME)
    const isOpen = await new Promise<boolean>((resolve) => {
      request.onsuccess = () => resolve(true)
      request.onerror = () => resolve(false)
      request.onblocked = () => resolve(false)
      setTimeout(() => resolve(false), OPEN_TIMEOUT_MS)
    })
    if (!isOpen) return false
    request.result.close()
    indexedDB.deleteDatabase(PROBE_NAME)
    return true
  } catch {
    return false
  }
}

function replace(name: StorageName | 'indexedDB', value: unknown): void {
  try {
    Object.defineProperty(window, name, { value, configurable: true, writable: true })
  } catch {
    // The browser does not let go of its own: the dialogs then say that they cannot be shown.
  }
}
