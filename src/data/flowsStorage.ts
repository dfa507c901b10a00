import type { FlowStorage } from '../flows/flowStore'

/**
 * Where what is sent is written down; undefined where the browser has no storage, or forbids it. Unlike what is only a
 * convenience it throws when it is full: then nothing is kept over a reload, and the page has to say so.
 */
export function flowsStorage(): FlowStorage | undefined {
  try {
    const storage = window.localStorage
    return { getItem: storage.getItem.bind(storage), setItem: storage.setItem.bind(storage) }
  } catch {
    return undefined
  }
}
