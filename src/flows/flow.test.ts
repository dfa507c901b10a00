import fc from 'fast-check'
import type { Hash } from 'viem'
import { describe, expect, it } from 'vitest'
import { createFlow } from './createFlow'
import {
  canDismiss,
  currentStepIndex,
  type Flow,
  hasSent,
  isBusy,
  isFinished,
  isOpen,
} from './flow'
import type { CommitIntent } from './kinds/commit'
import type { Intent } from './kinds/kinds'
import { reduceFlow, type StepEvent } from './reduceFlow'
import { isStartable, type StepStatus } from './step'
import { SAMPLE_COMMIT, SAMPLE_LEG } from './testing/sampleCommit'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const hashOf = (n: number): Hash => `0x${n.toString(16).padStart(64, '0')}`

const { pool, committer } = SAMPLE_COMMIT
const CLAIM: Intent = { kind: 'claim', title: 'Claim', pool, committer }

function newFlow(intent: Intent = SAMPLE_COMMIT, needsApproval = true): Flow {
  return createFlow(
    { id: 'f', chainId: 1, account: ACCOUNT, createdAtMs: 0, intent },
    needsApproval,
  )
}

/** A flow of one step in the given status. */
function flowAt(status: StepStatus): Flow {
  return { ...newFlow(CLAIM), steps: [{ kind: 'claim', leg: undefined, status, hashes: [] }] }
}

const SEARCH = { fromBlock: 10n }
const LATER = { fromBlock: 99n }
const TRACE = { sender: ACCOUNT, nonce: 7 } as const
const OLD = hashOf(1)
const NEW = hashOf(2)

const STATUSES = {
  ready: { at: 'ready' },
  simulating: { at: 'simulating' },
  signing: { at: 'signing', ...SEARCH },
  unknown: { at: 'unknown', ...SEARCH },
  'unknown, searched': { at: 'unknown', ...SEARCH, searched: 'nothing' },
  'unknown, unsearchable': { at: 'unknown', ...SEARCH, searched: 'failed' },
  'unknown, warned': { at: 'unknown', ...SEARCH, searched: 'failed', isWarned: true },
  submitted: { at: 'submitted', callsId: '0xca11', ...SEARCH },
  'submitted and missing': { at: 'submitted', callsId: '0xca11', ...SEARCH, missing: true },
  sent: { at: 'sent', hash: OLD, ...SEARCH },
  'sent and seen': { at: 'sent', hash: OLD, ...SEARCH, trace: TRACE },
  'sent and missing': { at: 'sent', hash: OLD, ...SEARCH, trace: TRACE, missing: true },
  done: { at: 'done', hash: OLD },
  'done without a hash': { at: 'done', hash: undefined },
  reverted: { at: 'failed', hash: OLD, because: 'reverted' },
  replaced: { at: 'failed', hash: OLD, because: 'replaced' },
  dropped: { at: 'failed', hash: OLD, because: 'dropped' },
  'dropped without a hash': { at: 'failed', hash: undefined, because: 'dropped' },
  partly: { at: 'failed', hash: undefined, because: 'partly' },
  stopped: { at: 'stopped', code: 'REJECTED', message: 'You declined.' },
} as const satisfies Record<string, StepStatus>

const EVENTS = {
  simulate: { type: 'simulate' },
  askWallet: { type: 'askWallet', ...LATER },
  stop: { type: 'stop', code: 'RPC', message: 'No network.' },
  lose: { type: 'lose' },
  send: { type: 'send', hash: NEW },
  submit: { type: 'submit', callsId: '0xca11' },
  learn: { type: 'learn', hash: NEW },
  sight: { type: 'sight', ...TRACE },
  miss: { type: 'miss' },
  replace: { type: 'replace', hash: NEW },
  confirm: { type: 'confirm' },
  'confirm a hash': { type: 'confirm', hash: NEW },
  'fail reverted': { type: 'fail', because: 'reverted' },
  'fail replaced': { type: 'fail', because: 'replaced' },
  'fail partly': { type: 'fail', because: 'partly', reason: 'Why.' },
  reappear: { type: 'reappear' },
  'search finds nothing': { type: 'searched', result: 'nothing' },
  'search fails': { type: 'searched', result: 'failed' },
  declareUnsent: { type: 'declareUnsent', wasWarned: false },
  'declareUnsent in view of the warning': { type: 'declareUnsent', wasWarned: true },
  reload: { type: 'reload' },
  // A claim cannot become a batch; orders are tried below.
  batch: { type: 'batch' },
  unbatch: { type: 'unbatch' },
  // Nor is anything projected of it.
  agree: { type: 'agree', projection: undefined },
} as const satisfies Record<string, StepEvent>

