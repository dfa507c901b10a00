import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { PoolAtBlock } from '../../chain/snapshot'
import type { LiveSnapshot } from '../../data/SnapshotProvider'
import { createFlow, type StepStatus } from '../../flows/flow'
import { figuresNow, promiseOf } from '../../flows/orderPromise'
import { SAMPLE_COMMIT, SAMPLE_LEG } from '../../flows/testing/sampleCommit'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_USER } from '../../protocol/userBalance'
import { OrderTerms } from './OrderTerms'

vi.mock('../../data/SnapshotProvider', () => ({ useSnapshot: () => live }))

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

let live: Pick<LiveSnapshot, 'snapshot'>

function lookAt(account: typeof ACCOUNT | undefined, snapshot = POOL.snapshot): void {
  const pools = [{ ...POOL, snapshot }]
  live = { snapshot: { account, pools } as unknown as LiveSnapshot['snapshot'] }
}

/** An order whose only step stands so, promised for an interval. */
function order(status: StepStatus, intervalId = SAMPLE_POOL.updateIntervalId) {
  const legs = [{ ...SAMPLE_LEG, amount: 10n ** 22n }]
  const figures = figuresNow(POOL, legs, intervalId)
  const promise = promiseOf(POOL, { promise: undefined }, figures, 0, 1n)
  const intent = { ...SAMPLE_COMMIT, legs, promise }
  const flow = createFlow({ id: 'id', chainId: 1, account: ACCOUNT, createdAtMs: 0, intent }, false)
  const steps = flow.steps.map((step) => ({ ...step, status }))
  return { ...flow, intent, steps, isRunning: false }
}

const draw = (flow: ReturnType<typeof order>) => renderToStaticMarkup(<OrderTerms flow={flow} />)

describe('the figures of an order on its way', () => {
  it('are of the promised interval where the clock has passed a cut-off and no block has', () => {
    lookAt(ACCOUNT)
    const signing = { at: 'signing', fromBlock: 1n } as const
    expect(draw(order(signing))).toBe('')
    expect(draw(order(signing, SAMPLE_POOL.updateIntervalId + 1n))).toBe('')
    lookAt(ACCOUNT, { ...SAMPLE_POOL, timestampSec: SAMPLE_POOL.timestampSec + 3_500n })
    expect(draw(order(signing))).toMatch(/cut-off has passed.*Decline it/)
  })

  it('are nothing to decide on once the wallet has carried out a part of it', () => {
    lookAt(ACCOUNT, { ...SAMPLE_POOL, timestampSec: SAMPLE_POOL.timestampSec + 3_500n })
    const failed = { at: 'failed', hash: undefined } as const
    expect(draw(order({ ...failed, because: 'partly' }))).toBe('')
    expect(draw(order({ ...failed, because: 'reverted' }))).toMatch(/What was sent did nothing/)
  })
})
