import type { FlowStorage } from '../flows/flowStore'

/** Longer than what a transaction leaves behind, all but the making of a market. */
const ROOM = ' '.repeat(16_384)

/**
 * Where what is sent is written down; undefined where the browser has no storage, or forbids it. Unlike what is only a
 * convenience it throws when it is full: then nothing is kept over a reload, and the page has to say so.
 */
export function flowsStorage(): FlowStorage | undefined {
  const storage = browserStorage()
  if (storage === undefined) return undefined
  return {
    getItem: (key) => storage.getItem(key),
    setItem(key, value) {
      // What is there is written again to see whether that can be done: a full storage would take it, and then nothing more.
      if (value === (storage.getItem(key) ?? '')) storage.setItem(key, value + ROOM)
      storage.setItem(key, value)
    },
  }
}

function browserStorage(): Storage | undefined {
  try {
    return window.localStorage ?? undefined
  } catch {
    return undefined
  }
}
