import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POW_2_FACTORS } from './pow2Table'
import {
  add,
  cmp,
  div,
  fromInt,
  fromUInt,
  mostSignificantBit,
  mul,
  NAN,
  NEGATIVE_INFINITY,
  NEGATIVE_ZERO,
  neg,
  ONE,
  POSITIVE_INFINITY,
  POSITIVE_ZERO,
  type Quad,
  quadFromBits,
  sub,
  toUInt,
} from './quad'
import { exp, log_2, pow_2 } from './quadTranscendental'

const smallest = 1n as Quad
const largest = ((0x7fffn << 112n) - 1n) as Quad
const quads = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map(quadFromBits)

describe('mostSignificantBit', () => {
  it('is right beside every power of two', () => {
    for (let bit = 1; bit < 511; bit++) {
      const power = 1n << BigInt(bit)
      expect(mostSignificantBit(power)).toBe(bit)
      expect(mostSignificantBit(power - 1n)).toBe(bit - 1)
      expect(mostSignificantBit(power + 1n)).toBe(bit)
    }
  })
})

describe('conversion', () => {
  it('knows one, two and a wad', () => {
    expect(fromUInt(1n)).toBe(ONE)
    expect(fromInt(-2n)).toBe(0xc000n << 112n)
    expect(fromUInt(10n ** 18n)).toBe(0x403abc16d674ec800000000000000000n)
  })

  it('cuts integers to 113 bits', () => {
    const x = (1n << 200n) - 1n
    expect(toUInt(fromUInt(x))).toBe(x - ((1n << 87n) - 1n))
    expect(toUInt(fromUInt((1n << 113n) - 1n))).toBe((1n << 113n) - 1n)
  })

  it('takes anything between -1 and 1 as 0 and refuses the rest below', () => {
    expect(toUInt(div(fromInt(-1n), fromInt(2n)))).toBe(0n)
    expect(toUInt(NEGATIVE_ZERO)).toBe(0n)
    expect(() => toUInt(fromInt(-1n))).toThrow(expect.objectContaining({ reason: '' }))
  })

  it('refuses 2^256, infinity and NaN', () => {
    const power256 = mul(fromUInt(1n << 255n), fromUInt(2n))
    for (const x of [power256, POSITIVE_INFINITY, NAN]) expect(() => toUInt(x)).toThrow()
  })

  it('refuses what is not an integer of its type', () => {
    expect(() => fromUInt(-1n)).toThrow(expect.objectContaining({ code: 'ARGUMENT' }))
    expect(() => fromUInt(1n << 256n)).toThrow(expect.objectContaining({ code: 'ARGUMENT' }))
    expect(() => fromInt(1n << 255n)).toThrow(expect.objectContaining({ code: 'ARGUMENT' }))
    expect(() => quadFromBits(1n << 128n)).toThrow(expect.objectContaining({ code: 'ARGUMENT' }))
  })
})

describe('special values', () => {
  it('adds infinities', () => {
    expect(add(POSITIVE_INFINITY, NEGATIVE_INFINITY)).toBe(NAN)
    expect(add(POSITIVE_INFINITY, ONE)).toBe(POSITIVE_INFINITY)
    expect(sub(POSITIVE_INFINITY, NEGATIVE_INFINITY)).toBe(POSITIVE_INFINITY)
  })

  it('gives +0 for any zero sum', () => {
    expect(add(NEGATIVE_ZERO, NEGATIVE_ZERO)).toBe(POSITIVE_ZERO)
    expect(sub(ONE, ONE)).toBe(POSITIVE_ZERO)
  })

  it('divides by zero', () => {
    expect(div(ONE, POSITIVE_ZERO)).toBe(POSITIVE_INFINITY)
    expect(div(ONE, NEGATIVE_ZERO)).toBe(NEGATIVE_INFINITY)
    expect(div(POSITIVE_ZERO, POSITIVE_ZERO)).toBe(NAN)
  })

  it('overflows to infinity and underflows through subnormals to zero', () => {
    expect(mul(largest, fromUInt(2n))).toBe(POSITIVE_INFINITY)
    expect(div(smallest, fromUInt(2n))).toBe(POSITIVE_ZERO)
    expect(div(fromInt(-1n), largest)).toBe(neg(div(ONE, largest)))
  })

  it('takes half a last place off at a gap of 113 places, as the bytecode does', () => {
    const tiny = quadFromBits(0x3f8e926d4c4d7138a0373c3cf99f89fbn)
    expect(sub(ONE, tiny)).toBe(0x3ffeffffffffffffffffffffffffffffn)
  })

  it('puts -0 below +0 and refuses to compare NaN', () => {
    expect(cmp(NEGATIVE_ZERO, POSITIVE_ZERO)).toBe(-1)
    expect(() => cmp(NAN, ONE)).toThrow()
    expect(() => cmp(POSITIVE_INFINITY, POSITIVE_INFINITY)).toThrow()
  })
})

describe('pow_2, log_2 and exp', () => {
  it('makes the very factors of ABDKMathQuad', () => {
    const source = readFileSync(
      createRequire(import.meta.url).resolve('abdk-libraries-solidity/ABDKMathQuad.sol'),
      'utf8',
    )
    const factors = [...source.matchAll(/resultSignifier \* (0x[0-9A-F]+) >> 128/g)]
    expect(factors.map((match) => BigInt(match[1] as string))).toEqual(POW_2_FACTORS)
  })

  it('is exact at whole numbers', () => {
    for (const n of [-16382n, -100n, -1n, 0n, 1n, 7n, 113n, 16383n]) {
      const power = pow_2(fromInt(n))
      expect(power).toBe((16383n + n) << 112n)
      expect(log_2(power)).toBe(fromInt(n))
    }
  })

  it('ends in infinity, zero and NaN', () => {
    expect(exp(fromUInt(20_000n))).toBe(POSITIVE_INFINITY)
    expect(exp(fromInt(-20_000n))).toBe(POSITIVE_ZERO)
    expect(exp(POSITIVE_ZERO)).toBe(ONE)
    expect(log_2(POSITIVE_ZERO)).toBe(NEGATIVE_INFINITY)
    expect(log_2(fromInt(-1n))).toBe(NAN)
    expect(pow_2(NAN)).toBe(NAN)
  })
})

describe('laws', () => {
  it('commute', () => {
    fc.assert(
      fc.property(quads, quads, (x, y) => {
        // Two different NaNs or infinities aside, which keep the bits of the first.
        fc.pre((x >> 112n) % 0x8000n !== 0x7fffn && (y >> 112n) % 0x8000n !== 0x7fffn)
        expect(mul(x, y)).toBe(mul(y, x))
        expect(add(x, y)).toBe(add(y, x))
        expect(sub(x, y)).toBe(x === y ? POSITIVE_ZERO : flipUnlessZero(sub(y, x)))
      }),
    )
  })
})

function flipUnlessZero(x: Quad): Quad {
  return x === POSITIVE_ZERO ? x : neg(x)
}
