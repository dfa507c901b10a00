import { useSyncExternalStore } from 'react'

export type ThemeMode = 'light' | 'dark'

const listeners = new Set<() => void>()

function currentMode(): ThemeMode {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sets and remembers the mode; `public/early.js` restores it before the next first paint. */
export function setThemeMode(mode: ThemeMode): void {
  document.documentElement.dataset.theme = mode
  try {
    localStorage.setItem('theme', mode)
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, currentMode)
}
