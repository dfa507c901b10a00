import type { Hash } from 'viem'
import { describe, expect, it, vi } from 'vitest'
import { NO_BALANCE } from '../protocol/balances'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import { createFlowStore, FLOWS_KEY, type FlowStorage } from './flowStore'
import type { CommitIntent } from './kinds/commit'
import type { StepEvent } from './reduceFlow'

const POOL = '0x00000000000000000000000000000000000000a1'
const COMMITTER = '0x00000000000000000000000000000000000000a2'
const TOKEN = '0x00000000000000000000000000000000000000a3'
const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const HASH: Hash = `0x${'1'.repeat(64)}`
/** Not a safe integer: a number would lose its last digits. */
const AMOUNT = (1n << 128n) - 1n

const SIMULATE: StepEvent = { type: 'simulate' }
const ASK: StepEvent = { type: 'askWallet', fromBlock: 123_456_789n }

function memoryStorage(initial?: string) {
  const items = new Map<string, string>()
  if (initial !== undefined) items.set(FLOWS_KEY, initial)
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  }
}

function newFlow(id: string): Flow {
  const about = { id, chainId: 42_161, account: ACCOUNT, createdAtMs: 1_700_000_000_000 } as const
  return createFlow(
    {
      ...about,
      intent: {
        kind: 'commit',
        title: 'Mint 3L-ETH/USD+USDC with 100 USDC',
        pool: POOL,
        committer: COMMITTER,
        settlementToken: TOKEN,
        legs: [{ commitType: 0, amount: AMOUNT, fromAggregateBalance: false }],
        approval: 'exact',
        autoClaimWei: 0n,
        projection: undefined,
      },
    },
    true,
  )
}

function finishedFlow(id: string): Flow {
  const flow = newFlow(id)
  return {
    ...flow,
    steps: flow.steps.map((step) => ({
      ...step,
      status: { at: 'done', hash: HASH },
      hashes: [HASH],
    })),
  }
}

const ids = (flows: readonly Flow[]) => flows.map(({ id }) => id)
const statusOf = (store: ReturnType<typeof createFlowStore>, id: string, index = 0) =>
  store.find(id)?.steps[index]?.status

describe('a reload', () => {
  it('finds every flow as it was, amounts and blocks exact', () => {
    const storage = memoryStorage()
    const before = createFlowStore(storage)
    before.add(newFlow('a'))
    before.add(newFlow('b'))
    before.dispatch('a', 0, SIMULATE)
    before.dispatch('a', 0, ASK)
    before.dismiss('b')

    const after = createFlowStore(storage)
    expect(after.get()).toEqual(before.get())
    expect(after.find('a')?.intent).toMatchObject({ legs: [{ amount: AMOUNT }] })
    expect(statusOf(after, 'a')).toEqual({ at: 'signing', fromBlock: 123_456_789n })
    expect(after.find('b')?.dismissed).toBe(true)
  })

  it('knows the hash of what was sent just before it', () => {
    const storage = memoryStorage()
    const before = createFlowStore(storage)
    before.add(newFlow('a'))
    for (const event of [SIMULATE, ASK, { type: 'send', hash: HASH }] as const)
      expect(before.dispatch('a', 0, event)).toBe(true)
    expect(statusOf(createFlowStore(storage), 'a')).toMatchObject({ at: 'sent', hash: HASH })
  })

  it('keeps texts that only look like numbers as texts', () => {
    const storage = memoryStorage()
    const flow = newFlow('a')
    createFlowStore(storage).add({ ...flow, intent: { ...flow.intent, title: 'bigint:1.5 12n' } })
    expect(createFlowStore(storage).find('a')?.intent.title).toBe('bigint:1.5 12n')
  })
})