type StatusName = keyof typeof STATUSES
type EventName = keyof typeof EVENTS
type Outcome = StepStatus | 'refused'

const STOPPED: StepStatus = { at: 'stopped', code: 'RPC', message: 'No network.' }
const NONE_FITS = Object.fromEntries(
  Object.keys(EVENTS).map((name) => [name, 'refused']),
) as Readonly<Record<EventName, Outcome>>
const ONLY_STARTS = { ...NONE_FITS, simulate: STATUSES.simulating }
const IN_THE_WALLET: Readonly<Record<EventName, Outcome>> = {
  ...NONE_FITS,
  send: { at: 'sent', hash: NEW, ...SEARCH },
  confirm: { at: 'done', hash: undefined },
  'confirm a hash': { at: 'done', hash: NEW },
  'fail reverted': { at: 'failed', hash: undefined, because: 'reverted' },
  'fail replaced': { at: 'failed', hash: undefined, because: 'replaced' },
  'fail partly': { at: 'failed', hash: undefined, because: 'partly', reason: 'Why.' },
}
const ON_ITS_WAY: Readonly<Record<EventName, Outcome>> = {
  ...NONE_FITS,
  replace: { at: 'sent', hash: NEW, ...SEARCH, trace: TRACE },
  confirm: { at: 'done', hash: OLD },
  'confirm a hash': { at: 'done', hash: NEW },
  'fail reverted': STATUSES.reverted,
  'fail replaced': STATUSES.replaced,
  'fail partly': { at: 'failed', hash: OLD, because: 'partly', reason: 'Why.' },
}

const UNKNOWN: Readonly<Record<EventName, Outcome>> = {
  ...NONE_FITS,
  send: { at: 'sent', hash: NEW, ...SEARCH },
  submit: STATUSES.submitted,
  confirm: { at: 'done', hash: undefined },
  'confirm a hash': { at: 'done', hash: NEW },
}

