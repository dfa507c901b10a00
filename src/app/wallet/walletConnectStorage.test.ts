// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { installStorageFallback } from './installStorageFallback'

/** What WalletConnect keeps its sessions with in a browser; comes with it. */
const STORAGE_MODULE = '../../../node_modules/@walletconnect/keyvaluestorage/dist/index.es.js'

const real = window.localStorage

function define(name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(window, name, { configurable: true, ...descriptor })
}

beforeEach(() => vi.resetModules())
afterEach(() => define('localStorage', { value: real, writable: true }))

it.each<[how: string, storage: PropertyDescriptor, open: () => unknown]>([
  [
    'all of it is refused',
    {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    },
    () => {
      throw new DOMException('denied', 'SecurityError')
    },
  ],
  ['there is none, and databases never open', { value: null }, () => new EventTarget()],
])('WalletConnect’s own storage works where %s', async (_, storage, open) => {
  define('localStorage', storage)
  define('indexedDB', { value: { open, deleteDatabase: () => undefined }, writable: true })
  await installStorageFallback()
  const { KeyValueStorage } = await import(/* @vite-ignore */ STORAGE_MODULE)
  const items = new KeyValueStorage()
  await items.setItem('wc@2:session', { topic: 'x' })
  expect(await items.getItem('wc@2:session')).toEqual({ topic: 'x' })
  expect(await items.getKeys()).toEqual(['wc@2:session'])
})
