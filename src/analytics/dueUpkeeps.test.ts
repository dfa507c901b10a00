import { describe, expect, it } from 'vitest'
import type { PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL, sampleCommitment } from '../protocol/testing/samplePool'
import { WAD } from '../protocol/wad'
import { dueUpkeeps, estimateRewards } from './dueUpkeeps'

function poolWith(part: Partial<PoolSnapshot> = {}): PoolSnapshot {
  return {
    ...SAMPLE_POOL,
    timestampSec: 1_000n,
    lastPriceTimestampSec: 1_000n,
    updateIntervalSec: 60n,
    ...part,
  }
}

/** Of a pool in a token of six decimals. */
const KEEPER = {
  gasPriceWei: 100_000_000n,
  settlementEthPriceWad: 3_000n * WAD,
  settlementTokenDecimals: 6n,
}
/** For an upkeep on time: (235,000 + 80,195) gas · 0.1 gwei · 3,000 · 1.05. */
const REWARD = 99_286n
/** For one of fifteen intervals at the full tip, with 62,500 gas for each further interval, twice. */
const LATE_REWARD = 714_117n

describe('what is due', () => {
  it('is nothing before its time, nor in a paused pool', () => {
    expect(dueUpkeeps(poolWith(), 1_059)).toBeUndefined()
    expect(dueUpkeeps(poolWith({ paused: true }), 9_999)).toBeUndefined()
    expect(dueUpkeeps(poolWith({ committerPaused: true }), 1_060)?.upkeeps).toBe(1)
  })

  it.each([
    [1, 1, 1],
    [15, 1, 1],
    [16, 2, 2],
    [968, 65, 8],
  ])(
    'after %i intervals are %i upkeeps, %i in one transaction',
    (late, upkeeps, inOneTransaction) => {
      const due = dueUpkeeps(poolWith(), 1_000 + late * 60)
      expect(due).toMatchObject({ lateIntervals: BigInt(late), upkeeps, inOneTransaction })
      // Below what a transaction may use where gas is capped the lowest.
      expect(due?.gas).toBeLessThanOrEqual(16_700_000n)
    },
  )

  it('is paid an estimate for each, and nothing is promised when the keeper’s oracle is silent', () => {
    const keeper = KEEPER
    const one = dueUpkeeps(poolWith({ keeper }), 1_060)?.rewardEstimate
    const late = dueUpkeeps(poolWith({ keeper }), 1_000 + 30 * 60)?.rewardEstimate
    const half = dueUpkeeps(poolWith({ keeper }), 1_000 + 16 * 60)?.rewardEstimate
    expect(one).toBe(REWARD)
    expect(late).toBe(2n * LATE_REWARD)
    // The second upkeep of sixteen intervals has one to catch up with, which is due by then, at the first tip.
    expect(half).toBe(LATE_REWARD + REWARD)
    expect(dueUpkeeps(poolWith(), 1_060)?.rewardEstimate).toBeUndefined()
  })
})

describe('a pool that has too little to pay', () => {
  const holding = (longBalance: bigint, shortBalance: bigint, part: Partial<PoolSnapshot> = {}) =>
    poolWith({ keeper: KEEPER, longBalance, shortBalance, ...part })

  it.each<[what: string, pool: PoolSnapshot, paid: bigint, isUnpaid: boolean]>([
    ['both sides together hold more', holding(REWARD - 10n, 20n), REWARD, false],
    ['they hold one unit less', holding(REWARD - 10n, 9n), 0n, true],
    ['it is empty', holding(0n, 0n, { longTokenSupply: 0n, shortTokenSupply: 0n }), 0n, true],
  ])('promises what it pays where %s', (_, pool, paid, isUnpaid) => {
    expect(dueUpkeeps(pool, 1_060)).toMatchObject({ rewardEstimate: paid, isUnpaid })
  })

  it('pays as many upkeeps in a row as it has money for', () => {
    const pool = holding(LATE_REWARD, 100n)
    expect(estimateRewards(pool, 1_000 + 30 * 60, 2)).toBe(LATE_REWARD)
    // The second one costs less than what is left.
    const rich = holding(LATE_REWARD, REWARD + 10n)
    expect(estimateRewards(rich, 1_000 + 16 * 60, 2)).toBe(LATE_REWARD + REWARD)
    expect(dueUpkeeps(pool, 1_000 + 30 * 60)?.isUnpaid).toBe(false)
  })

  it('is judged after what the upkeep executes: a mint can pay for it, a burn can leave too little', () => {
    const id = SAMPLE_POOL.updateIntervalId
    const empty = { longTokenSupply: 0n, shortTokenSupply: 0n }
    const minted = holding(0n, 0n, {
      ...empty,
      pendingMintSettlementAmount: REWARD,
      totalPoolCommitments: [sampleCommitment(id, { longMintSettlement: REWARD })],
    })
    expect(dueUpkeeps(minted, 1_060)).toMatchObject({ rewardEstimate: REWARD, isUnpaid: false })
    const burned = holding(10n * REWARD, 10n * REWARD, {
      longTokenSupply: 0n,
      shortTokenSupply: 0n,
      pendingLongBurnPoolTokens: 10n * REWARD,
      pendingShortBurnPoolTokens: 10n * REWARD,
      totalPoolCommitments: [
        sampleCommitment(id, {
          longBurnPoolTokens: 10n * REWARD,
          shortBurnPoolTokens: 10n * REWARD,
        }),
      ],
    })
    expect(dueUpkeeps(burned, 1_060)).toMatchObject({ rewardEstimate: 0n, isUnpaid: true })
  })

  it('is not said to be one where its keepers are paid nothing anywhere, or where the queue is not known', () => {
    const free = holding(REWARD, REWARD, { keeper: { ...KEEPER, gasPriceWei: 0n } })
    expect(dueUpkeeps(free, 1_060)).toMatchObject({ rewardEstimate: 0n, isUnpaid: false })
    const unread = holding(REWARD, 0n, { shortTokenSupply: 0n, queueReadBelow: 1n })
    expect(dueUpkeeps(unread, 1_060)).toMatchObject({ rewardEstimate: undefined, isUnpaid: false })
  })
})
