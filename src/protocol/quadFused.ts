import { div, fromUInt, mostSignificantBit, mul, ONE, type Quad, toUInt } from './quad'

const IMPLICIT = 1n << 112n
/** Integers below this are exact as Quads: most balances and supplies are. */
export const EXACT_LIMIT = 1n << 113n
const SMALLEST_NORMAL = IMPLICIT
const INFINITY_BITS = 0x7fffn << 112n
const SHIFTS: readonly bigint[] = Array.from({ length: 512 }, (_, i) => BigInt(i))

/** Exponent bits of 2^(i − 256), less the implicit bit, so that a significand can be added. */
const EXPONENTS: readonly bigint[] = Array.from(
  { length: 512 },
  (_, i) => BigInt(i - 256 + 16383 - 1) << 112n,
)

/** `toUInt(mul(rate, fromUInt(x)))` in one go. @throws as these do */
export function mulToUInt(rate: Quad, x: bigint): bigint {
  if (x < EXACT_LIMIT && rate < INFINITY_BITS && rate >= SMALLEST_NORMAL) {
    const shift = (Number(rate >> 112n) & 0x7fff) - 16495
    if (shift > -512 && shift <= 0) {
      const significand = BigInt.asUintN(112, rate) | IMPLICIT
      const product = (significand * x) >> (SHIFTS[-shift] as bigint)
      // Up to here the two truncations are one: the product's own and that to an integer.
      if (product < EXACT_LIMIT) return product
    }
  }
  return toUInt(mul(rate, fromUInt(x)))
}

/** `div(fromUInt(x), fromUInt(y))` in one go. */
export function divUInts(x: bigint, y: bigint): Quad {
  if (x <= 0n || y <= 0n || x >= EXACT_LIMIT || y >= EXACT_LIMIT)
    return div(fromUInt(x), fromUInt(y))
  const places = 113 + mostSignificantBit(y) - mostSignificantBit(x)
  const quotient = (x << (SHIFTS[places] as bigint)) / y
  if (quotient >= EXACT_LIMIT)
    return ((quotient >> 1n) + (EXPONENTS[369 - places] as bigint)) as Quad
  return (quotient + (EXPONENTS[368 - places] as bigint)) as Quad
}

/** Whether x · y, cut to 113 bits, is above one, for positive normal numbers. */
export function isProductAboveOne(x: Quad, y: Quad): boolean {
  if (x > ONE && y > ONE) return true
  if (x <= ONE && y <= ONE) return false
  return mul(x, y) > ONE
}
