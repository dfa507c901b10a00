import { describe, expect, it } from 'vitest'
import type { Flow } from './flow'
import { isFlow } from './flowSchema'
import { KINDS } from './kinds/kinds'
import type { StepStatus } from './step'
import { sampleFlow } from './testing/sampleKinds'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const HASH = `0x${'1'.repeat(64)}` as const
const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[]

/** As it comes back from storage: without what is undefined. */
function stored(flow: Flow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(flow).filter(([, value]) => value !== undefined))
}

function withStatus(status: unknown, hashes: readonly string[] = []) {
  const flow = sampleFlow('claim', ACCOUNT)
  return { ...flow, steps: [{ kind: 'claim', status, hashes }] }
}

describe('what the browser has kept', () => {
  it.each(kinds)('is a flow as it was begun: %s', (kind) => {
    expect(isFlow(stored(sampleFlow(kind, ACCOUNT)))).toBe(true)
  })

  it.each<StepStatus>([
    { at: 'ready' },
    { at: 'signing', fromBlock: 1n, nonce: 0, callsId: '0xca11' },
    { at: 'unknown', fromBlock: 1n, message: 'Busy.', searched: 'failed', isWarned: true },
    { at: 'submitted', callsId: '0xca11', fromBlock: 1n, missing: true },
    { at: 'sent', hash: HASH, fromBlock: 1n, trace: { sender: ACCOUNT, nonce: 3 } },
    { at: 'done', hash: undefined },
    { at: 'failed', hash: HASH, because: 'undone', reason: 'Why.' },
    { at: 'stopped', code: 'RPC', message: 'No network.' },
  ])('may stand at $at', (status) => {
    expect(isFlow(withStatus(status))).toBe(true)
  })

  it.each<[what: string, value: unknown]>([
    ['a status that there is not', withStatus({ at: 'approved' })],
    ['no block to search from', withStatus({ at: 'unknown' })],
    ['a block before the first', withStatus({ at: 'unknown', fromBlock: -1n })],
    ['a nonce that is none', withStatus({ at: 'signing', fromBlock: 1n, nonce: 0.5 })],
    ['no hash', withStatus({ at: 'sent' })],
    ['a hash that is a link', withStatus({ at: 'sent', hash: 'javascript:alert(1)' })],
    ['a list of hashes with another thing in it', withStatus({ at: 'ready' }, ['0x1'])],
    ['a failure that there is not', withStatus({ at: 'failed', because: 'bored' })],
    ['more changes than anybody makes', { ...sampleFlow('claim', ACCOUNT), revision: 1e300 }],
    ['an account that is none', { ...sampleFlow('claim', ACCOUNT), account: '0x1' }],
    [
      'a step of another kind',
      { ...sampleFlow('claim', ACCOUNT), steps: sampleFlow('upkeep', ACCOUNT).steps },
    ],
    [
      'a kind that there is not',
      { ...sampleFlow('claim', ACCOUNT), intent: { kind: 'toString', title: '' } },
    ],
  ])('is no flow with %s', (_, value) => {
    expect(isFlow(value)).toBe(false)
  })

  it('may be an order of before consent was kept with it, or of after', () => {
    const flow = sampleFlow('commit', ACCOUNT)
    expect('consent' in flow.intent).toBe(false)
    expect(isFlow(stored(flow))).toBe(true)
    const consent = '0xa1,feed 0xa2'
    expect(isFlow({ ...flow, revision: 7, intent: { ...flow.intent, consent } })).toBe(true)
    expect(isFlow({ ...flow, intent: { ...flow.intent, consent: true } })).toBe(false)
  })

  it('is no order with a step for a part that it does not have', () => {
    const flow = sampleFlow('commit', ACCOUNT)
    const steps = flow.steps.map((step) => ({ ...step, leg: 9 }))
    expect(isFlow({ ...flow, steps })).toBe(false)
  })

  it.each<[what: string, part: object]>([
    ['a pool that is no address', { pool: 'here' }],
    ['a negative amount', { legs: [{ commitType: 0, amount: -5n, fromAggregateBalance: false }] }],
    [
      'an amount beyond a word',
      { legs: [{ commitType: 0, amount: 2n ** 256n, fromAggregateBalance: false }] },
    ],
    ['no legs', { legs: [] }],
    ['a negative offer', { autoClaimWei: -1n }],
    ['a promise of something else', { promise: 'much' }],
    ['a promise without its interval', { promise: { longTokens: 1n } }],
  ])('is no order with %s', (_, part) => {
    const flow = sampleFlow('commit', ACCOUNT)
    expect(isFlow({ ...flow, intent: { ...flow.intent, ...part } })).toBe(false)
  })
})
