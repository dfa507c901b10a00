import { formatPlain } from './formatAmount'

const FRACTION_BITS = 112n
const IMPLICIT = 1n << FRACTION_BITS
/** Of the last place: 2^(exponent − BIAS). */
const BIAS = 16383 + 112

/**
 * A binary128 number as the decimal number that it is, with all of its digits.
 *
 * @param quad Its 128 bits
 * @param scale Power of ten that the number is told in: 18 for one that is scaled as a wad
 * @throws RangeError for an infinity or what is no number
 */
export function formatQuad(quad: bigint, scale = 0): string {
  const exponent = Number((quad >> FRACTION_BITS) & 0x7fffn)
  const fraction = quad & (IMPLICIT - 1n)
  if (exponent === 0x7fff) throw new RangeError('not a finite number')
  const significand = exponent === 0 ? fraction : IMPLICIT | fraction
  const signed = quad >> 127n === 1n ? -significand : significand
  const places = BIAS - (exponent === 0 ? 1 : exponent)
  if (places <= 0) return formatPlain(signed << BigInt(-places), scale)
  // n / 2^k = n · 5^k / 10^k.
  return formatPlain(signed * 5n ** BigInt(places), places + scale)
}
