import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AMOUNT_OF, CommitType } from '../protocol/commitType'
import { div, fromUInt, ONE, POSITIVE_ZERO, type Quad } from '../protocol/quad'
import type { CommitmentAmounts } from '../protocol/snapshot'
import { NO_AMOUNTS } from '../protocol/userBalance'
import { addSettled, NOTHING_SETTLED, settle, settleInOrder } from './settlement'

const price = (numerator: bigint, denominator: bigint): Quad =>
  div(fromUInt(numerator), fromUInt(denominator))
const commit = fc.record({
  commitType: fc.constantFrom(...Object.values(CommitType)),
  recorded: fc.bigInt(1n, 10n ** 24n),
})
const positive = fc.bigInt(1n, 10n ** 9n)
const terms = fc
  .tuple(
    positive,
    positive,
    positive,
    positive,
    fc.bigInt(0n, 10n ** 17n),
    fc.bigInt(0n, 10n ** 17n),
  )
  .map(([a, b, c, d, burnFee, mintingFee]) => ({
    longPrice: price(a, b),
    shortPrice: price(c, d),
    burnFee: fromUInt(burnFee),
    mintingFeeRate: fromUInt(mintingFee),
  }))

describe('commits of one interval', () => {
  it('add up, part by part, to exactly what the contract credits for all of them', () => {
    fc.assert(
      fc.property(fc.array(commit, { minLength: 1, maxLength: 8 }), terms, (commits, at) => {
        const amounts: Record<keyof CommitmentAmounts, bigint> = { ...NO_AMOUNTS }
        for (const { commitType, recorded } of commits) amounts[AMOUNT_OF[commitType]] += recorded
        const parts = settleInOrder(commits, at).reduce(addSettled, NOTHING_SETTLED)
        expect(parts).toEqual(settle(amounts, at))
      }),
    )
  })

  it('are rounded together: the second of two halves gets the unit that the first one lost', () => {
    const at = {
      longPrice: price(2n, 1n),
      shortPrice: ONE,
      burnFee: POSITIVE_ZERO,
      mintingFeeRate: POSITIVE_ZERO,
    }
    const half = { commitType: CommitType.LongMint, recorded: 1n }
    expect(settleInOrder([half, half], at).map(({ longTokens }) => longTokens)).toEqual([0n, 1n])
  })
})
