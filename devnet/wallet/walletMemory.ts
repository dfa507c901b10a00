/** What a wallet still knows after the page was reloaded. */
export interface WalletMemory {
  get(key: 'permitted' | 'batching' | 'batches'): string | undefined
  set(key: 'permitted' | 'batching' | 'batches', value: string): void
}

/** The memory of a wallet that lives no longer than its page. */
export function shortMemory(): WalletMemory {
  const items = new Map<string, string>()
  return { get: (key) => items.get(key), set: (key, value) => void items.set(key, value) }
}

/** Kept by the browser, apart for each name. */
export function pageMemory(name: string): WalletMemory {
  const { localStorage } = window
  return {
    get: (key) => localStorage.getItem(`${name}:${key}`) ?? undefined,
    set: (key, value) => localStorage.setItem(`${name}:${key}`, value),
  }
}