/** What every event does in every status. */
const TABLE: Readonly<Record<StatusName, Readonly<Record<EventName, Outcome>>>> = {
  ready: ONLY_STARTS,
  simulating: {
    ...NONE_FITS,
    askWallet: { at: 'signing', ...LATER },
    stop: STOPPED,
    confirm: { at: 'done', hash: undefined },
    'confirm a hash': { at: 'done', hash: NEW },
    reload: STATUSES.ready,
  },
  signing: {
    ...NONE_FITS,
    stop: STOPPED,
    lose: STATUSES.unknown,
    send: { at: 'sent', hash: NEW, ...SEARCH },
    submit: STATUSES.submitted,
    reload: STATUSES.unknown,
  },
  unknown: {
    ...UNKNOWN,
    'search finds nothing': STATUSES['unknown, searched'],
    'search fails': STATUSES['unknown, unsearchable'],
    // Nothing speaks for it yet but the person.
    declareUnsent: { ...STATUSES.unknown, isWarned: true },
    'declareUnsent in view of the warning': { ...STATUSES.unknown, isWarned: true },
  },
  'unknown, searched': {
    ...UNKNOWN,
    'search finds nothing': STATUSES['unknown, searched'],
    'search fails': STATUSES['unknown, unsearchable'],
    declareUnsent: STATUSES.ready,
    'declareUnsent in view of the warning': STATUSES.ready,
  },
  'unknown, unsearchable': {
    ...UNKNOWN,
    'search finds nothing': STATUSES['unknown, searched'],
    'search fails': STATUSES['unknown, unsearchable'],
    declareUnsent: STATUSES['unknown, warned'],
    'declareUnsent in view of the warning': STATUSES['unknown, warned'],
  },
  'unknown, warned': {
    ...UNKNOWN,
    'search finds nothing': { ...STATUSES['unknown, warned'], searched: 'nothing' },
    'search fails': STATUSES['unknown, warned'],
    // Said twice, but the second time on the words of the first.
    declareUnsent: STATUSES['unknown, warned'],
    'declareUnsent in view of the warning': STATUSES.ready,
  },
  submitted: {
    ...IN_THE_WALLET,
    miss: STATUSES['submitted and missing'],
    // The wallet says that it did not carry it out: the chain is searched.
    lose: { at: 'unknown', callsId: '0xca11', ...SEARCH },
  },
  'submitted and missing': {
    ...IN_THE_WALLET,
    lose: { at: 'unknown', callsId: '0xca11', ...SEARCH },
    declareUnsent: STATUSES['dropped without a hash'],
    'declareUnsent in view of the warning': STATUSES['dropped without a hash'],
  },
  sent: {
    ...ON_ITS_WAY,
    sight: STATUSES['sent and seen'],
    miss: { ...STATUSES.sent, missing: true },
    replace: { at: 'sent', hash: NEW, ...SEARCH },
  },
  'sent and seen': { ...ON_ITS_WAY, miss: STATUSES['sent and missing'] },
  'sent and missing': {
    ...ON_ITS_WAY,
    sight: STATUSES['sent and seen'],
    replace: { ...STATUSES['sent and missing'], hash: NEW },
    declareUnsent: STATUSES.dropped,
    'declareUnsent in view of the warning': STATUSES.dropped,
  },
  done: NONE_FITS,
  'done without a hash': NONE_FITS,
  reverted: ONLY_STARTS,
  replaced: ONLY_STARTS,
  dropped: { ...ONLY_STARTS, reappear: { at: 'sent', hash: OLD } },
  'dropped without a hash': ONLY_STARTS,
  partly: NONE_FITS,
  stopped: ONLY_STARTS,
}

const statusNames = Object.keys(STATUSES) as StatusName[]
const eventNames = Object.keys(EVENTS) as EventName[]
const pairs = statusNames.flatMap((status) => eventNames.map((event) => ({ status, event })))

describe('a step', () => {
  it.each(pairs)('that is $status, on $event', ({ status, event }) => {
    const flow = flowAt(STATUSES[status])
    const next = reduceFlow(flow, 0, EVENTS[event])
    // A hash is kept wherever a step stands that has started, and changes nothing else.
    const isKept = event === 'learn' && status !== 'ready'
    const outcome = isKept ? STATUSES[status] : TABLE[status][event]
    if (outcome === 'refused') expect(next).toBe(flow)
    else expect(next.steps[0]?.status).toEqual(outcome)
  })

  it('that does not exist takes no event', () => {
    const flow = newFlow()
    for (const index of [-1, 2, 99])
      expect(reduceFlow(flow, index, { type: 'simulate' })).toBe(flow)
  })

  it('leaves the flow it came from untouched', () => {
    const flow = newFlow()
    const before = structuredClone(flow)
    reduceFlow(flow, 0, { type: 'simulate' })
    expect(flow).toEqual(before)
  })

  it('keeps the hash of a reverted try when a second one is sent', () => {
    let flow = flowAt({ at: 'signing', ...SEARCH })
    for (const event of [
      { type: 'send', hash: OLD },
      { type: 'fail', because: 'reverted' },
      { type: 'simulate' },
      { type: 'askWallet', ...LATER },
      { type: 'send', hash: NEW },
      { type: 'confirm', hash: NEW },
    ] as const)
      flow = reduceFlow(flow, 0, event)
    expect(flow.steps[0]).toMatchObject({
      kind: 'claim',
      status: { at: 'done', hash: NEW },
      hashes: [OLD, NEW],
    })
  })

  it.each([
    { type: 'fail', because: 'reverted', of: OLD },
    { type: 'replace', hash: OLD, of: OLD },
    { type: 'miss', of: OLD },
    { type: 'sight', sender: '0x00000000000000000000000000000000000000aa', nonce: 7, of: OLD },
  ] as const)('takes nothing from a late look at a try before: $type', (event) => {
    const flow = flowAt({ at: 'sent', hash: NEW, fromBlock: 1n })
    expect(reduceFlow(flow, 0, event)).toBe(flow)
    expect(reduceFlow(flow, 0, { ...event, of: NEW })).not.toBe(flow)
  })

  it('lists a hash once, however often it is told', () => {
    let flow = flowAt({ at: 'signing', ...SEARCH })
    flow = reduceFlow(flow, 0, { type: 'send', hash: OLD })
    flow = reduceFlow(flow, 0, { type: 'replace', hash: OLD })
    flow = reduceFlow(flow, 0, { type: 'confirm', hash: OLD })
    expect(flow.steps[0]?.hashes).toEqual([OLD])
  })
})

