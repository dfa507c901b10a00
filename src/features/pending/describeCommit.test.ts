import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import type { PoolFacts } from '../../chain/poolFacts'
import { CommitType } from '../../protocol/commitType'
import { describeCommit } from './describeCommit'

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
const SETTLED = { longTokens: 1n, shortTokens: 2n, settlementTokens: 5n, feeWei: 7n }

describe('a commit in words', () => {
  it.each<[type: CommitType, label: string, paid: string, gets: string, amount: bigint]>([
    [CommitType.LongMint, 'Mint long', 'USDC', 'long', 1n],
    [CommitType.ShortMint, 'Mint short', 'USDC', 'short', 2n],
    [CommitType.LongBurn, 'Burn long', 'long', 'USDC', 5n],
    [CommitType.ShortBurn, 'Burn short', 'short', 'USDC', 5n],
    [CommitType.LongBurnShortMint, 'Flip long to short', 'long', 'short', 2n],
    [CommitType.ShortBurnLongMint, 'Flip short to long', 'short', 'long', 1n],
  ])('of type %i is “%s”: %s in, %s out', (type, label, paid, gets, amount) => {
    const words = describeCommit(FACTS, type)
    expect([words.label, words.paid.symbol, words.receivedToken.symbol]).toEqual([
      label,
      paid,
      gets,
    ])
    expect(words.receivedOf(SETTLED)).toBe(amount)
  })
})
