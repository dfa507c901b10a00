/** What the browser would not keep; `null` for what it would not forget. Gone when the page is left. */
const unkept = new Map<string, string | null>()

/**
 * The browser's storage for what is only a convenience: which wallet was last, light or dark, what was dismissed. It can be
 * forbidden, missing or full; then this lasts until the page is left. It never throws.
 */
export const safeStorage = {
  getItem(key: string): string | null {
    const own = unkept.get(key)
    if (own !== undefined) return own
    try {
      return window.localStorage.getItem(key)
    } catch {
      return null
    }
  },
  setItem(key: string, value: string): void {
    change(key, value, (storage) => storage.setItem(key, value))
  },
  removeItem(key: string): void {
    change(key, null, (storage) => storage.removeItem(key))
  },
}

function change(key: string, value: string | null, keep: (storage: Storage) => void): void {
  try {
    keep(window.localStorage)
    unkept.delete(key)
  } catch {
    unkept.set(key, value)
  }
}
