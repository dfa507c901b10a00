import { afterEach, expect, it, vi } from 'vitest'
import { hasLocks } from '../flows/runFlow'
import { hideDeniedLocks } from './hideDeniedLocks'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose locks are these; its navigator has them from its prototype, as everywhere. */
function stubLocks(locks: unknown): void {
  class Navigator {}
  Object.defineProperty(Navigator.prototype, 'locks', { value: locks, configurable: true })
  vi.stubGlobal('Navigator', Navigator)
  vi.stubGlobal('navigator', new Navigator())
}

it.each<[which: string, locks: unknown, isUsed: boolean]>([
  [
    'that are granted are used',
    { request: async (_: string, work: () => unknown) => work() },
    true,
  ],
  [
    'that are refused count as missing',
    { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) },
    false,
  ],
  [
    'whose request throws at once count as missing',
    {
      request() {
        throw new DOMException('denied', 'SecurityError')
      },
    },
    false,
  ],
  ['that are undefined count as missing', undefined, false],
])('locks %s', async (_, locks, isUsed) => {
  stubLocks(locks)
  await hideDeniedLocks()
  expect(hasLocks()).toBe(isUsed)
})
