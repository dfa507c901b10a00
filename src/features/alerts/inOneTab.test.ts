// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Alert, dueAlerts, type WatchedPool } from '../../analytics/alerts/dueAlerts'
import { WAD } from '../../protocol/wad'
import { loadAlertMemory, saveAlertMemory } from './alertMemory'
import { inOneTab } from './inOneTab'

const ACCOUNT = '0x00000000000000000000000000000000000000b1'
const QUIET: WatchedPool = {
  pool: '0x00000000000000000000000000000000000000a1',
  updateIntervalId: 5n,
  queuedIds: [],
  isHeld: true,
  hasEscrow: false,
  isLate: false,
  skewWad: WAD,
}
/** How long after it was stored another tab can read something. */
const LAG_MS = 100

/** The storage of one browser, as tabs in processes of their own see it. */
function createTabs(count: number) {
  const views = Array.from({ length: count }, () => new Map<string, string>())
  const storageOf = (own: Map<string, string>) => ({
    getItem: (key: string) => own.get(key) ?? null,
    setItem(key: string, value: string) {
      own.set(key, value)
      setTimeout(() => {
        for (const view of views) view.set(key, value)
      }, LAG_MS)
    },
  })
  return views.map(storageOf)
}

/** One after the other, in the order in which they ask. */
function createLocks() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    request(_name: string, act: () => Promise<void>) {
      last = last.then(act)
      return last
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What two tabs tell that see the same change at the same moment. */
async function tellInTwoTabs(): Promise<Alert[]> {
  const tabs = createTabs(2)
  const told: Alert[] = []
  const look = (storage: (typeof tabs)[number], pool: WatchedPool) =>
    inOneTab(() => {
      vi.stubGlobal('localStorage', storage)
      const { memory, alerts } = dueAlerts(
        loadAlertMemory(1, ACCOUNT),
        [pool],
        undefined,
        undefined,
      )
      saveAlertMemory(1, ACCOUNT, memory)
      told.push(...alerts)
    })
  for (const pool of [QUIET, { ...QUIET, isLate: true }]) {
    const looks = Promise.all(tabs.map((tab) => look(tab, pool)))
    await vi.advanceTimersByTimeAsync(2_000)
    await looks
  }
  return told
}

it('two tabs tell a thing once, also where storage reaches the other one after the lock', async () => {
  vi.stubGlobal('navigator', { locks: createLocks() })
  expect((await tellInTwoTabs()).map(({ kind }) => kind)).toEqual(['keeperLate'])
})

it('acts once where the browser has no locks, or denies them', async () => {
  const denied = { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) }
  for (const navigator of [{}, { locks: denied }]) {
    vi.stubGlobal('navigator', navigator)
    const act = vi.fn()
    await inOneTab(act)
    expect(act).toHaveBeenCalledTimes(1)
  }
})
