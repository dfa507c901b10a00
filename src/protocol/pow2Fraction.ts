import { POW_2_FACTORS } from './pow2Table'

const ONE = 1n << 127n
/** ln 2 · 2^128, cut off. */
const LN_2 = 0xb17217f7d1cf79abc9e3b39803f2f6afn
const TAIL_SCALE = 2 ** 128

/**
 * Products of the factors for all values of 8 bits: of bits 127…120, 119…112 and 111…104.
 * 2^127 · 2^(value / 2^8), 2^(value / 2^16), 2^(value / 2^24).
 */
const HIGH = makeProducts(0)
const MIDDLE = makeProducts(8)
const LOW = makeProducts(16)

function makeProducts(firstFactor: number): readonly bigint[] {
  const products: bigint[] = [ONE]
  for (let value = 1; value < 256; value++) {
    const lowestBit = 31 - Math.clz32(value & -value)
    const factor = POW_2_FACTORS[firstFactor + 7 - lowestBit] as bigint
    products.push(((products[value & (value - 1)] as bigint) * factor) >> 128n)
  }
  return products
}

/**
 * 2^127 · 2^(part / 2^128) as `pow_2` computes it, without the 15 bits that it drops.
 *
 * The contract multiplies up to 126 factors, each with a truncation. Here three tables and a
 * series give a value that is at most 64 below and 480 above the contract's, in last places of 128
 * bits; only if that could change the upper 113 bits, in one case of fifty, the long way is taken.
 *
 * The bound: with P the exact product of the factors, the contract's value is above P − 252 (126
 * truncations, each less than 1, at most doubled by the factors after it) and at most P. The tables
 * lose less than 60 on P. The series follows 2^x instead of the factors, which are less than 2 too
 * small each, 102 of them: at most 204 above.
 *
 * @param part Fraction of the exponent, 128 bits
 */
export function significandOfPower(part: bigint): bigint {
  const index = Number(part >> 104n)
  let power = ((HIGH[index >>> 16] as bigint) * (MIDDLE[(index >>> 8) & 255] as bigint)) >> 127n
  power = (power * (LOW[index & 255] as bigint)) >> 127n
  // e^z − 1 for z below 2^−24: the third and fourth power are small enough for a double.
  const z = (BigInt.asUintN(104, part) * LN_2) >> 128n
  const small = Number(z) / TAIL_SCALE
  const tail = small * small * small * (1 / 6 + small / 24) * TAIL_SCALE
  const growth = z + ((z * z) >> 129n) + BigInt(Math.trunc(tail))
  power += (power * growth) >> 128n
  const dropped = Number(BigInt.asUintN(15, power))
  if (dropped > 512 && dropped < 32_640) return power >> 15n
  return powerOfFraction(part) >> 15n
}

/** 2^127 · 2^(part / 2^128), with the truncations of the contract, one for each bit. */
export function powerOfFraction(part: bigint): bigint {
  let power = ONE
  // The two lowest bits have no factor.
  const bits = part.toString(2).padStart(128, '0')
  for (let i = 0; i < 126; i++) {
    if (bits.charCodeAt(i) === 49) power = (power * (POW_2_FACTORS[i] as bigint)) >> 128n
  }
  return power
}
