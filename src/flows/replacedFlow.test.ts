import { describe, expect, it } from 'vitest'
import { createFlow } from './createFlow'
import type { Flow } from './flow'
import type { Intent } from './kinds/kinds'
import { openFlows } from './openFlows'
import { isReplacedBy } from './replacedFlow'
import type { StepStatus } from './step'
import { SAMPLE_COMMIT, SAMPLE_LEG } from './testing/sampleCommit'
import { SAMPLE_INTENTS } from './testing/sampleKinds'

const ACCOUNT = '0x00000000000000000000000000000000000000b1'
const OTHER = '0x00000000000000000000000000000000000000b2'
const HASH = `0x${'1'.repeat(64)}` as const

const about = (id: string, intent: Intent = SAMPLE_COMMIT) =>
  ({ id, chainId: 1, account: ACCOUNT, createdAtMs: 0, intent }) as const

const STOPPED: StepStatus = { at: 'stopped', code: 'FIGURES_CHANGED', message: '' }

/** Approved, then stopped before the commit. */
function unsent(intent: Intent = SAMPLE_COMMIT, last: StepStatus = STOPPED): Flow {
  const flow = createFlow(about('old', intent), true)
  const end = flow.steps.length - 1
  const steps = flow.steps.map((step, index) => ({
    ...step,
    status: index === end ? last : ({ at: 'done', hash: HASH } as const),
  }))
  return { ...flow, steps }
}

const next = (intent: Intent = SAMPLE_COMMIT) => createFlow(about('new', intent), false)

describe('an order that was approved and not sent is replaced', () => {
  it('by the same one, with another amount too', () => {
    expect(isReplacedBy(unsent(), next())).toBe(true)
    const legs = [{ ...SAMPLE_LEG, amount: SAMPLE_LEG.amount + 1n }]
    expect(isReplacedBy(unsent(), next({ ...SAMPLE_COMMIT, legs }))).toBe(true)
  })

  it('not by an order of another kind, pool or account', () => {
    const legs = [{ ...SAMPLE_LEG, commitType: SAMPLE_LEG.commitType === 0 ? 1 : 0 } as const]
    expect(isReplacedBy(unsent(), next({ ...SAMPLE_COMMIT, legs }))).toBe(false)
    expect(isReplacedBy(unsent(), next({ ...SAMPLE_COMMIT, committer: OTHER }))).toBe(false)
    expect(isReplacedBy(unsent(), { ...next(), account: OTHER })).toBe(false)
    expect(isReplacedBy(unsent(), next(SAMPLE_INTENTS.swap))).toBe(false)
  })

  it.each<StepStatus>([
    { at: 'signing', fromBlock: 1n },
    { at: 'unknown', fromBlock: 1n },
    { at: 'sent', hash: HASH },
    { at: 'done', hash: HASH },
  ])('not where it has been, or may have been sent: $at', (status) => {
    expect(isReplacedBy(unsent(SAMPLE_COMMIT, status), next())).toBe(false)
  })

  it('not where one of its commits went out', () => {
    const half = unsent({ ...SAMPLE_COMMIT, legs: [SAMPLE_LEG, SAMPLE_LEG] })
    expect(isReplacedBy(half, next({ ...SAMPLE_COMMIT, legs: [SAMPLE_LEG, SAMPLE_LEG] }))).toBe(
      false,
    )
  })
})

it('what may be done twice without harm stays', () => {
  const claims = [SAMPLE_INTENTS.claim, SAMPLE_INTENTS.claimRewards, SAMPLE_INTENTS.exitFarm]
  for (const intent of claims) expect(isReplacedBy(unsent(intent), next(intent))).toBe(false)
  const { swap, stake, withdrawStake, joinPool, exitPool } = SAMPLE_INTENTS
  for (const intent of [swap, stake, withdrawStake, joinPool, exitPool])
    expect(isReplacedBy(unsent(intent), next(intent))).toBe(true)
})

it('beginning again puts the old attempt out of sight, and keeps it', () => {
  const { store, begin } = openFlows(undefined)
  begin(about('old'), false)
  store.dispatch('old', 0, { type: 'simulate' })
  store.dispatch('old', 0, { type: 'stop', code: 'REJECTED', message: '' })
  begin(about('new'), false)
  expect(store.get().map(({ id, dismissed }) => [id, dismissed])).toEqual([
    ['new', false],
    ['old', true],
  ])
})
