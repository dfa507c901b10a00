// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installStorageFallback } from './installStorageFallback'

const real = window.localStorage

function define(name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(window, name, { configurable: true, ...descriptor })
}

beforeEach(() => {
  real.clear()
  define('localStorage', { value: real, writable: true })
  define('indexedDB', { value: new IDBFactory(), writable: true })
})

afterEach(() => vi.useRealTimers())

it('leaves a browser alone that has all of it', async () => {
  real.setItem('a', 'b')
  const { indexedDB } = window
  await installStorageFallback()
  expect([window.localStorage, window.indexedDB]).toEqual([real, indexedDB])
  expect({ ...real }).toEqual({ a: 'b' })
  await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]))
})

describe.each<[how: string, descriptor: PropertyDescriptor]>([
  [
    'throws',
    {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    },
  ],
  ['is null', { value: null }],
])('where storage %s', (_, descriptor) => {
  it('puts one there that forgets with the page', async () => {
    define('localStorage', descriptor)
    await installStorageFallback()
    const { localStorage } = window
    localStorage.setItem('one', '1')
    localStorage.setItem('two', '2')
    localStorage.removeItem('one')
    expect([localStorage.getItem('one'), localStorage.getItem('two')]).toEqual([null, '2'])
    expect([localStorage.length, localStorage.key(0), localStorage.key(1)]).toEqual([
      1,
      'two',
      null,
    ])
    // As WalletConnect goes through it.
    expect(Object.entries(localStorage)).toEqual([['two', '2']])
    localStorage.clear()
    expect(localStorage.length).toBe(0)
  })
})

it('keeps what a full storage has for reading, and takes what is new', async () => {
  real.setItem('old', 'kept')
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await installStorageFallback()
  window.localStorage.setItem('new', 'taken')
  expect([window.localStorage.getItem('old'), window.localStorage.getItem('new')]).toEqual([
    'kept',
    'taken',
  ])
  setItem.mockRestore()
})

it.each<[how: string, open: () => unknown]>([
  [
    'is refused at once',
    () => {
      throw new DOMException('denied', 'SecurityError')
    },
  ],
  ['never opens', () => new EventTarget()],
  [
    'fails to open',
    () => {
      const request: { onerror?: () => void } = {}
      setTimeout(() => request.onerror?.())
      return request
    },
  ],
])('hides an IndexedDB that %s', async (_, open) => {
  define('indexedDB', { value: { open, deleteDatabase: () => undefined }, writable: true })
  await installStorageFallback()
  expect(window.indexedDB).toBeUndefined()
})
