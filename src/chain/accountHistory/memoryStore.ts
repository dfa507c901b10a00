import { entryKey } from './accountEntry'
import type { AccountChange, AccountStore } from './accountStore'
import { NOTHING_STORED, type StoredAccount } from './storedAccount'

/** For tests: keeps what is saved, as the browser would. */
export function createMemoryStore(): AccountStore & { stored: StoredAccount } {
  const entries = new Map<string, StoredAccount['entries'][number]>()
  let reach = NOTHING_STORED.reach
  return {
    get stored() {
      return { entries: [...entries.values()], reach }
    },
    async load() {
      return this.stored
    },
    async save(change: AccountChange) {
      const { removedAbove, put = [] } = change
      if (removedAbove !== undefined)
        for (const [key, { blockNumber }] of entries)
          if (blockNumber > removedAbove) entries.delete(key)
      for (const entry of put) entries.set(entryKey(entry), entry)
      reach = change.reach ?? reach
    },
    close() {},
  }
}
