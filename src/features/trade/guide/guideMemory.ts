import { useSyncExternalStore } from 'react'
import { safeStorage } from '../../../safeStorage'

/** The guide runs for a new visitor until it is done or hidden. */
type GuideMemory = 'begun' | 'over'

const KEY = 'firstMint.v1'
const listeners = new Set<() => void>()

function current(): GuideMemory | undefined {
  const stored = safeStorage.getItem(KEY)
  return stored === 'begun' || stored === 'over' ? stored : undefined
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps in this browser how far the guide has come. */
export function rememberGuide(memory: GuideMemory): void {
  safeStorage.setItem(KEY, memory)
  for (const listener of listeners) listener()
}

export function useGuideMemory(): GuideMemory | undefined {
  return useSyncExternalStore(subscribe, current)
}
