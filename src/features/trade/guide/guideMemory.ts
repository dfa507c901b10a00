import { useSyncExternalStore } from 'react'

/** `begun`: somebody new is on the way; `over`: done, or not wanted. */
type GuideMemory = 'begun' | 'over'

const KEY = 'firstMint.v1'
const listeners = new Set<() => void>()
/** Holds where the browser keeps nothing. */
let remembered: GuideMemory | undefined

function current(): GuideMemory | undefined {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'begun' || stored === 'over' ? stored : remembered
  } catch {
    return remembered
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps in this browser how far the guide has come. */
export function rememberGuide(memory: GuideMemory): void {
  remembered = memory
  try {
    localStorage.setItem(KEY, memory)
  } catch {
    // Without storage it holds until the page is left.
  }
  for (const listener of listeners) listener()
}

export function useGuideMemory(): GuideMemory | undefined {
  return useSyncExternalStore(subscribe, current)
}
