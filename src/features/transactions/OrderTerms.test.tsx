import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Address } from 'viem'
import { describe, expect, it, vi } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { LiveSnapshot } from '../../data/SnapshotProvider'
import { createFlow } from '../../flows/createFlow'
import { figuresNow, projectionOf } from '../../flows/orderProjection'
import type { StepStatus } from '../../flows/step'
import { SAMPLE_COMMIT, SAMPLE_LEG } from '../../flows/testing/sampleCommit'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_USER } from '../../protocol/userBalance'
import { OrderTerms, ResumeOrder } from './OrderTerms'

vi.mock('../../data/SnapshotProvider', () => ({ useSnapshot: () => live }))
vi.mock('../../data/useNow', () => ({ useChainNowSec: () => 0 }))
vi.mock('../../data/FlowsProvider', () => ({ useFlowActions: () => ({}) }))

const ACCOUNT = '0x00000000000000000000000000000000000000b1'
const token = (symbol: string) => ({ symbol, decimals: 18 })
const POOL = {
  facts: {
    address: SAMPLE_COMMIT.pool,
    settlementToken: token('USDC'),
    longToken: token('3L'),
    shortToken: token('3S'),
  },
  snapshot: SAMPLE_POOL,
  account: { user: NO_USER },
} as PoolAtBlock

let live: Pick<LiveSnapshot, 'snapshot' | 'isWatched'>

function lookAt(account: Address | undefined, snapshot = POOL.snapshot, isWatched = false): void {
  const pools = [{ ...POOL, snapshot }]
  live = { snapshot: { account, pools } as unknown as LiveSnapshot['snapshot'], isWatched }
}

/** An order whose only step stands so, projected for an interval. */
function order(status: StepStatus, intervalId = SAMPLE_POOL.updateIntervalId) {
  const legs = [{ ...SAMPLE_LEG, amount: 10n ** 22n }]
  const figures = figuresNow(POOL, legs, intervalId)
  const projection = projectionOf(POOL, { projection: undefined }, figures, 0, 1n)
  const intent = { ...SAMPLE_COMMIT, legs, projection }
  const flow = createFlow({ id: 'id', chainId: 1, account: ACCOUNT, createdAtMs: 0, intent }, false)
  const steps = flow.steps.map((step) => ({ ...step, status }))
  return { ...flow, intent, steps, isRunning: false }
}

const draw = (flow: ReturnType<typeof order>) => renderToStaticMarkup(<OrderTerms flow={flow} />)

describe('the figures of an order on its way', () => {
  it('are of the projected interval where the clock has passed a cut-off and no block has', () => {
    lookAt(ACCOUNT)
    const signing = { at: 'signing', fromBlock: 1n } as const
    expect(draw(order(signing))).toBe('')
    expect(draw(order(signing, SAMPLE_POOL.updateIntervalId + 1n))).toBe('')
    lookAt(ACCOUNT, { ...SAMPLE_POOL, timestampSec: SAMPLE_POOL.timestampSec + 3_500n })
    expect(draw(order(signing))).toMatch(/cut-off passed.*Reject it/)
  })

  it('are nothing to decide on once the wallet has carried out a part of it', () => {
    lookAt(ACCOUNT, { ...SAMPLE_POOL, timestampSec: SAMPLE_POOL.timestampSec + 3_500n })
    const failed = { at: 'failed', hash: undefined } as const
    expect(draw(order({ ...failed, because: 'partly' }))).toBe('')
    expect(draw(order({ ...failed, because: 'reverted' }))).toMatch(/The transaction did nothing/)
  })
})

describe('the button that takes an order onward', () => {
  const stopped = { at: 'stopped', code: 'FIGURES_CHANGED', message: 'Changed.' } as const
  const resume = (flow: ComponentProps<typeof ResumeOrder>['flow']) =>
    renderToStaticMarkup(<ResumeOrder flow={flow} label="Try again" />)

  it('waits while the figures of its account are not those that the page has', () => {
    lookAt(SAMPLE_COMMIT.committer, SAMPLE_POOL, true)
    expect(resume(order(stopped))).toMatch(/belongs to another account.*disabled=""/)
    lookAt(undefined)
    expect(resume(order(stopped))).toMatch(/Loading current figures.*disabled=""/)
    lookAt(ACCOUNT)
    expect(resume(order(stopped))).not.toMatch(/<p|disabled=""/)
  })

  it('needs none where nothing was projected', () => {
    lookAt(SAMPLE_COMMIT.committer, SAMPLE_POOL, true)
    const flow = order(stopped)
    const unprojected = { ...flow, intent: { ...flow.intent, projection: undefined } }
    expect(resume(unprojected)).not.toMatch(/<p|disabled=""/)
  })
})
