import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import type { PoolFacts } from '../../chain/poolRegistry'
import { CommitType } from '../../protocol/commitType'
import type { ProjectedCommit } from '../../protocol/projection'
import { commitLine } from './commitLine'

const token = (symbol: string) => ({
  address: '0x00000000000000000000000000000000000000a1' as Address,
  symbol,
  decimals: 6,
})
const FACTS = {
  settlementToken: token('USDC'),
  longToken: token('3L-ETH/USD+USDC'),
  shortToken: token('3S-ETH/USD+USDC'),
} as PoolFacts

/** Every result is another number, so that none can stand for another. */
function projected(commitType: CommitType): ProjectedCommit {
  return {
    updateIntervalId: 5n,
    commitType,
    amount: 7n,
    upkeepIndex: 0,
    executesAtSec: 0n,
    prices: undefined,
    outcome: {
      _newLongTokens: 1n,
      _newShortTokens: 2n,
      _longSettlementFee: 3n,
      _shortSettlementFee: 4n,
      _newSettlementTokens: 5n,
    },
  }
}

describe('a queued commit in words', () => {
  it.each<[type: CommitType, label: string, paid: string, gets: string, amount: bigint]>([
    [CommitType.LongMint, 'Mint long', 'USDC', 'long', 1n],
    [CommitType.ShortMint, 'Mint short', 'USDC', 'short', 2n],
    [CommitType.LongBurn, 'Burn long', 'long', 'USDC', 5n],
    [CommitType.ShortBurn, 'Burn short', 'short', 'USDC', 5n],
    [CommitType.LongBurnShortMint, 'Flip long to short', 'long', 'short', 2n],
    [CommitType.ShortBurnLongMint, 'Flip short to long', 'short', 'long', 1n],
  ])('of type %i is “%s”: %s in, %s out', (type, label, paid, gets, amount) => {
    const line = commitLine(FACTS, projected(type))
    expect([line.label, line.paid.symbol, line.receivedToken.symbol]).toEqual([label, paid, gets])
    expect(line.received).toBe(amount)
  })

  it('promises nothing without a projection', () => {
    for (const type of Object.values(CommitType))
      expect(commitLine(FACTS, { ...projected(type), outcome: undefined }).received).toBeUndefined()
  })
})