describe('a flow', () => {
  it('has the steps that its intent needs', () => {
    const kinds = (flow: Flow) => flow.steps.map(({ kind }) => kind)
    expect(kinds(newFlow(SAMPLE_COMMIT, true))).toEqual(['approve', 'commit'])
    expect(kinds(newFlow(SAMPLE_COMMIT, false))).toEqual(['commit'])
    expect(kinds(newFlow(CLAIM, false))).toEqual(['claim'])
    expect(kinds(newFlow(CLAIM, true))).toEqual(['claim'])
  })

  it.each(statusNames)('begins its second step only when its first is done: %s', (name) => {
    const flow: Flow = {
      ...newFlow(),
      steps: [
        { kind: 'approve', leg: undefined, status: STATUSES[name], hashes: [] },
        { kind: 'commit', leg: 0, status: { at: 'ready' }, hashes: [] },
      ],
    }
    const begun = reduceFlow(flow, 1, { type: 'simulate' })
    if (STATUSES[name].at === 'done') expect(begun.steps[1]?.status.at).toBe('simulating')
    else expect(begun).toBe(flow)
  })

  it('points at the first step that is not done', () => {
    const done = { at: 'done', hash: undefined } as const
    const flow = newFlow()
    expect(currentStepIndex(flow)).toBe(0)
    const [approve, commit] = flow.steps
    if (approve === undefined || commit === undefined) throw new Error('two steps')
    const half = { ...flow, steps: [{ ...approve, status: done }, commit] }
    expect([currentStepIndex(half), isFinished(half)]).toEqual([1, false])
    const whole = {
      ...flow,
      steps: [
        { ...approve, status: done },
        { ...commit, status: done },
      ],
    }
    expect([currentStepIndex(whole), isFinished(whole)]).toEqual([-1, true])
  })

  it.each<[StatusName, busy: boolean, open: boolean, sent: boolean]>([
    ['ready', false, true, false],
    ['simulating', true, true, false],
    ['signing', true, true, false],
    ['unknown', true, true, false],
    ['submitted', true, true, true],
    ['submitted and missing', true, true, true],
    ['sent', true, true, true],
    ['sent and missing', true, true, true],
    ['done', false, false, true],
    ['reverted', false, true, false],
    ['replaced', false, true, false],
    ['dropped', false, true, false],
    ['partly', false, true, false],
    ['stopped', false, true, false],
  ])('with a step that is %s: busy %s, open %s, sent %s', (name, busy, open, sent) => {
    const flow = flowAt(STATUSES[name])
    expect([isBusy(flow), isOpen(flow), hasSent(flow, 'claim')]).toEqual([busy, open, sent])
    expect(hasSent(flow, 'commit')).toBe(false)
    expect(isOpen({ ...flow, dismissed: true })).toBe(false)
  })

  it('can be dismissed unless it is being tried out, or only the person knows whether something was sent', () => {
    const kept = statusNames.filter((name) => !canDismiss(flowAt(STATUSES[name])))
    expect(kept).toEqual([
      'simulating',
      'unknown',
      'unknown, searched',
      'unknown, unsearchable',
      'unknown, warned',
    ])
    const atWork = { ...flowAt(STATUSES.ready), isRunning: true }
    expect(canDismiss(atWork)).toBe(false)
    expect(canDismiss({ ...flowAt(STATUSES.sent), isRunning: true })).toBe(true)
  })

  it('can be started exactly where nothing is on its way', () => {
    const startable = statusNames.filter((name) => isStartable(STATUSES[name]))
    expect(startable).toEqual([
      ...['ready', 'reverted', 'replaced', 'dropped', 'dropped without a hash', 'stopped'],
    ])
  })
})

