import { powerOfFraction, significandOfPower } from './pow2Fraction'
import {
  mostSignificantBit,
  mul,
  NAN,
  NEGATIVE_INFINITY,
  NEGATIVE_ZERO,
  ONE,
  POSITIVE_INFINITY,
  POSITIVE_ZERO,
  type Quad,
} from './quad'

const SIGN = 1n << 127n
const BIAS = 16383
/** log2(e), as the contract multiplies with it. */
const LOG_2_E = 0x3fff71547652b82fe1777d0ffda0d23an as Quad
/** Above these, 2^x is infinite, and 2^−x is zero; x in units of 2^−128. */
const LARGEST_POSITIVE = (1n << 142n) - 1n
const LARGEST_NEGATIVE = 0x406en << 128n

/**
 * Binary logarithm: one squaring for each bit of the result, towards minus infinity.
 * NaN below zero; −infinity for both zeros.
 *
 * @see ABDKMathQuad.log_2
 */
export function log_2(x: Quad): Quad {
  if (x > NEGATIVE_ZERO) return NAN
  if (x === ONE) return POSITIVE_ZERO
  const biased = Number(x >> 112n) & 0x7fff
  if (biased === 0x7fff) return x
  const fraction = BigInt.asUintN(112, x)
  if (biased === 0 && fraction === 0n) return NEGATIVE_INFINITY

  // x = m · 2^exponent, 1 ≤ m < 2, and m carries 127 places.
  const significand = biased === 0 ? fraction : fraction | (1n << 112n)
  const msb = mostSignificantBit(significand)
  const exponent = (biased || 1) - BIAS - 112 + msb
  let m = significand << BigInt(127 - msb)
  // Below one the result is −(−exponent − log2(m)): its bits are those of the complement of log2(m).
  const negative = exponent < 0
  const flip = negative ? 1n : 0n
  let result = BigInt(negative ? -exponent - 1 : exponent)
  let places = 0
  if (m === 1n << 127n) {
    if (negative) result += 1n
    places = 112 - mostSignificantBit(result)
    result <<= BigInt(places)
  } else {
    while (result < 1n << 112n) {
      m *= m
      const bit = m >> 255n
      m >>= 127n + bit
      result = (result << 1n) | (bit ^ flip)
      places++
    }
  }
  const resultExponent = BigInt(BIAS + 112 - places)
  const bits = (resultExponent << 112n) | BigInt.asUintN(112, result)
  return (negative ? bits | SIGN : bits) as Quad
}

/**
 * 2^x: one multiplication for each bit set in the 126 highest fraction bits of x.
 *
 * @see ABDKMathQuad.pow_2
 */
export function pow_2(x: Quad): Quad {
  const biased = Number(x >> 112n) & 0x7fff
  const fraction = BigInt.asUintN(112, x)
  if (biased === 0x7fff && fraction !== 0n) return NAN
  const negative = x > NEGATIVE_ZERO
  if (biased > 16397) return negative ? POSITIVE_ZERO : POSITIVE_INFINITY
  if (biased < 16255) return ONE

  const significand = fraction | (1n << 112n)
  const shift = biased - 16367
  const fixed = shift >= 0 ? significand << BigInt(shift) : significand >> BigInt(-shift)
  if (negative && fixed > LARGEST_NEGATIVE) return POSITIVE_ZERO
  if (!negative && fixed > LARGEST_POSITIVE) return POSITIVE_INFINITY

  let whole = Number(fixed >> 128n)
  let part = BigInt.asUintN(128, fixed)
  if (negative && part !== 0n) {
    part = BigInt.asUintN(128, ~part)
    whole += 1
  }
  if (negative && whole > 0x3ffe) return (powerOfFraction(part) >> BigInt(whole - 16367)) as Quad
  const exponent = BigInt(negative ? BIAS - whole : BIAS + whole)
  return ((exponent << 112n) | BigInt.asUintN(112, significandOfPower(part))) as Quad
}

/** e^x as 2^(x · log2 e). @see ABDKMathQuad.exp */
export function exp(x: Quad): Quad {
  return pow_2(mul(x, LOG_2_E))
}
