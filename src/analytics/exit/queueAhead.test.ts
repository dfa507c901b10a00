import { expect, it } from 'vitest'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_AMOUNTS, NO_USER } from '../../protocol/userBalance'
import { queueAhead } from './queueAhead'

const LAST = SAMPLE_POOL.lastPriceTimestampSec
const INTERVAL = SAMPLE_POOL.updateIntervalSec
const ID = SAMPLE_POOL.updateIntervalId
const POOL = { ...SAMPLE_POOL, frontRunningIntervalSec: INTERVAL / 10n }
const queuedIn = (...ids: readonly bigint[]) => ({
  ...NO_USER,
  userCommitments: ids.map((updateIntervalId) => ({
    ...NO_AMOUNTS,
    updateIntervalId,
    longBurnPoolTokens: 5n,
  })),
})

it('is nothing where nothing is queued, or another burn comes into the same interval', () => {
  expect(queueAhead(POOL, NO_USER, LAST)).toBeUndefined()
  expect(queueAhead(POOL, queuedIn(ID), LAST)).toBeUndefined()
  expect(queueAhead(POOL, queuedIn(ID - 1n), LAST + INTERVAL)).toBeUndefined()
})

it('after the cut-off a burn executes an interval later than what is queued', () => {
  expect(queueAhead(POOL, queuedIn(ID), LAST + INTERVAL - 1n)).toEqual({
    firstSec: LAST + INTERVAL,
    burnSec: LAST + 2n * INTERVAL,
    isFirstReady: false,
  })
})

it('says that the first commits can execute once their rebalance is due', () => {
  const nowSec = LAST + INTERVAL + 5n
  expect(queueAhead(POOL, queuedIn(ID + 1n, ID), nowSec)).toEqual({
    firstSec: nowSec,
    burnSec: LAST + 2n * INTERVAL,
    isFirstReady: true,
  })
})
