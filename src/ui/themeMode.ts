import { useSyncExternalStore } from 'react'
import { safeStorage } from '../safeStorage'

export type ThemeMode = 'light' | 'dark'

const listeners = new Set<() => void>()

function currentMode(): ThemeMode {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', followSystem)
  // It may have turned after the first paint, before anyone listened.
  followSystem(system)
  listeners.add(listener)
  return () => {
    system.removeEventListener('change', followSystem)
    listeners.delete(listener)
  }
}

/** The system may turn dark in the evening while the page is open; who has chosen keeps the choice. */
function followSystem({ matches }: Pick<MediaQueryList, 'matches'>): void {
  if (!isChosen()) show(matches ? 'dark' : 'light')
}

function isChosen(): boolean {
  return safeStorage.getItem('theme') !== null
}

function show(mode: ThemeMode): void {
  document.documentElement.dataset.theme = mode
  for (const listener of listeners) listener()
}

/** Sets and remembers the mode; `public/early.js` restores it before the next first paint. */
export function setThemeMode(mode: ThemeMode): void {
  safeStorage.setItem('theme', mode)
  show(mode)
}

export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, currentMode)
}
