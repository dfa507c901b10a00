import { div, fromUInt, mostSignificantBit, mul, type Quad, toUInt } from './quad'

/** Integers below this are exact as Quads: most balances and supplies are. */
export const EXACT_LIMIT = 1n << 113n
/** Shift amounts as bigints; making one from a number costs an allocation. */
export const SHIFTS: readonly bigint[] = Array.from({ length: 512 }, (_, i) => BigInt(i))

/** Exponent bits of 2^(i − 256), less the implicit bit, so that a significand can be added. */
const EXPONENTS: readonly bigint[] = Array.from(
  { length: 512 },
  (_, i) => BigInt(i - 256 + 16383 - 1) << 112n,
)

/** `toUInt(mul(rate, fromUInt(x)))` in one go. @throws as these do */
export function mulToUInt(rate: Quad, x: bigint): bigint {
  // Sign and exponent: only positive numbers of a middling size are among the 512.
  const index = Number(rate >> 112n) - 16383 + 256
  const exponent = EXPONENTS[index]
  const places = SHIFTS[368 - index]
  if (exponent !== undefined && places !== undefined && x >= 0n && x < EXACT_LIMIT) {
    const product = ((rate - exponent) * x) >> places
    // Up to here the two truncations are one: the product's own and that to an integer.
    if (product < EXACT_LIMIT) return product
    const dropped = mostSignificantBit(product) - 112
    if (dropped < 256 - 113) {
      const zeros = SHIFTS[dropped] as bigint
      return (product >> zeros) << zeros
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

/** `toUInt(div(mul(fromUInt(x), fromUInt(y)), fromUInt(z)))` in one go. @throws as these do */
export function mulDivToUInt(x: bigint, y: bigint, z: bigint): bigint {
  if (z > 0n && z < EXACT_LIMIT && x >= 0n && y >= 0n) {
    const product = x * y
    if (product < EXACT_LIMIT) return product / z
  }
  return toUInt(div(mul(fromUInt(x), fromUInt(y)), fromUInt(z)))
}
