import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFlow, type StepStatus } from './flow'
import { resumeFlows, runFlow } from './runFlow'
import { FakeBrowser, type FakeTab, type WalletMood } from './testing/fakeBrowser'
import { FakeNetwork } from './testing/fakeNetwork'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const COMMITTER = '0x00000000000000000000000000000000000000a2'
const MOODS: readonly WalletMood[] = [
  'send',
  'refuse',
  'sendSilently',
  'staySilent',
  'sendAndFail',
  'fail',
]

/** What can happen, each to be drawn at any time. */
type Happening =
  | { readonly what: 'click' | 'reload' | 'answer'; readonly tab: 0 | 1 }
  | { readonly what: 'mood'; readonly mood: WalletMood }
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'mine' | 'revert' | 'speedUp' | 'cancel' | 'drop' | 'down' | 'up' }

const anyTab = fc.constantFrom(0 as const, 1 as const)
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('click' as const), tab: anyTab }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('reload' as const), tab: anyTab }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('answer' as const), tab: anyTab }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('mood' as const), mood: fc.constantFrom(...MOODS) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 10, 500, 5_000, 40_000),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom(
        ...(['mine', 'mine', 'revert', 'speedUp', 'cancel', 'drop', 'down', 'up'] as const),
      ),
    }),
  },
)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A claim, a wallet of changing mood, a network, and one or two pages: a fake world. */
async function openWorld() {
  const network = new FakeNetwork(ACCOUNT, COMMITTER)
  const browser = new FakeBrowser(network)
  const tabs: [FakeTab, FakeTab] = [await browser.open(), await browser.open()]
  const intent = { kind: 'claim', title: 'Claim', pool: COMMITTER, committer: COMMITTER } as const
  const about = { id: 'flow', chainId: 1, account: ACCOUNT, createdAtMs: 0, intent } as const
  tabs[0].store.add(createFlow(about, false))
  const stepIn = (tab: FakeTab) => {
    tab.store.reload()
    const step = tab.store.find('flow')?.steps[0]
    if (step === undefined) throw new Error('the flow is lost')
    return step
  }
  const claims = () => network.transactions.filter((one) => network.isClaim(one))

  const happen = async (happening: Happening): Promise<void> => {
    switch (happening.what) {
      case 'click':
        void runFlow(tabs[happening.tab], 'flow')
        break
      case 'reload':
        tabs[happening.tab].close()
        tabs[happening.tab] = await browser.open()
        void resumeFlows(tabs[happening.tab])
        break
      case 'answer':
        answerHonestly(tabs[happening.tab])
        break
      case 'mood':
        browser.mood = happening.mood
        break
      case 'wait':
        await vi.advanceTimersByTimeAsync(happening.ms)
        break
      case 'mine':
      case 'revert':
        network.mine(happening.what === 'revert')
        break
      case 'speedUp':
      case 'cancel': {
        const [first] = network.waiting()
        if (first === undefined) break
        const isCancel = happening.what === 'cancel'
        const [to, input] = isCancel ? ([ACCOUNT, '0x'] as const) : [first.to, first.input]
        network.send(to, input, first.nonce)
        break
      }
      case 'drop':
        for (const waiting of network.waiting()) waiting.state = 'gone'
        break
      case 'down':
      case 'up':
        network.isDown = happening.what === 'down'
    }
    await vi.advanceTimersByTimeAsync(1)
  }

  /** The person looks into the wallet, and says that there is nothing only when there is nothing. */
  function answerHonestly(tab: FakeTab): void {
    const isThere = claims().some(({ state, hasReverted }) => state !== 'gone' && !hasReverted)
    const wasWarned = 'isWarned' in stepIn(tab).status
    if (!isThere) tab.store.dispatch('flow', 0, { type: 'declareUnsent', wasWarned })
  }

  const end = () => {
    for (const tab of tabs) tab.close()
  }
  return { network, browser, tabs, claims, happen, stepIn, end }
}

it('whatever happens: never two that live, never a lost hash, and the end is the truth', async () => {
  const ends = new Set<StepStatus['at']>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyHappening, { minLength: 5, maxLength: 40 }),
      async (happenings) => {
        const { network, browser, tabs, claims, happen, stepIn, end } = await openWorld()
        for (const happening of happenings) {
          await happen(happening)
          // One that waits, or has gone through, is alive; a second one must not be sent beside it.
          const alive = claims().filter(
            ({ state, hasReverted }) => state !== 'gone' && !hasReverted,
          )
          expect(alive.length).toBeLessThanOrEqual(1)
          for (const hash of browser.told) expect(stepIn(tabs[0]).hashes).toContain(hash)
        }
        // Then the network is well for a while.
        await happen({ what: 'up' })
        await happen({ what: 'reload', tab: 0 })
        await happen({ what: 'mine' })
        await happen({ what: 'wait', ms: 60_000 })
        const { status } = stepIn(tabs[0])
        const done = claims().find(({ state, hasReverted }) => state === 'mined' && !hasReverted)
        if (done !== undefined) expect(status).toEqual({ at: 'done', hash: done.hash })
        else expect(status.at).not.toBe('done')
        expect(network.waiting()).toEqual([])
        ends.add(status.at)
        end()
      },
    ),
    { numRuns: 300 },
  )
  // The world is not so bad that nothing ever comes of it.
  expect([...ends]).toEqual(
    expect.arrayContaining(['done', 'ready', 'stopped', 'failed', 'unknown']),
  )
}, 120_000)
