import { describe, expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/snapshot'
import { CommitType } from '../../protocol/commitType'
import { type Action, commitChoice } from './commitChoice'

const POOL = {
  facts: {
    settlementToken: { symbol: 'USDC' },
    longToken: { symbol: 'L' },
    shortToken: { symbol: 'S' },
  },
  account: { settlementBalance: 1n, longBalance: 2n, shortBalance: 3n },
} as PoolAtBlock

describe('a choice of side and action', () => {
  it.each<['long' | 'short', Action, CommitType, string, string, bigint]>([
    ['long', 'mint', CommitType.LongMint, 'USDC', 'L', 1n],
    ['short', 'mint', CommitType.ShortMint, 'USDC', 'S', 1n],
    ['long', 'burn', CommitType.LongBurn, 'L', 'USDC', 2n],
    ['short', 'burn', CommitType.ShortBurn, 'S', 'USDC', 3n],
  ])('%s %s is commit %i: %s in, %s out, of %s', (side, action, type, paid, received, balance) => {
    const choice = commitChoice(POOL, side, action)
    expect([choice.commitType, choice.paid.symbol, choice.received.symbol]).toEqual([
      type,
      paid,
      received,
    ])
    expect(choice.balance).toBe(balance)
    expect(choice.poolToken.symbol).toBe(side === 'long' ? 'L' : 'S')
  })

  it('knows no balance while no account is known', () => {
    const anonymous = { ...POOL, account: undefined }
    for (const action of ['mint', 'burn'] as const)
      expect(commitChoice(anonymous, 'long', action).balance).toBeUndefined()
  })
})
