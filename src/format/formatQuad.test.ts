import { describe, expect, it } from 'vitest'
import { div, fromUInt, NAN, neg, ONE, POSITIVE_ZERO, quadFromBits } from '../protocol/quad'
import { formatQuad } from './formatQuad'

describe('a binary128 number as a decimal one', () => {
  it('is exact', () => {
    expect(formatQuad(ONE)).toBe('1')
    expect(formatQuad(POSITIVE_ZERO)).toBe('0')
    expect(formatQuad(div(ONE, fromUInt(8n)))).toBe('0.125')
    expect(formatQuad(neg(div(fromUInt(3n), fromUInt(2n))))).toBe('-1.5')
    expect(formatQuad(fromUInt(2n ** 112n))).toBe((2n ** 112n).toString())
    expect(formatQuad(fromUInt(2n ** 200n))).toBe((2n ** 200n).toString())
  })

  it('has every digit of a number that a decimal one with fewer cannot say', () => {
    const third = div(ONE, fromUInt(3n))
    const text = formatQuad(third)
    const digits = text.slice(2)
    // 1/3 cut to 113 bits: floor(2^114 / 3) / 2^114.
    expect(BigInt(digits) * 2n ** 114n).toBe((2n ** 114n / 3n) * 10n ** BigInt(digits.length))
  })

  it('of the smallest is not zero, and of no number is none', () => {
    expect(formatQuad(quadFromBits(1n))).toMatch(/^0\.0{4965}6475175/)
    expect(() => formatQuad(NAN)).toThrow(RangeError)
  })
})
