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
  it('is sure of the next rebalance, and says when it is due', () => {
    expect(say({ kind: 'live' })).toEqual({
      isWarning: false,
      text: 'Executes in the next rebalance, whenever that comes.',
    })
    expect(say({ kind: 'due' }, 1, TERMS, 10).text).toMatch(/It is due now\.$/)
  })

  it('counts the rebalances, which a late keeper can leap over', () => {
    expect(say({ kind: 'live' }, 3).text).toBe(
      'Executes 3 rebalances from now; a late one can stand for several.',
    )
  })

  it.each<[PoolStatus, RegExp]>([
    [{ kind: 'paused' }, /paused: nothing executes/],
    [
      { kind: 'refused', side: 'short' },
      /would be refused: the short side has tokens and no money/,
    ],
    [{ kind: 'late', bySec: 125 }, /late by 2 min 05 s\. Executes in the next/],
    [
      { kind: 'oracleStale', what: 'feed', forSec: 90_000 },
      /feed has not been written for 1 d 1 h/,
    ],
    [{ kind: 'oracleStale', what: 'sma', forSec: 7_200 }, /no sample for 2 h 00 min/],
  ])('warns: %o', (status, text) => {
    const certainty = say(status)
    expect(certainty.isWarning).toBe(true)
    expect(certainty.text).toMatch(text)
  })

  it('warns where there is no projection, not where it is only far away', () => {
    expect(
      describeCertainty({ rebalances: 2, terms: undefined }, { kind: 'live' }, 0, 10).text,
    ).toMatch(/^Executes 2 rebalances from now.* There is no projection/)
    const far = describeCertainty({ rebalances: 900, terms: undefined }, { kind: 'live' }, 0, 10)
    expect(far.isWarning).toBe(false)
  })
})
