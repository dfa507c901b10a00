import fc from 'fast-check'
import { type Hash, numberToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Flow } from './flow'
import { createFlowStore, FLOWS_KEY } from './flowStore'
import { newerFlow } from './newerFlow'
import type { StepEvent } from './reduceFlow'
import type { Step } from './step'
import { sampleFlow } from './testing/sampleKinds'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const HASH = hashOf(1)
const OTHER = hashOf(2)

function hashOf(number: number): Hash {
  return numberToHex(number, { size: 32 })
}

function flowAt(step: Partial<Step>, about: Partial<Flow> = {}): Flow {
  const flow = sampleFlow('claim', ACCOUNT)
  return { ...flow, steps: flow.steps.map((one) => ({ ...one, ...step })), ...about }
}

const sent = (hash: Hash) => ({ status: { at: 'sent', hash }, hashes: [hash] }) as const

describe('of two versions of a flow', () => {
  const signing = { status: { at: 'signing', fromBlock: 1n } } as const

  it.each<[what: string, newer: Flow, older: Flow]>([
    ['a hash', flowAt(sent(HASH), { revision: 4 }), flowAt(signing, { revision: 9 })],
    [
      'a later status',
      flowAt({ status: { at: 'done', hash: HASH }, hashes: [HASH] }, { revision: 4 }),
      flowAt(sent(HASH), { revision: 9 }),
    ],
    [
      'more changes, although a retry begins at the front',
      flowAt({ status: { at: 'simulating' }, hashes: [HASH] }, { revision: 7 }),
      flowAt(
        { status: { at: 'failed', hash: HASH, because: 'reverted' }, hashes: [HASH] },
        { revision: 6 },
      ),
    ],
    ['what is farther on, of earlier versions', flowAt(signing), flowAt({})],
  ])('the one that knows %s is newer, wherever it is', (_, newer, older) => {
    expect(newerFlow(newer, older)).toBe(newer)
    expect(newerFlow(older, newer)).toBe(newer)
  })

  it('of equals the stored one is taken', () => {
    const stored = flowAt(sent(HASH))
    expect(newerFlow(flowAt(sent(HASH)), stored)).toBe(stored)
  })

  it('no hash is lost where each knows one', () => {
    const here = flowAt(sent(HASH), { revision: 3 })
    const stored = flowAt(sent(OTHER), { revision: 2 })
    for (const merged of [newerFlow(here, stored), newerFlow(stored, here)]) {
      expect(merged.steps[0]?.status).toEqual({ at: 'sent', hash: HASH })
      expect(merged.steps[0]?.hashes).toEqual([HASH, OTHER])
    }
  })

  it('nor where one has made a batch of what the other sends one by one', () => {
    const batch: Step = { kind: 'batch', leg: undefined, ...sent(OTHER) }
    const order = sampleFlow('commit', ACCOUNT)
    const parts = order.steps.map((step, index) =>
      index === 0 ? { ...step, ...sent(HASH) } : step,
    )
    const merged = newerFlow({ ...order, steps: [batch] }, { ...order, steps: parts, revision: 1 })
    expect(merged.steps.map(({ kind }) => kind)).toEqual(['approve', 'commit', 'commit'])
    expect(merged.steps[0]?.hashes).toEqual([HASH, OTHER])
  })

  it('putting aside is kept, unless the person is needed', () => {
    const aside = flowAt({}, { dismissed: true })
    expect(newerFlow(flowAt(sent(HASH)), aside).dismissed).toBe(true)
    const unknown = flowAt({ status: { at: 'unknown', fromBlock: 1n } }, { revision: 1 })
    expect(newerFlow(unknown, aside).dismissed).toBe(false)
  })
})

/** What a storage does with a page's next writing or reading. */
type Mood = 'keeps' | 'refuses' | 'isLate'
type Happening =
  | { readonly what: 'event'; readonly page: 0 | 1; readonly event: StepEvent }
  | { readonly what: 'dismiss' | 'reload' | 'reopen'; readonly page: 0 | 1 }
  | { readonly what: 'mood'; readonly page: 0 | 1; readonly mood: Mood }

