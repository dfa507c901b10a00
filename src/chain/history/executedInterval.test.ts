import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getPrice } from '../../protocol/poolSwapLibrary'
import { fromUInt, POSITIVE_ZERO } from '../../protocol/quad'
import {
  executeBackwards,
  executeForwards,
  payKeeper,
  supplyOf,
  unpayKeeper,
} from './executedInterval'

const amount = fc.bigInt(1n, 10n ** 24n)
const smallAmount = fc.bigInt(1n, 10n ** 14n)

describe('the supply behind a price', () => {
  it('is told to the token', () => {
    fc.assert(
      fc.property(amount, amount, (balance, supply) => {
        expect(supplyOf(balance, getPrice(balance, supply))).toBe(supply)
      }),
    )
  })

  it('is not told by the price of another balance', () => {
    fc.assert(
      fc.property(smallAmount, smallAmount, (balance, supply) => {
        fc.pre(balance !== supply && balance % supply !== 0n && supply % balance !== 0n)
        expect(supplyOf(balance + 1n, getPrice(balance, supply))).toBeUndefined()
      }),
    )
  })

  it('of an empty side without tokens is none', () => {
    expect(supplyOf(0n, getPrice(0n, 0n))).toBe(0n)
  })
})

describe('a keeper’s reward', () => {
  it('can be put back', () => {
    fc.assert(
      fc.property(amount, amount, smallAmount, (longBalance, shortBalance, rewardWei) => {
        const before = { longBalance, shortBalance }
        const after = payKeeper(before, rewardWei)
        fc.pre(after !== undefined && after.longBalance > 0n && after.shortBalance > 0n)
        if (after === undefined) return
        fc.pre(rewardWei <= 1_000n * (after.longBalance + after.shortBalance))
        expect(unpayKeeper(after, rewardWei)).toContainEqual(before)
      }),
    )
  })

  it('is not paid out of too little', () => {
    expect(payKeeper({ longBalance: 1n, shortBalance: 1n }, 3n)).toBeUndefined()
  })
})

describe('an executed interval', () => {
  const share = fc.bigInt(0n, 100n)

  it('can be undone to what it was', () => {
    fc.assert(
      fc.property(
        fc.tuple(amount, amount, amount, amount),
        fc.tuple(smallAmount, smallAmount),
        fc.tuple(share, share),
        (
          [longBalance, shortBalance, longSupply, shortSupply],
          [longMint, shortMint],
          [long, short],
        ) => {
          const before = { longBalance, shortBalance }
          const prices = {
            longPrice: getPrice(longBalance, longSupply),
            shortPrice: getPrice(shortBalance, shortSupply),
          }
          const commits = {
            totals: {
              longMintSettlement: longMint,
              shortMintSettlement: shortMint,
              longBurnPoolTokens: (longSupply * long) / 200n,
              shortBurnPoolTokens: (shortSupply * short) / 200n,
              longBurnShortMintPoolTokens: (longSupply * short) / 200n,
              shortBurnLongMintPoolTokens: (shortSupply * long) / 200n,
            },
            prices,
            burningFee: fromUInt(10n ** 15n),
            mintingFee: fromUInt(3n * 10n ** 15n),
          }
          const after = executeForwards(before, commits)
          expect(after.exact).toBe(true)
          expect(executeBackwards(after, commits)).toContainEqual(before)
        },
      ),
    )
  })

  it('whose prices are of other balances gives an estimate', () => {
    const totals = {
      longMintSettlement: 0n,
      shortMintSettlement: 0n,
      longBurnPoolTokens: 10n,
      shortBurnPoolTokens: 0n,
      longBurnShortMintPoolTokens: 0n,
      shortBurnLongMintPoolTokens: 0n,
    }
    const prices = { longPrice: getPrice(997n, 631n), shortPrice: getPrice(997n, 631n) }
    const commits = { totals, prices, burningFee: POSITIVE_ZERO, mintingFee: POSITIVE_ZERO }
    const after = executeForwards({ longBalance: 1_000n, shortBalance: 997n }, commits)
    expect(after).toMatchObject({ longBalance: 985n, shortBalance: 997n, exact: false })
    expect(executeBackwards({ longBalance: 1_000n, shortBalance: 997n }, commits)).toEqual([])
  })
})