describe('an order', () => {
  const legs = [{ ...SAMPLE_LEG, commitType: 2 as const }, SAMPLE_LEG]
  const order: CommitIntent = { ...SAMPLE_COMMIT, legs }
  const kinds = (flow: Flow) => flow.steps.map((step) => [step.kind, step.leg])
  const begun = reduceFlow(newFlow(order), 0, { type: 'simulate' })
  const batch = reduceFlow(begun, 0, { type: 'batch' })
  const requested = reduceFlow(batch, 0, { type: 'askWallet', ...SEARCH, callsId: '0xca11' })

  it('is one step for each of its parts', () => {
    expect(kinds(begun)).toEqual([
      ['approve', undefined],
      ['commit', 0],
      ['commit', 1],
    ])
  })

  it('becomes a batch when it has only just started, and keeps the name it is requested for with', () => {
    expect(kinds(batch)).toEqual([['batch', undefined]])
    expect(batch.steps[0]?.status).toEqual({ at: 'simulating' })
    expect(requested.steps[0]?.status).toEqual({ at: 'signing', ...SEARCH, callsId: '0xca11' })
    for (const flow of [newFlow(order), batch, requested])
      expect(reduceFlow(flow, 0, { type: 'batch' })).toBe(flow)
    const approved = reduceFlow(begun, 0, { type: 'confirm', hash: OLD })
    const second = reduceFlow(approved, 1, { type: 'simulate' })
    expect(reduceFlow(second, 1, { type: 'batch' })).toBe(second)
  })

  it('is sent in parts, and never as a batch again, when the wallet turns the batch down', () => {
    const split = reduceFlow(requested, 0, { type: 'unbatch' })
    expect([kinds(split), split.unbatched]).toEqual([kinds(begun), true])
    const again = reduceFlow(split, 0, { type: 'simulate' })
    expect(reduceFlow(again, 0, { type: 'batch' })).toBe(again)
    const lost = reduceFlow(requested, 0, { type: 'lose' })
    expect(reduceFlow(lost, 0, { type: 'unbatch' })).toBe(lost)
  })

  it('counts as sent with the batch that holds it', () => {
    const submitted = reduceFlow(requested, 0, { type: 'submit', callsId: '0xca11' })
    expect([hasSent(requested, 'commit'), hasSent(submitted, 'commit')]).toEqual([false, true])
  })

  it('says what the wallet answered instead of a hash', () => {
    const lost = reduceFlow(requested, 0, { type: 'lose', message: 'Busy.' })
    expect(lost.steps[0]?.status).toMatchObject({ at: 'unknown', message: 'Busy.' })
  })
})

const anyHash = fc.integer({ min: 1, max: 6 }).map(hashOf)
const anyEvent: fc.Arbitrary<StepEvent> = fc.oneof(
  fc.constant({ type: 'simulate' } as const),
  fc.record({
    type: fc.constant('askWallet' as const),
    fromBlock: fc.bigInt({ min: 0n, max: 9n }),
  }),
  fc.constant({ type: 'stop', code: 'RPC', message: '' } as const),
  fc.constant({ type: 'lose' } as const),
  fc.record({ type: fc.constant('send' as const), hash: anyHash }),
  fc.record({ type: fc.constant('replace' as const), hash: anyHash }),
  fc.constant({ type: 'confirm' } as const),
  fc.record({ type: fc.constant('confirm' as const), hash: anyHash }),
  fc.record({
    type: fc.constant('fail' as const),
    because: fc.constantFrom('reverted' as const, 'replaced' as const),
  }),
  fc.constantFrom(
    { type: 'submit', callsId: '0xca11' } as const,
    { type: 'sight', ...TRACE } as const,
    { type: 'miss' } as const,
    { type: 'reappear' } as const,
    { type: 'declareUnsent', wasWarned: false } as const,
    { type: 'declareUnsent', wasWarned: true } as const,
    { type: 'reload' } as const,
  ),
  fc.record({ type: fc.constant('learn' as const), hash: anyHash }),
)
const anyHistory = fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), anyEvent), {
  minLength: 1,
  maxLength: 80,
})