const anyPage = fc.constantFrom(0 as const, 1 as const)
const anyHash = fc.integer({ min: 1, max: 4 }).map(hashOf)
const anyEvent: fc.Arbitrary<StepEvent> = fc.oneof(
  fc.constantFrom<StepEvent>(
    { type: 'simulate' },
    { type: 'askWallet', fromBlock: 5n },
    { type: 'stop', code: 'REJECTED', message: 'No.' },
    { type: 'lose' },
    { type: 'reload' },
    { type: 'confirm' },
    { type: 'fail', because: 'reverted' },
    { type: 'declareUnsent', wasWarned: true },
  ),
  anyHash.map((hash) => ({ type: 'send' as const, hash })),
  anyHash.map((hash) => ({ type: 'learn' as const, hash })),
)
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('event' as const), page: anyPage, event: anyEvent }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('dismiss' as const, 'reload' as const, 'reopen' as const),
      page: anyPage,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('mood' as const),
      page: anyPage,
      mood: fc.constantFrom<Mood>('keeps', 'refuses', 'isLate'),
    }),
  },
)

/** Two pages on one storage, which refuses a page or shows it what was there before the other wrote. */
function openPages() {
  let text = ''
  const moods: [Mood, Mood] = ['keeps', 'keeps']
  const seen: [string, string] = ['', '']
  const open = (page: 0 | 1) =>
    createFlowStore({
      getItem(key) {
        if (key !== FLOWS_KEY) return null
        if (moods[page] !== 'isLate') seen[page] = text
        return seen[page]
      },
      setItem(key, value) {
        if (moods[page] === 'refuses') throw new Error('The storage is full')
        if (key !== FLOWS_KEY) return
        text = value
        // A page sees at once what it has written itself.
        seen[page] = value
      },
    })
  const stores = [open(0), open(1)]
  return { moods, stores, reopen: (page: 0 | 1) => stores.splice(page, 1, open(page)) }
}

/** What once made a page forget an end: a late page that opens, and a hash heard of by the page that has not seen the end. */
const FOUND_BEFORE: [Happening[]][] = [
  [
    [
      { what: 'event', page: 1, event: { type: 'simulate' } },
      { what: 'event', page: 1, event: { type: 'confirm' } },
      { what: 'mood', page: 0, mood: 'isLate' },
      { what: 'reopen', page: 0 },
      { what: 'event', page: 1, event: { type: 'simulate' } },
    ],
  ],
  [
    [
      { what: 'event', page: 0, event: { type: 'simulate' } },
      { what: 'mood', page: 0, mood: 'refuses' },
      { what: 'event', page: 0, event: { type: 'confirm' } },
      { what: 'event', page: 1, event: { type: 'learn', hash: hashOf(1) } },
      { what: 'event', page: 0, event: { type: 'send', hash: hashOf(1) } },
    ],
  ],
]

it('whatever a storage does, no page loses a hash or an end that it knew, and in the end both know the same', () => {
  fc.assert(
    fc.property(fc.array(anyHappening, { maxLength: 40 }), (happenings) => {
      const { moods, stores, reopen } = openPages()
      const flowIn = (page: 0 | 1) => stores[page]?.find('flow')
      const stepIn = (page: 0 | 1) => flowIn(page)?.steps[0]
      stores[0]?.add(sampleFlow('claim', ACCOUNT))
      stores[1]?.reload()
      for (const happening of happenings) {
        const { page } = happening
        const before = stepIn(page)
        const store = stores[page]
        switch (happening.what) {
          case 'event':
            store?.dispatch('flow', 0, happening.event)
            break
          case 'dismiss':
            store?.dismiss('flow')
            break
          case 'reload':
            store?.reload()
            break
          case 'mood':
            moods[page] = happening.mood
            break
          case 'reopen':
            // What was never kept is lost with its page.
            reopen(page)
            continue
        }
        const now = stepIn(page)
        expect(now?.hashes ?? []).toEqual(expect.arrayContaining([...(before?.hashes ?? [])]))
        if (before?.status.at === 'done') expect(now?.status.at).toBe('done')
      }
      const known = [0, 1].flatMap((page) => stepIn(page as 0 | 1)?.hashes ?? [])
      moods.fill('keeps')
      // A page that could not write does so with its next change; what follows is what a reload of the page brings.
      for (const page of [0, 1, 0, 1] as const) stores[page]?.dismiss('flow')
      for (const page of [0, 1] as const) stores[page]?.reload()
      expect(flowIn(0)).toEqual(flowIn(1))
      expect(stepIn(0)?.hashes ?? []).toEqual(expect.arrayContaining(known))
    }),
    { numRuns: 500, examples: FOUND_BEFORE },
  )
})
