import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** Browsers whose storage is not to be had, by how it fails. */
const BROKEN: Readonly<Record<string, () => object>> = {
  'throws when it is touched': () => ({
    get localStorage() {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    },
  }),
  'is null': () => ({ localStorage: null }),
  'is missing': () => ({}),
  'is full': () => ({
    localStorage: {
      getItem: (key: string) => (key === 'old' ? 'kept before' : null),
      setItem() {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      },
      removeItem() {
        throw new DOMException('It is read-only.', 'SecurityError')
      },
    },
  }),
}

let storage: typeof import('./safeStorage').safeStorage

beforeEach(async () => {
  vi.resetModules()
  ;({ safeStorage: storage } = await import('./safeStorage'))
})

afterEach(() => vi.unstubAllGlobals())

describe.each(Object.entries(BROKEN))('where storage %s', (_, makeWindow) => {
  it('remembers until the page is left, and never throws', () => {
    vi.stubGlobal('window', makeWindow())
    expect(storage.getItem('new')).toBeNull()
    storage.setItem('new', 'one')
    storage.setItem('new', 'two')
    expect(storage.getItem('new')).toBe('two')
    storage.removeItem('new')
    expect(storage.getItem('new')).toBeNull()
  })
})

it('changes what is there already also where nothing more can be written', () => {
  vi.stubGlobal('window', BROKEN['is full']?.())
  expect(storage.getItem('old')).toBe('kept before')
  storage.removeItem('old')
  expect(storage.getItem('old')).toBeNull()
  storage.setItem('old', 'new')
  expect(storage.getItem('old')).toBe('new')
})

it('keeps with the browser what it can, again as soon as it can', () => {
  const items = new Map<string, string>()
  let isFull = true
  const localStorage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException('', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key: string) => void items.delete(key),
  }
  vi.stubGlobal('window', { localStorage })
  storage.setItem('theme', 'dark')
  isFull = false
  storage.setItem('theme', 'light')
  expect([items.get('theme'), storage.getItem('theme')]).toEqual(['light', 'light'])
  // Another tab has changed it since.
  items.set('theme', 'dark')
  expect(storage.getItem('theme')).toBe('dark')
})