/** Plays a history and shows each accepted event with the flow before and after it. */
function play(
  history: readonly (readonly [number, StepEvent])[],
  onAccepted: (index: number, event: StepEvent, before: Flow, after: Flow) => void,
): Flow {
  let flow = newFlow()
  for (const [index, event] of history) {
    const next = reduceFlow(flow, index, event)
    if (next !== flow) onAccepted(index, event, flow, next)
    flow = next
  }
  return flow
}

it('what another page finds of an earlier request does not end the one that the wallet has now', () => {
  const order = newFlow(SAMPLE_COMMIT, false)
  const asked = (flow: Flow, nonce: number) =>
    reduceFlow(reduceFlow(flow, 0, { type: 'simulate' }), 0, {
      type: 'askWallet',
      ...SEARCH,
      nonce,
    })
  const found = { type: 'send', hash: OLD, isSearched: true } as const
  const reverted = reduceFlow(reduceFlow(asked(order, 0), 0, found), 0, {
    type: 'fail',
    because: 'reverted',
  })
  const again = asked(reverted, 1)
  expect(again.steps[0]?.status.at).toBe('signing')
  expect(reduceFlow(again, 0, found)).toBe(again)
  const unknown = reduceFlow(again, 0, { type: 'reload' })
  expect(reduceFlow(unknown, 0, found)).toBe(unknown)
  const other = reduceFlow(unknown, 0, { ...found, hash: NEW })
  expect(other.steps[0]?.status).toMatchObject({ at: 'sent', hash: NEW })
})

describe('whatever happens in whatever order', () => {
  it('the wallet is never asked again while an earlier request may have been sent', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        // A request is settled only by a refusal, a failed transaction or the person's word.
        const unsettled = new Set<number>()
        play(history, (index, event) => {
          if (event.type === 'askWallet') {
            expect(unsettled.has(index)).toBe(false)
            unsettled.add(index)
          }
          if (['stop', 'fail', 'declareUnsent'].includes(event.type)) unsettled.delete(index)
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('every hash that was ever accepted stays, in the order it came', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const seen = new Map<number, Hash[]>()
        const flow = play(history, (index, event) => {
          if (!('hash' in event) || event.hash === undefined) return
          const hashes = seen.get(index) ?? []
          if (!hashes.includes(event.hash)) seen.set(index, [...hashes, event.hash])
        })
        flow.steps.forEach((step, index) => {
          expect(step.hashes).toEqual(seen.get(index) ?? [])
        })
      }),
      { numRuns: 500 },
    )
  })

  it('the hash that a step stands on is among its hashes', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, (index, _event, _before, after) => {
          const step = after.steps[index]
          const hash = step !== undefined && 'hash' in step.status ? step.status.hash : undefined
          if (hash !== undefined) expect(step?.hashes).toContain(hash)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('a step that is done stays so; only another hash can come to it', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, (_index, _event, before, after) => {
          before.steps.forEach((step, index) => {
            if (step.status.at !== 'done') return
            const { hashes, ...rest } = after.steps[index] ?? step
            expect({ ...rest, hashes: step.hashes }).toEqual(step)
            expect(hashes.slice(0, step.hashes.length)).toEqual(step.hashes)
          })
        })
      }),
      { numRuns: 500 },
    )
  })

  it('an event changes one step, and no later step while an earlier one is not done', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, (index, _event, before, after) => {
          before.steps.forEach((step, other) => {
            if (other !== index) expect(after.steps[other]).toBe(step)
            if (other < index) expect(step.status.at).toBe('done')
          })
          expect({ ...after, steps: [] }).toEqual({ ...before, steps: [] })
        })
      }),
      { numRuns: 500 },
    )
  })
})
