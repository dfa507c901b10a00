import { describe, expect, it } from 'vitest'
import type { PoolSnapshot } from '../protocol/snapshot'
import { WAD } from '../protocol/wad'
import { dueUpkeeps } from './dueUpkeeps'

function poolWith(part: Partial<PoolSnapshot> = {}): PoolSnapshot {
  return {
    timestampSec: 1_000n,
    lastPriceTimestampSec: 1_000n,
    updateIntervalSec: 60n,
    paused: false,
    committerPaused: false,
    oracle: { kind: 'spot', priceWad: 1n },
    ...part,
  } as PoolSnapshot
}

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
    const keeper = {
      gasPriceWei: 100_000_000n,
      settlementEthPriceWad: 3_000n * WAD,
      settlementTokenDecimals: 6n,
    }
    const one = dueUpkeeps(poolWith({ keeper }), 1_060)?.rewardEstimate
    const late = dueUpkeeps(poolWith({ keeper }), 1_000 + 30 * 60)?.rewardEstimate
    const half = dueUpkeeps(poolWith({ keeper }), 1_000 + 16 * 60)?.rewardEstimate
    // (235,000 + 80,195) gas · 0.1 gwei · 3,000 · 1.05; at the full tip, with 62,500 gas for each further interval, twice.
    expect(one).toBe(99_286n)
    expect(late).toBe(2n * 714_117n)
    // The second upkeep of sixteen intervals has one to catch up with, which is due by then, at the first tip.
    expect(half).toBe(714_117n + 99_286n)
    expect(dueUpkeeps(poolWith(), 1_060)?.rewardEstimate).toBeUndefined()
  })
})
