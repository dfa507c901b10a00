import { useMemo, useSyncExternalStore } from 'react'
import { safeStorage } from '../safeStorage'

/** A value in the browser's storage that other tabs may change. */
export interface StoredValue<value> {
  readonly get: () => value
  readonly set: (value: value) => void
  /** As stored. */
  readonly text: () => string
  readonly parse: (text: string) => value
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * A setting that is kept in the browser where that is possible, else until the page is left.
 *
 * @param parse Of what is stored, `''` for nothing; must take any text, for anyone may have written it
 */
export function storedValue<value>(
  key: string,
  parse: (text: string) => value,
  write: (value: value) => string,
): StoredValue<value> {
  const listeners = new Set<() => void>()
  const text = () => safeStorage.getItem(key) ?? ''
  return {
    text,
    parse,
    get: () => parse(text()),
    set(value) {
      safeStorage.setItem(key, write(value))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      window.addEventListener('storage', listener)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', listener)
      }
    },
  }
}

/** The value, also after another component or tab has changed it. */
export function useStoredValue<value>({ text, parse, subscribe }: StoredValue<value>): value {
  const stored = useSyncExternalStore(subscribe, text)
  return useMemo(() => parse(stored), [parse, stored])
}
