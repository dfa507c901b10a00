import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { currentStepIndex, type Flow } from './flow'
import { actionsOf, KINDS } from './kinds/kinds'
import { keyOf } from './matchesStepCalls'
import { resumeFlows, runFlow } from './runFlow'
import type { Step, StepStatus } from './step'
import { FakeBrowser, type FakeTab, type WalletMood } from './testing/fakeBrowser'
import { FakeNetwork, type FakeTransaction } from './testing/fakeNetwork'
import { isOfStep, SAMPLE_CONTRACTS, sampleContracts, sampleFlow } from './testing/sampleKinds'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const MOODS: readonly WalletMood[] = [
  'send',
  'refuse',
  'sendSilently',
  'staySilent',
  'sendAndFail',
  'fail',
  'answerLate',
]

/** What can happen, each to be drawn at any time. */
type Happening =
  | { readonly what: 'click' | 'reload' | 'answer'; readonly tab: 0 | 1 }
  | { readonly what: 'mood'; readonly mood: WalletMood }
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'mine' | 'revert' | 'idle' | 'speedUp' | 'cancel' | 'drop' | 'down' | 'up' }

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
        ...(['mine', 'mine', 'revert', 'idle', 'speedUp', 'cancel', 'drop', 'down', 'up'] as const),
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

type Kind = keyof typeof KINDS
const ALL_KINDS = Object.keys(KINDS) as Kind[]

/** Waiting, or having done what it was for: a second one must not be sent beside it. */
function isAlive({ state, fate }: FakeTransaction): boolean {
  return state === 'waiting' || (state === 'mined' && fate === 'works')
}

/** A flow of some kind, a wallet of changing mood, a network, and one or two pages: a fake world. */
async function openWorld(kind: Kind) {
  const network = new FakeNetwork(ACCOUNT, sampleContracts(ACCOUNT))
  const browser = new FakeBrowser(network, SAMPLE_CONTRACTS)
  const tabs: [FakeTab, FakeTab] = [await browser.open(), await browser.open()]
  tabs[0].store.add(sampleFlow(kind, ACCOUNT))
  const flowIn = (tab: FakeTab): Flow => {
    tab.store.reload()
    const flow = tab.store.find('flow')
    if (flow === undefined) throw new Error('the flow is lost')
    return flow
  }
  let hasOverlooked = false
  const sentOf = (flow: Flow, step: Step) =>
    network.transactions.filter((one) => isOfStep(flow, step, one))

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
        answer(tabs[happening.tab])
        break
      case 'mood':
        browser.mood = happening.mood
        break
      case 'wait':
        await vi.advanceTimersByTimeAsync(happening.ms)
        break
      case 'mine':
        network.mine()
        break
      case 'revert':
        network.mine('reverts')
        break
      case 'idle':
        network.mine('idle')
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

  /** The person says that there is nothing when nothing waits in the wallet, but overlooks what is in a block already. */
  function answer(tab: FakeTab): void {
    const flow = flowIn(tab)
    const index = currentStepIndex(flow)
    const step = flow.steps[index]
    if (step === undefined || sentOf(flow, step).some(({ state }) => state === 'waiting')) return
    hasOverlooked ||= sentOf(flow, step).some(isAlive)
    tab.store.dispatch('flow', index, {
      type: 'declareUnsent',
      wasWarned: 'isWarned' in step.status,
    })
  }

  /** What the person has overlooked is found before the wallet is asked again; it would decline. */
  const lookAgain = async () => {
    if (!hasOverlooked) return
    browser.mood = 'refuse'
    await happen({ what: 'click', tab: 0 })
    await happen({ what: 'wait', ms: 600_000 })
  }

  const end = () => {
    for (const tab of tabs) tab.close()
  }
  return { network, browser, tabs, sentOf, happen, flowIn, lookAgain, end }
}

it.each(ALL_KINDS)(
  '%s: whatever happens, never two that live, never a lost hash, and the end is the truth',
  async (kind) => {
    const ends = new Set<StepStatus['at']>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyHappening, { minLength: 5, maxLength: 40 }),
        async (happenings) => {
          const { network, browser, tabs, sentOf, happen, flowIn, lookAgain, end } =
            await openWorld(kind)
          for (const happening of happenings) {
            await happen(happening)
            const flow = flowIn(tabs[0])
            for (const step of flow.steps)
              expect(sentOf(flow, step).filter(isAlive).length).toBeLessThanOrEqual(
                sameSteps(flow, step),
              )
            const hashes = flow.steps.flatMap((step) => step.hashes)
            for (const hash of browser.told) expect(hashes).toContain(hash)
          }
          // Then the network is well for a while.
          await happen({ what: 'up' })
          await happen({ what: 'reload', tab: 0 })
          // A page that is at work continues with the next step.
          for (let step = 0; step < 6; step++) {
            await happen({ what: 'mine' })
            await happen({ what: 'wait', ms: 600_000 })
          }
          await lookAgain()
          const flow = flowIn(tabs[0])
          for (const step of flow.steps) {
            const { status } = step
            ends.add(status.at)
            const sent = sentOf(flow, step)
            if (status.at === 'done' && status.hash !== undefined) {
              const one = sent.find(({ hash }) => hash === status.hash)
              expect(one).toMatchObject({ state: 'mined', fate: 'works' })
            }
          }
          const current = flow.steps[currentStepIndex(flow)]
          if (current !== undefined) {
            // What is not done has not been done: as many as there are equal steps that are.
            const done = sentOf(flow, current).filter(isAlive).length
            const equal = flow.steps.filter((step) => isEqual(flow, step, current))
            expect(done).toBe(equal.filter(({ status }) => status.at === 'done').length)
          }
          expect(network.waiting()).toEqual([])
          end()
        },
      ),
      { numRuns: kind === 'claim' ? 300 : 120 },
    )
    // The world is not so bad that nothing ever comes of it.
    expect([...ends]).toEqual(
      expect.arrayContaining(['done', 'ready', 'stopped', 'failed', 'unknown']),
    )
  },
  120_000,
)

/** How many steps of a flow make the same call. */
function sameSteps(flow: Flow, step: Step): number {
  return flow.steps.filter((other) => isEqual(flow, other, step)).length
}

function isEqual(flow: Flow, a: Step, b: Step): boolean {
  if (a.kind !== b.kind) return false
  if (a.leg === b.leg) return true
  const keys = (step: Step) => actionsOf(flow, step).map((action) => keyOf(action.request()))
  return keys(a).join() === keys(b).join()
}