describe('what the version before has written', () => {
  const old = (status: object, hashes: readonly string[]) =>
    JSON.stringify([
      {
        ...{ id: 'old', chainId: 42_161, account: ACCOUNT, createdAtMs: 1, dismissed: false },
        intent: {
          ...{ kind: 'commit', title: 'Mint', pool: POOL, committer: COMMITTER },
          ...{ settlementToken: TOKEN, commitType: 2, amount: 'bigint:7' },
          fromAggregateBalance: false,
        },
        steps: [{ kind: 'commit', status, hashes }],
      },
    ])

  it('is taken over with every hash, finished or not, and written again', () => {
    for (const at of ['sent', 'done']) {
      const storage = memoryStorage()
      storage.items.set('flows.v1', old({ at, hash: HASH }, [HASH]))
      const store = createFlowStore(storage)
      const leg = { commitType: 2, amount: 7n, fromAggregateBalance: false }
      expect(store.find('old')).toMatchObject({
        intent: { legs: [leg], approval: 'exact', autoClaimWei: 0n },
        steps: [{ leg: 0, status: { at, hash: HASH }, hashes: [HASH] }],
      })
      store.add(newFlow('new'))
      expect(ids(createFlowStore(storage).get())).toEqual(['new', 'old'])
      expect(storage.items.get('flows.v1')).toBe('')
    }
  })

  it('is read under the names that its fields have today', () => {
    const storage = memoryStorage()
    const projection = { atBlock: 1n, intervalId: 2n, spotPrice: 3n, ...NO_BALANCE }
    const lastRequest = { fromBlock: 5n, isBlind: true } as const
    const flow = newFlow('renamed')
    const intent = {
      ...(flow.intent as CommitIntent),
      projection: { ...projection, byLeg: [NO_BALANCE], hasNoAmounts: true as const },
    }
    createFlowStore(storage).add({
      ...flow,
      intent,
      steps: flow.steps.map((step) => ({ ...step, lastRequest })),
    })
    const before = storage.items
      .get('flows.v2')
      ?.replaceAll('"projection"', '"promise"')
      .replaceAll('"lastRequest"', '"asked"')
      .replaceAll('"byLeg"', '"parts"')
      .replaceAll('"hasNoAmounts"', '"isUnprojected"')
    expect(before).toContain('"isUnprojected"')
    storage.items.set('flows.v2', before ?? '')
    const read = createFlowStore(storage).find('renamed')
    expect(read?.intent).toEqual(intent)
    expect(read?.steps[0]?.lastRequest).toEqual(lastRequest)
  })

  it('is heard also when an old tab learns a hash later', () => {
    const storage = memoryStorage()
    storage.items.set('flows.v1', old({ at: 'signing', fromBlock: 'bigint:1' }, []))
    const store = createFlowStore(storage)
    store.add(newFlow('new'))
    storage.items.set('flows.v1', old({ at: 'sent', hash: HASH }, [HASH]))
    store.reload()
    expect(statusOf(store, 'old')).toMatchObject({ at: 'sent', hash: HASH })
    store.dismiss('new')
    expect(statusOf(createFlowStore(storage), 'old')).toMatchObject({ at: 'sent', hash: HASH })
  })
})

