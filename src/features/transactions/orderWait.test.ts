import { describe, expect, it } from 'vitest'
import type { AccountCommit } from '../../chain/commits/accountLog'
import { createFlow } from '../../flows/createFlow'
import type { CommitProjection } from '../../flows/kinds/commit'
import { SAMPLE_COMMIT } from '../../flows/testing/sampleCommit'
import { formatAboutClock } from '../../format/formatAboutClock'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { describeOrderWait } from './orderWait'

const HASH = `0x${'1'.repeat(64)}` as const
const NOW_ID = SAMPLE_POOL.updateIntervalId
const DUE_SEC = Number(SAMPLE_POOL.lastPriceTimestampSec + SAMPLE_POOL.updateIntervalSec)
const NEXT_SEC = DUE_SEC + Number(SAMPLE_POOL.updateIntervalSec)
const { pool: address } = SAMPLE_COMMIT

/** Projected for an interval, at a time that no longer holds. */
function anOrder(intervalId: bigint) {
  const projection = { intervalId, executesAtSec: 1n } as CommitProjection
  const intent = { ...SAMPLE_COMMIT, projection }
  const flow = createFlow({ id: '', chainId: 1, account: address, createdAtMs: 0, intent }, false)
  return { intent, steps: flow.steps.map((step) => ({ ...step, hashes: [HASH] })) }
}

const logOf = (updateIntervalId: bigint) => ({
  commits: [{ pool: address, transactionHash: HASH, updateIntervalId } as unknown as AccountCommit],
})

const say = (
  nowSec: number,
  log: ReturnType<typeof logOf> | undefined,
  snapshot: typeof SAMPLE_POOL = SAMPLE_POOL,
) => describeOrderWait(anOrder(NOW_ID), log, { snapshot }, nowSec)

describe('when an order that was sent executes', () => {
  it('is the time of the interval that it went into, or was projected for', () => {
    const at = (sec: number) =>
      `Expected to execute at about ${formatAboutClock(sec, DUE_SEC - 40)}. After that, claim what you receive.`
    expect(say(DUE_SEC - 40, undefined)).toBe(at(DUE_SEC))
    expect(say(DUE_SEC - 40, { commits: [] })).toBe(at(DUE_SEC))
    expect(say(DUE_SEC - 40, logOf(NOW_ID + 1n))).toBe(at(NEXT_SEC))
  })

  it('is no clock time once that is past, or no keeper comes', () => {
    expect(say(DUE_SEC + 60, undefined)).toMatch(/^Expected to execute at the next rebalance\./)
    expect(say(DUE_SEC + 61, undefined)).toMatch(
      /^Executes when the overdue rebalance is performed\./,
    )
    expect(say(DUE_SEC + 61, logOf(NOW_ID + 1n))).toMatch(
      /^Executes at the first rebalance at or after /,
    )
    const silent = { ...SAMPLE_POOL, oracle: { kind: 'unavailable' } } as const
    expect(say(DUE_SEC - 40, undefined, silent)).toMatch(/^Executes once there is a price\./)
    const paused = { ...SAMPLE_POOL, paused: true }
    expect(say(DUE_SEC + 61, undefined, paused)).toMatch(/^The pool is paused/)
  })

  it('is not said of an interval that is over, nor of an unknown one', () => {
    expect(say(DUE_SEC, logOf(NOW_ID - 1n))).toBeUndefined()
    const { intent, steps } = anOrder(NOW_ID)
    const old = { steps, intent: { ...intent, projection: undefined } }
    expect(describeOrderWait(old, undefined, { snapshot: SAMPLE_POOL }, DUE_SEC)).toBeUndefined()
  })
})
