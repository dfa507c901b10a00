import { describe, expect, it } from 'vitest'
import type { PendingInterval } from '../../analytics/pendingIntervals'
import type { PoolStatus } from '../../analytics/poolStatus'
import { ONE, POSITIVE_ZERO } from '../../protocol/quad'
import { describeCertainty } from './certainty'

const TERMS = { longPrice: ONE, shortPrice: ONE, burnFee: POSITIVE_ZERO, mintingFeeRate: ONE }
const say = (
  status: PoolStatus,
  rebalances = 1,
  terms: PendingInterval['terms'] = TERMS,
  nowSec = 0,
) => describeCertainty({ rebalances, terms }, status, nowSec, 10)

describe('how certain a queued commit is', () => {
  it('is sure of the next rebalance, and repeats nothing once that is due', () => {
    expect(say({ kind: 'live' })).toEqual({
      isWarning: false,
      text: 'Executes at the next rebalance.',
    })
    expect(say({ kind: 'due' }, 1, TERMS, 10)).toEqual({ isWarning: false, text: '' })
    expect(say({ kind: 'late', bySec: 125 }, 1, TERMS, 10).text).toMatch(/late\. Anyone can/)
  })

  it('counts the rebalances, which a late keeper can leap over', () => {
    expect(say({ kind: 'live' }, 3).text).toBe(
      'Executes at the 3rd rebalance, or earlier if a late one covers several intervals.',
    )
  })

  it.each<[PoolStatus, RegExp]>([
    [{ kind: 'paused' }, /paused\. Nothing executes/],
    [
      { kind: 'refused', side: 'short' },
      /would fail right now: the short side has tokens but no balance/,
    ],
    [{ kind: 'late', bySec: 125 }, /is 2\smin\s05\ss late\. Anyone can perform the rebalance\.$/],
    [{ kind: 'oracleStale', what: 'feed', forSec: 90_000 }, /feed hasn’t updated for 1\sd\s1\sh/],
    [
      { kind: 'oracleStale', what: 'sma', forSec: 7_200 },
      /hasn’t taken a sample for 2\sh\s00\smin/,
    ],
  ])('warns: %o', (status, text) => {
    const certainty = say(status)
    expect(certainty.isWarning).toBe(true)
    expect(certainty.text).toMatch(text)
  })

  it('warns where there is no projection, not where it is only far away', () => {
    expect(
      describeCertainty({ rebalances: 2, terms: undefined }, { kind: 'live' }, 0, 10).text,
    ).toMatch(/^Executes at the 2nd rebalance.* No projection/)
    const far = describeCertainty({ rebalances: 900, terms: undefined }, { kind: 'live' }, 0, 10)
    expect(far.isWarning).toBe(false)
  })
})