describe('each change', () => {
  it('is written down before anyone is told of it', () => {
    const storage = memoryStorage()
    const store = createFlowStore(storage)
    const seen: (string | undefined)[] = []
    store.subscribe(() => seen.push(storage.items.get(FLOWS_KEY)))
    store.add(newFlow('a'))
    store.dispatch('a', 0, SIMULATE)
    expect(seen).toHaveLength(2)
    expect(seen[0]).toContain('"at":"ready"')
    expect(seen[1]).toContain('"at":"simulating"')
  })

  it('gives a new list, and no change gives the same one and tells no one', () => {
    const store = createFlowStore(memoryStorage())
    store.add(newFlow('a'))
    const listener = vi.fn()
    const unsubscribe = store.subscribe(listener)
    const before = store.get()
    store.dispatch('a', 0, SIMULATE)
    expect(store.get()).not.toBe(before)
    const changed = store.get()
    expect(store.get()).toBe(changed)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(store.dispatch('a', 0, { type: 'send', hash: HASH })).toBe(false)
    expect(listener).toHaveBeenCalledTimes(1)
    unsubscribe()
    store.dispatch('a', 0, ASK)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('of an unknown flow or step is refused', () => {
    const store = createFlowStore(memoryStorage())
    store.add(newFlow('a'))
    expect(store.dispatch('nobody', 0, SIMULATE)).toBe(false)
    expect(store.dispatch('a', 5, SIMULATE)).toBe(false)
    expect(store.dispatch('a', 1, SIMULATE)).toBe(false)
    expect(store.find('nobody')).toBeUndefined()
  })
})

describe('the list', () => {
  it('has the newest first', () => {
    const store = createFlowStore(memoryStorage())
    for (const id of ['a', 'b', 'c']) store.add(newFlow(id))
    expect(ids(store.get())).toEqual(['c', 'b', 'a'])
  })

  it('forgets finished flows beyond fifty, and never an unfinished one', () => {
    const storage = memoryStorage()
    const store = createFlowStore(storage)
    store.add(newFlow('unfinished'))
    for (let n = 0; n < 60; n++) store.add(finishedFlow(`finished ${n}`))
    const kept = ids(store.get())
    expect(kept[0]).toBe('finished 59')
    expect(kept).toContain('unfinished')
    expect(kept.filter((id) => id.startsWith('finished'))).toHaveLength(50)
    expect(ids(createFlowStore(storage).get())).toEqual(kept)
  })
})

describe('a storage that cannot be used', () => {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }

  it.each<[what: string, storage: FlowStorage | undefined]>([
    ['is absent', undefined],
    ['refuses to be written', { getItem: () => null, setItem: refuse }],
    ['refuses everything', { getItem: refuse, setItem: refuse }],
  ])('and %s costs the memory over a reload, not the transaction', (_, storage) => {
    const store = createFlowStore(storage)
    store.add(newFlow('a'))
    for (const event of [SIMULATE, ASK, { type: 'send', hash: HASH }] as const)
      expect(store.dispatch('a', 0, event)).toBe(true)
    store.reload()
    expect(statusOf(store, 'a')).toMatchObject({ at: 'sent', hash: HASH })
  })

  it('and fills up in the middle of a transaction keeps its hash, and writes it when it can', () => {
    const storage = memoryStorage()
    let isFull = false
    const store = createFlowStore({
      getItem: storage.getItem,
      setItem: (key, value) => (isFull ? refuse() : storage.setItem(key, value)),
    })
    store.add(newFlow('a'))
    store.dispatch('a', 0, SIMULATE)
    store.dispatch('a', 0, ASK)
    isFull = true
    expect(store.dispatch('a', 0, { type: 'send', hash: HASH })).toBe(true)
    store.reload()
    expect(statusOf(store, 'a')).toMatchObject({ at: 'sent', hash: HASH })
    isFull = false
    expect(store.dispatch('a', 0, { type: 'confirm' })).toBe(true)
    expect(createFlowStore(storage).find('a')?.steps[0]?.hashes).toEqual([HASH])
  })

  it.each(['', '{', '[{"id":"a"', 'null', '{}', '"text"', '1', 'bigint:1', '\u0000'])(
    'and holds %j is taken for empty, and written again',
    (text) => {
      const storage = memoryStorage(text)
      const store = createFlowStore(storage)
      expect(store.get()).toEqual([])
      store.add(newFlow('a'))
      expect(ids(createFlowStore(storage).get())).toEqual(['a'])
    },
  )
})

describe('a storage that is damaged or taken away', () => {
  // Written by another version, or by hand: one such entry stops every page from opening.
  it.each(['[null]', '[{"id":"a","steps":null}]', '[{"id":"a","chainId":1,"steps":[{}]}]'])(
    'and holds %s is read without what is no flow',
    (text) => {
      const store = createFlowStore(memoryStorage(text))
      expect(store.find('a')).toBeUndefined()
      expect(store.get()).toEqual([])
      expect(store.dispatch('a', 0, SIMULATE)).toBe(false)
    },
  )

  // A later version may know more statuses: there is no sentence for them, and the page of the pool breaks.
  it('and holds a step in a status that no one knows is read without its flow', () => {
    const text = JSON.stringify([finishedFlow('a')], (key, value) =>
      key === 'at' ? 'queued' : typeof value === 'bigint' ? `bigint:${value}` : value,
    )
    expect(text).toContain('"at":"queued"')
    expect(createFlowStore(memoryStorage(text)).get()).toEqual([])
  })

  // The site's data is cleared, or access to it is withdrawn, while the wallet is asked.
  it('in the middle of a transaction does not cost its hash', () => {
    const storage = memoryStorage()
    const store = createFlowStore(storage)
    store.add(newFlow('a'))
    store.dispatch('a', 0, SIMULATE)
    store.dispatch('a', 0, ASK)
    storage.items.clear()
    expect(store.dispatch('a', 0, { type: 'send', hash: HASH })).toBe(true)
  })
})

it('takes each flow once, however often it was written there', () => {
  const storage = memoryStorage()
  createFlowStore(storage).add(newFlow('a'))
  const [one] = JSON.parse(storage.items.get(FLOWS_KEY) ?? '')
  storage.items.set(FLOWS_KEY, JSON.stringify([one, one]))
  expect(ids(createFlowStore(storage).get())).toEqual(['a'])
})

describe('two tabs on one storage', () => {
  function twoTabs() {
    const storage = memoryStorage()
    return { here: createFlowStore(storage), there: createFlowStore(storage) }
  }

  it('do not lose each other’s flows', () => {
    const { here, there } = twoTabs()
    here.add(newFlow('here'))
    there.add(newFlow('there'))
    expect(ids(there.get())).toEqual(['there', 'here'])
    here.reload()
    expect(ids(here.get())).toEqual(['there', 'here'])
  })

  it('do not undo each other’s events', () => {
    const { here, there } = twoTabs()
    here.add(newFlow('a'))
    there.add(newFlow('b'))
    expect(here.dispatch('a', 0, SIMULATE)).toBe(true)
    expect(there.dispatch('b', 0, SIMULATE)).toBe(true)
    here.reload()
    expect([statusOf(here, 'a'), statusOf(here, 'b')]).toEqual([
      { at: 'simulating' },
      { at: 'simulating' },
    ])
  })

  it('cannot both begin the same step, though one has not heard of the other yet', () => {
    const { here, there } = twoTabs()
    here.add(newFlow('a'))
    there.reload()
    expect(here.dispatch('a', 0, SIMULATE)).toBe(true)
    expect(statusOf(there, 'a')).toEqual({ at: 'ready' })
    expect(there.dispatch('a', 0, SIMULATE)).toBe(false)
    expect(here.dispatch('a', 0, ASK)).toBe(true)
    expect(there.dispatch('a', 0, ASK)).toBe(false)
    expect(here.dispatch('a', 0, { type: 'send', hash: HASH })).toBe(true)
    expect(there.dispatch('a', 0, SIMULATE)).toBe(false)
    expect(statusOf(there, 'a')).toMatchObject({ at: 'sent', hash: HASH })
  })

  it('hear of each other by a reload, and only then', () => {
    const { here, there } = twoTabs()
    const listener = vi.fn()
    there.subscribe(listener)
    here.add(newFlow('a'))
    expect([listener.mock.calls.length, there.get()]).toEqual([0, []])
    there.reload()
    expect([listener.mock.calls.length, ids(there.get())]).toEqual([1, ['a']])
  })

  it('do not lose each other’s flows where one could not write for a while', () => {
    const storage = memoryStorage()
    let isFull = false
    const here = createFlowStore({
      getItem: storage.getItem,
      setItem: (key, value) => {
        if (isFull) throw new DOMException('Full.', 'QuotaExceededError')
        storage.setItem(key, value)
      },
    })
    const there = createFlowStore(storage)
    here.add(newFlow('a'))
    isFull = true
    for (const event of [SIMULATE, ASK, { type: 'send', hash: HASH }] as const)
      here.dispatch('a', 0, event)
    there.add(newFlow('b'))
    isFull = false
    here.dispatch('a', 0, { type: 'confirm' })
    for (const store of [here, createFlowStore(storage)]) {
      expect(ids(store.get())).toEqual(['b', 'a'])
      expect(statusOf(store, 'a')).toEqual({ at: 'done', hash: HASH })
    }
  })

  it('write again what the other has written over with something older', () => {
    const storage = memoryStorage()
    const here = createFlowStore(storage)
    here.add(newFlow('a'))
    const older = storage.items.get(FLOWS_KEY) ?? ''
    for (const event of [SIMULATE, ASK, { type: 'send', hash: HASH }] as const)
      here.dispatch('a', 0, event)
    storage.items.set(FLOWS_KEY, older)
    here.reload()
    expect(statusOf(here, 'a')).toMatchObject({ at: 'sent', hash: HASH })
    expect(statusOf(createFlowStore(storage), 'a')).toMatchObject({ at: 'sent', hash: HASH })
  })

  it('agree on what was dismissed', () => {
    const { here, there } = twoTabs()
    here.add(newFlow('a'))
    there.dismiss('a')
    here.dispatch('a', 0, SIMULATE)
    expect(here.find('a')).toMatchObject({
      dismissed: true,
      steps: [{ status: { at: 'simulating' } }, { status: { at: 'ready' } }],
    })
  })
})
