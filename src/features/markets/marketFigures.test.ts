import { describe, expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { SAMPLE_POOL, sampleCommitment } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { marketEngine } from './marketEngine'
import { describeCountdown, describeKind, describeMarket, describeStatuses } from './marketFigures'

function poolAt(part: Partial<PoolAtBlock['snapshot']>, spotPriceWad = 1_515n * WAD): PoolAtBlock {
  return {
    facts: { deprecated: false },
    snapshot: { ...SAMPLE_POOL, ...part },
    market: { spotPriceWad },
    unverifiedComponents: [],
  } as unknown as PoolAtBlock
}

it('a market’s kind says how long orders wait where that is longer than the interval', () => {
  const facts = {
    leverageAmount: SAMPLE_POOL.leverageAmount,
    oracle: { kind: 'sma', sampleIntervalSec: 60n, numPeriods: 6n },
    updateIntervalSec: 60n,
    frontRunningIntervalSec: 180n,
  } as unknown as PoolAtBlock['facts']
  const { kind, wait } = describeKind(facts)
  expect(kind).toMatch(/^\dx · every 1 min · SMA 6 min$/)
  expect(wait).toBe('orders wait 3 min')
  expect(describeKind({ ...facts, frontRunningIntervalSec: 15n }).wait).toBeUndefined()
})

describe('a market’s figures', () => {
  it('tell how far the index is from the last rebalance’s price, and say of an average that it is one', () => {
    const spot = describeMarket(poolAt({}), marketEngine).sinceRebalance
    expect(spot?.text).toBe('+1.00%')
    expect(spot?.title).toMatch(/last rebalance price: 1,500\.00$/)
    const oracle = { kind: 'sma' } as PoolAtBlock['snapshot']['oracle']
    const sma = describeMarket(poolAt({ oracle }, 1_485n * WAD), marketEngine).sinceRebalance
    expect(sma?.text).toBe('−1.00%')
    expect(sma?.title).toMatch(/1,500\.00 \(SMA\)$/)
    expect(describeMarket(poolAt({ executionPriceWad: 0n }), undefined).sinceRebalance).toBe(
      undefined,
    )
  })

  it('tell the skew that the next rebalance leaves, with its queue executed', () => {
    const queued = 250_000n * WAD
    const pool = poolAt({
      totalPoolCommitments: [sampleCommitment(100n, { longMintSettlement: queued })],
      pendingMintSettlementAmount: queued,
    })
    const figures = describeMarket(pool, marketEngine)
    expect([figures.skew, figures.nextEffect?.skew]).toEqual(['1.000', '1.250'])
    expect(describeMarket(poolAt({ paused: true }), marketEngine).nextEffect).toBeUndefined()
  })

  it('tell what the skew pays both sides, the smaller one the more', () => {
    const { pays } = describeMarket(poolAt({ longBalance: 1_250_000n * WAD }), marketEngine)
    expect(pays?.short).toMatch(/^\+/)
    expect(pays?.long).toMatch(/^−/)
    const dust = describeMarket(poolAt({ longBalance: 1n }), marketEngine)
    expect(dust.pays?.long).toBe('> 9,999%')
    const stranger = {
      kind: 'feed',
      address: '0x00000000000000000000000000000000000000a1',
    } as const
    const lure = { ...poolAt({ longBalance: 1n }), unverifiedComponents: [stranger] }
    expect(describeMarket(lure, marketEngine).pays).toBeUndefined()
  })
})

describe('a market’s time', () => {
  const dueSec = Number(SAMPLE_POOL.lastPriceTimestampSec + SAMPLE_POOL.updateIntervalSec)

  it('is counted down also where the committer is paused, and not where the pool is', () => {
    const pool = poolAt({ committerPaused: true })
    expect(describeCountdown(pool, dueSec - 30)).toBe('30\u00a0s')
    expect(describeCountdown(pool, dueSec)).toBe('due')
    expect(describeStatuses(pool, dueSec - 30).map(({ label }) => label)).toEqual(['Claims paused'])
    expect(describeCountdown(poolAt({ paused: true }), dueSec - 30)).toBe('—')
  })

  it('says briefly how late a keeper is, in the largest unit', () => {
    const brief = (lateSec: number) =>
      describeStatuses(poolAt({}), dueSec + lateSec).find(({ kind }) => kind === 'late')?.brief
    expect(brief(3 * 60 + 5)).toBe('Late\u00a03\u00a0min')
    expect(brief(2 * 86_400 + 3_600)).toBe('Late\u00a02\u00a0d')
  })

  it('never has a market with unknown parts called live', () => {
    const stranger = {
      kind: 'feed',
      address: '0x00000000000000000000000000000000000000a1',
    } as const
    const labels = (part: Partial<PoolAtBlock['snapshot']>, nowSec: number) =>
      describeStatuses({ ...poolAt(part), unverifiedComponents: [stranger] }, nowSec).map(
        ({ label }) => label,
      )
    expect(labels({}, dueSec - 30)).toEqual(['Unverified'])
    expect(labels({ paused: true }, dueSec - 30)).toEqual(['Unverified', 'Paused'])
  })
})
