import { describe, expect, it } from 'vitest'
import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot, TotalCommitment } from '../protocol/snapshot'
import { SAMPLE_POOL, sampleCommitment } from '../protocol/testing/samplePool'
import { WAD } from '../protocol/wad'
import { currentSpotPrice, poolOutlook } from './outlook'
import { queueOutlook } from './queueOutlook'

/** The sample pool with a queue, and the sums that the contract keeps of it. */
function poolWith(...queue: TotalCommitment[]): PoolSnapshot {
  const sum = (of: (totals: TotalCommitment) => bigint) =>
    queue.reduce((total, totals) => total + of(totals), 0n)
  const long = sum((one) => one.longBurnPoolTokens + one.longBurnShortMintPoolTokens)
  const short = sum((one) => one.shortBurnPoolTokens + one.shortBurnLongMintPoolTokens)
  return {
    ...SAMPLE_POOL,
    burningFee: fromUInt(WAD / 100n),
    longTokenSupply: SAMPLE_POOL.longTokenSupply - long,
    shortTokenSupply: SAMPLE_POOL.shortTokenSupply - short,
    totalPoolCommitments: queue,
    pendingMintSettlementAmount: sum((one) => one.longMintSettlement + one.shortMintSettlement),
    pendingLongBurnPoolTokens: long,
    pendingShortBurnPoolTokens: short,
  }
}

describe('the pool’s queue', () => {
  it('is followed interval by interval: what is minted, paid out, and the skew after', () => {
    const pool = poolWith(
      sampleCommitment(100n, {
        longMintSettlement: 250_000n * WAD,
        shortBurnPoolTokens: 100n * WAD,
      }),
      sampleCommitment(101n, { shortMintSettlement: 500_000n * WAD }),
    )
    const [first, second] = queueOutlook(pool)
    const after = poolOutlook(pool, currentSpotPrice(pool), 2).upkeeps.map((upkeep) => upkeep.pool)
    const near = (a: bigint | undefined, b: bigint) => Math.abs(Number(a) / Number(b) - 1)
    // At prices of one, but for a wei of dust: the burning fee of one percent is taken off what is paid.
    expect(near(first?.outcome?.longTokens, 250_000n * WAD)).toBeLessThan(1e-12)
    expect(first?.outcome?.shortTokens).toBe(0n)
    expect(near(first?.outcome?.settlementTokens, 99n * WAD)).toBeLessThan(1e-12)
    expect(
      near(first?.outcome?.skewAfterWad, (1_250_000n * WAD * WAD) / (999_900n * WAD)),
    ).toBeLessThan(1e-9)
    expect(near(second?.outcome?.shortTokens, 500_000n * WAD)).toBeLessThan(1e-12)
    expect(
      near(
        second?.outcome?.shortTokens,
        (after[1]?.shortTokenSupply ?? 0n) - (after[0]?.shortTokenSupply ?? 0n),
      ),
    ).toBeLessThan(1e-12)
  })

  it('is listed without an outcome where nothing is projected: a paused pool, intervals too far off', () => {
    const near = sampleCommitment(100n, { longMintSettlement: WAD })
    const far = sampleCommitment(900n, { longMintSettlement: WAD })
    expect(queueOutlook({ ...poolWith(near), paused: true })).toEqual([
      { totals: near, outcome: undefined },
    ])
    expect(queueOutlook(poolWith(near, far)).map(({ outcome }) => outcome === undefined)).toEqual([
      false,
      true,
    ])
    expect(queueOutlook(SAMPLE_POOL)).toEqual([])
  })
})
