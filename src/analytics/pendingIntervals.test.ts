import { describe, expect, it } from 'vitest'
import { SAMPLE_POOL, sampleCommitment } from '../protocol/testing/samplePool'
import { NO_USER } from '../protocol/userBalance'
import { WAD } from '../protocol/wad'
import { pendingIntervals, totalOf } from './pendingIntervals'

const NOW = sampleCommitment(100n, { longMintSettlement: 3n * WAD })
const NEXT = sampleCommitment(101n, { shortMintSettlement: 4n * WAD })
const POOL = {
  ...SAMPLE_POOL,
  pendingMintSettlementAmount: 7n * WAD,
  totalPoolCommitments: [NOW, NEXT],
}
const USER = { ...NO_USER, unAggregatedCommitments: [100n, 101n], userCommitments: [NEXT, NOW] }

describe('the intervals that someone waits for', () => {
  it('come in their order, each with its rebalance, its time and its result', () => {
    const [now, next] = pendingIntervals(POOL, USER)
    expect([now?.updateIntervalId, now?.rebalances]).toEqual([100n, 1])
    expect([next?.updateIntervalId, next?.rebalances]).toEqual([101n, 2])
    expect(next?.earliestSec).toBe(POOL.lastPriceTimestampSec + 2n * POOL.updateIntervalSec)
    expect(now?.total).toMatchObject({ longTokens: 3n * WAD, shortTokens: 0n })
    expect(totalOf(pendingIntervals(POOL, USER))).toMatchObject({
      longTokens: 3n * WAD,
      shortTokens: 4n * WAD,
    })
  })

  it('execute together in the next rebalance when that is late enough to stand for both', () => {
    const late = { ...POOL, timestampSec: POOL.timestampSec + 3n * POOL.updateIntervalSec }
    expect(pendingIntervals(late, USER).map(({ rebalances }) => rebalances)).toEqual([1, 1])
  })

  it('are listed without a result where the pool is paused', () => {
    const intervals = pendingIntervals({ ...POOL, paused: true }, USER)
    expect(intervals.map(({ terms, total }) => [terms, total])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
    expect(totalOf(intervals)).toBeUndefined()
  })

  it('are listed without a result where the reward of the keeper overflows', () => {
    const keeper = {
      gasPriceWei: 10n ** 8n,
      settlementEthPriceWad: 2_000n * WAD,
      settlementTokenDecimals: 40n,
    }
    const intervals = pendingIntervals({ ...POOL, keeper }, USER)
    expect(intervals.map(({ amounts, total }) => [amounts, total])).toEqual([
      [NOW, undefined],
      [NEXT, undefined],
    ])
  })

  it('are none for someone whose commits have all been executed', () => {
    const past = sampleCommitment(99n, { longMintSettlement: WAD })
    const user = { ...NO_USER, unAggregatedCommitments: [99n], userCommitments: [past] }
    expect(pendingIntervals(SAMPLE_POOL, user)).toEqual([])
  })
})
