import { describe, expect, it } from 'vitest'
import { SAMPLE_POOL, sampleCommitment } from '../protocol/testing/samplePool'
import { NO_USER } from '../protocol/userBalance'
import { WAD } from '../protocol/wad'
import { holdingOf, isEmptyHolding } from './holding'

const NOTHING = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }

describe('what an account has in a pool', () => {
  it('is nothing for someone who has never been here', () => {
    const part = { longBalance: 0n, shortBalance: 0n, escrow: NOTHING, user: NO_USER }
    const holding = holdingOf(SAMPLE_POOL, part)
    expect(isEmptyHolding(holding)).toBe(true)
    expect(holding.worth.total).toBe(0n)
  })

  it('adds up wallet, escrow and queue, at the current prices', () => {
    const queued = sampleCommitment(100n, {
      longMintSettlement: 7n * WAD,
      shortBurnPoolTokens: 5n * WAD,
    })
    const pool = {
      ...SAMPLE_POOL,
      longBalance: 2_000_000n * WAD,
      // Burned tokens have left the supply, and still count.
      shortTokenSupply: SAMPLE_POOL.shortTokenSupply - 5n * WAD,
      pendingShortBurnPoolTokens: 5n * WAD,
      pendingMintSettlementAmount: 7n * WAD,
      totalPoolCommitments: [queued],
    }
    const holding = holdingOf(pool, {
      longBalance: 10n * WAD,
      shortBalance: 1n * WAD,
      escrow: { longTokens: 3n * WAD, shortTokens: 0n, settlementTokens: 4n * WAD },
      user: { ...NO_USER, unAggregatedCommitments: [100n], userCommitments: [queued] },
    })
    expect(holding.worth).toEqual({
      wallet: 21n * WAD,
      escrow: 10n * WAD,
      queued: 12n * WAD,
      total: 43n * WAD,
    })
    expect(holding.queued).toEqual({
      longTokens: 0n,
      shortTokens: 5n * WAD,
      settlementTokens: 7n * WAD,
    })
    // The index stays: seven buy three and a half at two, and five burn at one.
    expect(holding.projected).toMatchObject({
      longTokens: 3_500_000_000_000_000_000n,
      settlementTokens: 5n * WAD,
    })
  })
})
