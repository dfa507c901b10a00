import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommitType } from '../protocol/commitType'
import { encodeCommitArgs, MAX_COMMIT_AMOUNT } from './commitArgs'

const anyType = fc.constantFrom(...Object.values(CommitType))

describe('encodeCommitArgs', () => {
  it('puts every part where the contract reads it', () => {
    expect(encodeCommitArgs(1n, CommitType.ShortMint, false, false)).toBe(`0x${'0'.repeat(63)}1`)
    expect(encodeCommitArgs(255n, CommitType.ShortBurnLongMint, true, true)).toBe(
      `0x${'0'.repeat(26)}010105${'0'.repeat(30)}ff`,
    )
  })

  it('lets no part run into another', () => {
    const amounts = fc.bigInt({ min: 1n, max: MAX_COMMIT_AMOUNT })
    fc.assert(
      fc.property(amounts, anyType, fc.boolean(), fc.boolean(), (amount, type, escrow, pay) => {
        const packed = BigInt(encodeCommitArgs(amount, type, escrow, pay))
        expect(packed & MAX_COMMIT_AMOUNT).toBe(amount)
        expect((packed >> 128n) & 0xffn).toBe(BigInt(type))
        expect((packed >> 136n) & 0xffn).toBe(escrow ? 1n : 0n)
        expect((packed >> 144n) & 0xffn).toBe(pay ? 1n : 0n)
        expect(packed >> 152n).toBe(0n)
      }),
    )
  })

  it('refuses what the contract would cut: nothing, less than nothing, 2^128 and above', () => {
    for (const amount of [0n, -1n, 1n << 128n, 1n << 255n])
      expect(() => encodeCommitArgs(amount, CommitType.LongMint, false, false)).toThrow(RangeError)
    expect(() =>
      encodeCommitArgs((1n << 128n) - 1n, CommitType.LongMint, false, false),
    ).not.toThrow()
  })
})
