import { expect, it, vi } from 'vitest'
import type { UnverifiedComponent } from '../chain/unverifiedComponent'
import { CommitType } from '../protocol/commitType'
import { createFlow } from './createFlow'
import { consentKey, consentProblem, isLeaving, needsConsent } from './orderConsent'
import { runFlow } from './runFlow'
import { FakeBrowser } from './testing/fakeBrowser'
import { FakeNetwork } from './testing/fakeNetwork'
import { SAMPLE_COMMIT, SAMPLE_LEG } from './testing/sampleCommit'
import { SAMPLE_CONTRACTS, sampleContracts } from './testing/sampleKinds'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const FEED: UnverifiedComponent = {
  kind: 'feed',
  address: '0x00000000000000000000000000000000000000A1',
}
const OTHER: UnverifiedComponent = {
  kind: 'feed',
  address: '0x00000000000000000000000000000000000000a2',
}
const BURN = { ...SAMPLE_LEG, commitType: CommitType.LongBurn }
const FLIP = { ...SAMPLE_LEG, commitType: CommitType.LongBurnShortMint }
const { pool } = SAMPLE_COMMIT

it('is needed for money that goes into what is not known, and never for leaving', () => {
  expect(needsConsent([FEED], isLeaving([SAMPLE_LEG]), undefined)).toBe(true)
  expect(needsConsent([FEED], isLeaving([BURN, SAMPLE_LEG]), undefined)).toBe(true)
  expect(needsConsent([FEED], isLeaving([FLIP]), OTHER.address)).toBe(true)
  expect(needsConsent([FEED], isLeaving([BURN, BURN]), undefined)).toBe(false)
  expect(needsConsent([], isLeaving([SAMPLE_LEG]), undefined)).toBe(false)
})

it('is not asked of an account that is the only unknown component', () => {
  expect(needsConsent([FEED], false, FEED.address)).toBe(false)
  expect(needsConsent([FEED, OTHER], false, FEED.address)).toBe(true)
})

it('is asked for again with another part, another address or another pool, and not for another order or spelling', () => {
  const key = consentKey('0xa', [FEED])
  expect(
    consentKey('0xA', [{ ...FEED, address: '0x00000000000000000000000000000000000000a1' }]),
  ).toBe(key)
  expect(consentKey('0xa', [OTHER])).not.toBe(key)
  expect(consentKey('0xa', [{ ...FEED, kind: 'oracle' }])).not.toBe(key)
  expect(consentKey('0xa', [FEED, OTHER])).not.toBe(key)
  expect(consentKey('0xa', [FEED, OTHER])).toBe(consentKey('0xa', [OTHER, FEED]))
  expect(consentKey('0xb', [FEED])).not.toBe(key)
})

it('that was given for other parts, or never, stops an order with a sentence', () => {
  const problem = (
    consent: string | undefined,
    unverifiedComponents: readonly UnverifiedComponent[],
  ) =>
    consentProblem({ ...SAMPLE_COMMIT, ...(consent === undefined ? {} : { consent }) }, ACCOUNT, {
      unverifiedComponents,
    })
  const given = consentKey(pool, [FEED])
  expect(problem(given, [FEED])).toBeUndefined()
  expect(problem(undefined, [])).toBeUndefined()
  expect(problem(given, [])).toBeUndefined()
  expect(problem(given, [FEED, OTHER])).toMatchObject({
    code: 'CONSENT_CHANGED',
    message:
      'The unverified components of this market have changed since you accepted them. Your commit was not sent. Review the market and start a new order.',
  })
  expect(problem(undefined, [FEED])?.message).toMatch(/haven’t accepted/)
})

/** Runs an order that has been kept, in a market of which something is unknown. */
async function runOrder(
  unverifiedComponents: readonly UnverifiedComponent[],
  consent: string | undefined,
  legs = [SAMPLE_LEG],
) {
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
  const network = new FakeNetwork(ACCOUNT, sampleContracts(ACCOUNT))
  const browser = new FakeBrowser(network, SAMPLE_CONTRACTS)
  browser.unverifiedComponents = unverifiedComponents
  browser.mood = 'refuse'
  const tab = await browser.open()
  const intent = { ...SAMPLE_COMMIT, legs, ...(consent === undefined ? {} : { consent }) }
  const about = { id: 'order', chainId: 1, account: ACCOUNT, createdAtMs: 0 } as const
  tab.store.add(
    createFlow(
      { ...about, intent },
      legs.every((leg) => leg !== BURN),
    ),
  )
  await runFlow(tab, 'order')
  vi.unstubAllGlobals()
  const [step] = tab.store.find('order')?.steps ?? []
  return { kind: step?.kind, status: step?.status, requests: browser.requestCount }
}

it('is looked for before the wallet is asked, for the approval already', async () => {
  const stopped = {
    kind: 'approve',
    status: { at: 'stopped', code: 'CONSENT_CHANGED' },
    requests: 0,
  }
  expect(await runOrder([FEED], undefined)).toMatchObject(stopped)
  expect(await runOrder([FEED], consentKey(pool, [OTHER]))).toMatchObject(stopped)
  expect(await runOrder([FEED], consentKey(pool, [FEED]))).toMatchObject({ requests: 1 })
  expect(await runOrder([], undefined)).toMatchObject({ requests: 1 })
})

it('is never asked for on the way out', async () => {
  expect(await runOrder([FEED], undefined, [BURN])).toMatchObject({ kind: 'commit', requests: 1 })
})
