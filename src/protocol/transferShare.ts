import { significandOfPower } from './pow2Fraction'
import { mostSignificantBit, type Quad } from './quad'
import { EXACT_LIMIT, SHIFTS } from './quadFused'

const IMPLICIT = 1n << 112n
const TWICE = 1n << 225n
/** Significand of log2(e). */
const LOG_2_E = 0x171547652b82fe1777d0ffda0d23an
const PART = (1n << 128n) - 1n

/**
 * The losing side's share as `calculateValueTransfer` has it, in units of 2^−112:
 * `2 / (1 + e^(−2 · leverage · (1 − lower / higher))) − 1` with every truncation of the Quads, but
 * without packing them in between. That share is always such a multiple, because it is a number
 * from 1 to 2 less 1.
 *
 * @param leverageAmount The leverage itself
 * @param lower Lower of the two prices, above zero
 * @param higher Higher of the two prices
 * @returns undefined for what this short cut does not cover: then the Quads have to be gone through
 */
export function transferShare(
  leverageAmount: Quad,
  lower: bigint,
  higher: bigint,
): bigint | undefined {
  if (lower <= 0n || higher >= EXACT_LIMIT) return undefined
  const leverage = smallInteger(leverageAmount)
  if (leverage === 0n) return undefined
  if (lower === higher) return 0n

  // ratio = lower / higher, 113 bits in units of 2^−places.
  let places = 113 + mostSignificantBit(higher) - mostSignificantBit(lower)
  let ratio = (lower << (SHIFTS[places] as bigint)) / higher
  if (ratio >= EXACT_LIMIT) {
    ratio >>= 1n
    places -= 1
  }
  if (places > 224) return undefined

  // 1 − ratio, times 2 · leverage, times log2(e), each cut to 113 bits.
  let exponent = -places
  let value = (1n << (SHIFTS[places] as bigint)) - ratio
  let excess = mostSignificantBit(value) - 112
  if (excess > 0) {
    value >>= SHIFTS[excess] as bigint
    exponent += excess
  }
  value *= leverage
  excess = mostSignificantBit(value) - 112
  if (excess > 0) {
    value >>= SHIFTS[excess] as bigint
    exponent += excess
  }
  value *= LOG_2_E
  exponent -= 112
  excess = mostSignificantBit(value) - 112
  if (excess > 0) {
    value >>= SHIFTS[excess] as bigint
    exponent += excess
  }
  // As `pow_2` takes it: 128 places. Below 2^−128 a power is one, and the share zero.
  if (exponent + mostSignificantBit(value) < -128) return 0n
  const fixed =
    exponent >= -128
      ? value << (SHIFTS[exponent + 128] as bigint)
      : value >> (SHIFTS[-128 - exponent] as bigint)
  let whole = Number(fixed >> 128n)
  let part = BigInt.asUintN(128, fixed)
  if (part !== 0n) {
    part = PART - part
    whole += 1
  }

  // 1 + 2^−whole · power, in units of 2^−112, and two divided by it.
  const denominator =
    whole > 112 ? IMPLICIT : IMPLICIT + (significandOfPower(part) >> (SHIFTS[whole] as bigint))
  return TWICE / denominator - IMPLICIT
}

/** Twice the leverage, if it is a whole number as pools have it; otherwise 0. */
function smallInteger(leverageAmount: Quad): bigint {
  const shift = 16495 - Number(leverageAmount >> 112n)
  if (shift < 96 || shift > 112) return 0n
  const significand = BigInt.asUintN(112, leverageAmount) | IMPLICIT
  const leverage = significand >> BigInt(shift)
  return leverage << BigInt(shift) === significand ? leverage << 1n : 0n
}
