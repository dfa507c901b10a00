import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { CommitType } from '../../protocol/commitType'
import { available, orderChoice } from './orderChoice'
import { ACTIONS, SOURCES } from './orderForm'
import { orderLegs } from './orderLegs'

const POOL = {
  facts: {
    settlementToken: { symbol: 'USDC' },
    longToken: { symbol: 'L' },
    shortToken: { symbol: 'S' },
  },
  account: {
    settlementBalance: 100n,
    longBalance: 200n,
    shortBalance: 300n,
    escrow: { settlementTokens: 10n, longTokens: 20n, shortTokens: 30n },
  },
} as PoolAtBlock

const leg = (commitType: CommitType, amount: bigint, fromAggregateBalance: boolean) => ({
  commitType,
  amount,
  fromAggregateBalance,
})

describe('a choice of side, action and source', () => {
  it.each([
    ['long', 'mint', [CommitType.LongMint], 'USDC', 100n, 10n],
    ['short', 'mint', [CommitType.ShortMint], 'USDC', 100n, 10n],
    ['long', 'burn', [CommitType.LongBurn], 'L', 200n, 20n],
    ['short', 'burn', [CommitType.ShortBurn], 'S', 300n, 30n],
    ['long', 'flip', [CommitType.LongBurnShortMint], 'L', 200n, 20n],
    ['short', 'flip', [CommitType.ShortBurnLongMint], 'S', 300n, 30n],
    ['long', 'straddle', [CommitType.LongMint, CommitType.ShortMint], 'USDC', 100n, 10n],
  ] as const)('%s %s is %j, paid in %s', (side, action, types, paid, wallet, escrow) => {
    const choice = orderChoice(POOL, side, action)
    expect(choice.commitTypes).toEqual(types)
    expect(choice.paid.symbol).toBe(paid)
    expect(available(choice, 'wallet')).toBe(wallet)
    expect(available(choice, 'escrow')).toBe(escrow)
    expect(available(choice, 'both')).toBe(wallet + escrow)
    const anonymous = orderChoice({ ...POOL, account: undefined }, side, action)
    expect(available(anonymous, 'wallet')).toBeUndefined()
  })
})

describe('the commits of an order', () => {
  const mint = orderChoice(POOL, 'long', 'mint')
  const straddle = orderChoice(POOL, 'long', 'straddle')
  const { LongMint, ShortMint } = CommitType

  it('are one from one source, and two where it takes both', () => {
    expect(orderLegs(mint, 'wallet', 7n)).toEqual([leg(LongMint, 7n, false)])
    expect(orderLegs(mint, 'escrow', 7n)).toEqual([leg(LongMint, 7n, true)])
    expect(orderLegs(mint, 'both', 7n)).toEqual([leg(LongMint, 7n, true)])
    expect(orderLegs(mint, 'both', 13n)).toEqual([
      leg(LongMint, 10n, true),
      leg(LongMint, 3n, false),
    ])
  })

  it('of a straddle are equal, to an odd unit that goes to the long side', () => {
    expect(orderLegs(straddle, 'wallet', 8n)).toEqual([
      leg(LongMint, 4n, false),
      leg(ShortMint, 4n, false),
    ])
    expect(orderLegs(straddle, 'wallet', 9n).map(({ amount }) => amount)).toEqual([5n, 4n])
    expect(orderLegs(straddle, 'both', 16n)).toEqual([
      leg(LongMint, 8n, true),
      leg(ShortMint, 2n, true),
      leg(ShortMint, 6n, false),
    ])
  })

  it('add up to the amount, and take no more from the escrow than is there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTIONS),
        fc.constantFrom(...SOURCES),
        fc.bigInt(1n, 500n),
        (action, source, amount) => {
          const choice = orderChoice(POOL, 'short', action)
          const legs = orderLegs(choice, source, amount)
          const sum = (isEscrow: boolean) =>
            legs
              .filter(({ fromAggregateBalance }) => fromAggregateBalance === isEscrow)
              .reduce((total, part) => total + part.amount, 0n)
          expect(sum(true) + sum(false)).toBe(amount)
          expect(legs.every((part) => part.amount > 0n)).toBe(true)
          if (source === 'both') expect(sum(true)).toBeLessThanOrEqual(choice.held?.escrow ?? 0n)
          if (source === 'wallet') expect(sum(true)).toBe(0n)
          if (source === 'escrow') expect(sum(false)).toBe(0n)
        },
      ),
    )
  })
})
