import { describe, expect, it } from 'vitest'
import type { Flow } from './flow'
import { isFlow } from './flowSchema'
import { createFlowStore } from './flowStore'
import { KINDS } from './kinds/kinds'
import type { StepStatus } from './step'
import { SAMPLE_LEG } from './testing/sampleCommit'
import { SAMPLE_INTENTS, sampleFlow } from './testing/sampleKinds'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const ADDRESS = '0x00000000000000000000000000000000000000e1'
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
  it.each(kinds)('is a flow as it was started: %s', (kind) => {
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
    ['a time that there is not', { ...sampleFlow('claim', ACCOUNT), createdAtMs: 1e300 }],
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
    ['a pool that isn’t an address', { pool: 'here' }],
    ['a negative amount', { legs: [{ commitType: 0, amount: -5n, fromAggregateBalance: false }] }],
    [
      'an amount beyond a word',
      { legs: [{ commitType: 0, amount: 2n ** 256n, fromAggregateBalance: false }] },
    ],
    ['no legs', { legs: [] }],
    ['more legs than anybody sends', { legs: Array.from({ length: 16 }, () => SAMPLE_LEG) }],
    ['a negative offer', { autoClaimWei: -1n }],
    ['a projection of something else', { projection: 'much' }],
    ['a projection without its interval', { projection: { longTokens: 1n } }],
  ])('is no order with %s', (_, part) => {
    const flow = sampleFlow('commit', ACCOUNT)
    expect(isFlow({ ...flow, intent: { ...flow.intent, ...part } })).toBe(false)
  })
})

/** The intent of a stored flow of a kind, with a part of it written by someone else. */
function forged(kind: 'create' | 'upkeep', part: object) {
  const flow = sampleFlow(kind, ACCOUNT)
  return { ...flow, intent: { ...flow.intent, ...part } }
}

describe('a market to be made', () => {
  const { terms } = SAMPLE_INTENTS.create
  const withTerms = (part: object) => ({ terms: { ...terms, ...part } })

  it('may have been made in part', () => {
    const flow = sampleFlow('create', ACCOUNT)
    const [first, ...others] = flow.steps
    if (first === undefined) throw new Error('no steps')
    const steps = [{ ...first, status: { at: 'done', hash: HASH }, hashes: [HASH] }, ...others]
    const created = { created: { deploySpot: ADDRESS } }
    expect(isFlow({ ...forged('create', created), steps })).toBe(true)
  })

  it.each<[what: string, part: object]>([
    ['a contract that no step of it has made', { created: { deploySpot: ADDRESS } }],
    ['a contract of a step that there is not', { created: { approve: ADDRESS } }],
    ['a contract that isn’t an address', { created: { deploySpot: '0x1' } }],
    ['a feed that isn’t an address', { feed: 'ETH/USD' }],
    ['no price of ETH', { ethPrice: {} }],
    ['two prices of ETH', { ethPrice: { wrapper: ADDRESS, feed: ADDRESS } }],
    ['a price of ETH that isn’t an address', { ethPrice: { feed: '0x1' } }],
    ['more samples than an average takes', { sma: { numPeriods: 25, updateIntervalSec: 60 } }],
    ['no samples', { sma: { numPeriods: 0, updateIntervalSec: 60 } }],
    ['no time between samples', { sma: { numPeriods: 8, updateIntervalSec: 0 } }],
    ['no name', withTerms({ poolName: '' })],
    ['a longer name than is read', withTerms({ poolName: 'x'.repeat(65) })],
    ['no interval', withTerms({ updateIntervalSec: 0 })],
    ['a longer interval than the factory takes', withTerms({ updateIntervalSec: 2 ** 32 })],
    ['a front-running interval below zero', withTerms({ frontRunningIntervalSec: -1 })],
    ['no leverage', withTerms({ leverage: 0 })],
    ['a higher leverage than the factory takes', withTerms({ leverage: 2 ** 16 })],
    ['a fee below zero', withTerms({ mintingFeeWad: -1n })],
    ['a fee of more than all', withTerms({ burningFeeWad: 10n ** 18n + 1n })],
    ['a fee that is no whole number', withTerms({ burningFeeWad: 0.5 })],
    ['a token that isn’t an address', withTerms({ settlementToken: 'USDC' })],
    ['terms that there are not', withTerms({ changeInterval: 1n })],
    ['a pool on whose page it would be shown', { pool: ADDRESS }],
  ])('is none with %s', (_, part) => {
    expect(isFlow(forged('create', part))).toBe(false)
  })
})

describe('upkeeps', () => {
  const { pool } = SAMPLE_INTENTS.upkeep

  it.each<[what: string, part: object]>([
    ['no pools', { pools: [] }],
    ['a pool that isn’t an address', { pools: [pool, '0x1'] }],
    ['more pools than a block takes', { pools: Array.from({ length: 33 }, () => pool) }],
    ['pools without the one that it is shown with', { pools: [ADDRESS] }],
    ['no gas', { gas: 0n }],
    ['gas below zero', { gas: -1n }],
    ['more gas than a block has', { gas: 32_000_001n }],
  ])('are none with %s', (_, part) => {
    expect(isFlow(forged('upkeep', part))).toBe(false)
  })
})

it('what someone else has written costs its own row, and no other', () => {
  const flows = [forged('create', { ethPrice: {} }), sampleFlow('claim', ACCOUNT)]
  const text = JSON.stringify(flows, (_, value) =>
    typeof value === 'bigint' ? `bigint:${value}` : value,
  )
  const store = createFlowStore({ getItem: () => text, setItem: () => undefined })
  expect(store.get().map(({ intent }) => intent.kind)).toEqual(['claim'])
})
