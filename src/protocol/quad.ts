import { MAX_INT256, MAX_UINT256, MIN_INT256 } from './checkedMath'
import { ArgumentError, RevertError } from './protocolError'

declare const quadBrand: unique symbol

/**
 * A `bytes16` of the contracts: IEEE 754 binary128, the raw 128 bits as a bigint.
 * 1 sign bit, 15 exponent bits (bias 16383), 112 fraction bits.
 *
 * All operations here truncate towards zero as ABDKMathQuad does, so they are exact results
 * cut to 113 significant bits; IEEE rounding would differ in the last bit half of the time.
 */
export type Quad = bigint & { readonly [quadBrand]: true }

const SIGN = 1n << 127n
const IMPLICIT = 1n << 112n
const INFINITY_BITS = 0x7fffn << 112n
const EXPONENT_MAX = 0x7fff
const BIAS = 16383
/** Exponent of the last place of a subnormal: values are significand · 2^−16494. */
const LOWEST = -16494

export const POSITIVE_ZERO = 0n as Quad
export const NEGATIVE_ZERO = SIGN as Quad
export const ONE = (BigInt(BIAS) << 112n) as Quad
export const POSITIVE_INFINITY = INFINITY_BITS as Quad
export const NEGATIVE_INFINITY = (INFINITY_BITS | SIGN) as Quad
export const NAN = (INFINITY_BITS | (1n << 111n)) as Quad

/** Powers of two up to 2^511, so that nothing is shifted twice. */
const POWER: readonly bigint[] = Array.from({ length: 512 }, (_, i) => 1n << BigInt(i))
/** Shift amounts as bigints; making one from a number costs an allocation. */
const BIG: readonly bigint[] = Array.from({ length: 512 }, (_, i) => BigInt(i))

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)
float[0] = 1
const HIGH = words[1] === 0x3ff00000 ? 1 : 0
const LOW = 1 - HIGH

/** Index of the highest set bit of `x`, 0 < x < 2^511. The double only guesses; bigints decide. */
export function mostSignificantBit(x: bigint): number {
  float[0] = Number(x)
  const high = words[HIGH] as number
  const guess = (high >>> 20) - 1023
  // Rounding up to a power of two is the only way the guess can be too high.
  if ((high & 0xfffff) === 0 && words[LOW] === 0 && x < (POWER[guess] as bigint)) return guess - 1
  return guess
}

/** `x · 2^bits`, towards minus infinity when `bits` is negative. */
function scale(x: bigint, bits: number): bigint {
  if (bits > 511) return x << BigInt(bits)
  if (bits >= 0) return x << (BIG[bits] as bigint)
  return bits < -511 ? x >> BigInt(-bits) : x >> (BIG[-bits] as bigint)
}

/** Packs `significand · 2^exponent`, cutting what does not fit; too large becomes an infinity. */
function pack(negative: boolean, significand: bigint, exponent: number): Quad {
  const sign = negative ? SIGN : 0n
  if (significand === 0n) return sign as Quad
  const msb = mostSignificantBit(significand)
  const biased = msb + exponent + BIAS
  if (biased >= EXPONENT_MAX) return (sign | INFINITY_BITS) as Quad
  if (biased <= 0) return (sign | scale(significand, exponent - LOWEST)) as Quad
  const fraction = BigInt.asUintN(112, scale(significand, 112 - msb))
  return (sign | (BigInt(biased) << 112n) | fraction) as Quad
}

function biasedExponent(x: Quad): number {
  return Number(x >> 112n) & EXPONENT_MAX
}

/** The significand as an integer: value = significand · 2^(max(exponent, 1) + LOWEST − 1). */
function significandOf(x: Quad, exponent: number): bigint {
  const fraction = BigInt.asUintN(112, x)
  return exponent === 0 ? fraction : fraction | IMPLICIT
}

function magnitude(x: Quad): bigint {
  return BigInt.asUintN(127, x)
}

/**
 * Takes the 128 bits of a `bytes16`, as `BigInt('0x…')` reads them.
 *
 * @throws ArgumentError when they are not an unsigned 128-bit number
 */
export function quadFromBits(bits: bigint): Quad {
  if (bits < 0n || bits >> 128n !== 0n) throw new ArgumentError('bits', `${bits} has not 128 bits`)
  return bits as Quad
}

/**
 * Converts a `uint256`, keeping its highest 113 bits.
 *
 * @throws ArgumentError when `x` is not a `uint256`
 * @see ABDKMathQuad.fromUInt
 */
export function fromUInt(x: bigint): Quad {
  if (x < 0n || x > MAX_UINT256) throw new ArgumentError('x', `${x} is not a uint256`)
  return pack(false, x, 0)
}

/**
 * Converts an `int256`, keeping the highest 113 bits of its magnitude.
 *
 * @throws ArgumentError when `x` is not an `int256`
 * @see ABDKMathQuad.fromInt
 */
export function fromInt(x: bigint): Quad {
  if (x < MIN_INT256 || x > MAX_INT256) throw new ArgumentError('x', `${x} is not an int256`)
  return x < 0n ? pack(true, -x, 0) : pack(false, x, 0)
}

/**
 * Converts to `uint256` towards zero. Anything between −1 and 1 gives 0.
 *
 * @throws RevertError without reason for −1 and below, 2^256 and above, infinities and NaN
 * @see ABDKMathQuad.toUInt
 */
export function toUInt(x: Quad): bigint {
  const exponent = biasedExponent(x)
  if (exponent < BIAS) return 0n
  if (x >= SIGN || exponent > BIAS + 255) throw new RevertError('')
  return scale(significandOf(x, exponent), exponent - BIAS - 112)
}

/** −x, also for zeros, infinities and NaN. @see ABDKMathQuad.neg */
export function neg(x: Quad): Quad {
  return (x ^ SIGN) as Quad
}

/**
 * Sign of x − y: −1, 0 or 1. Unlike IEEE, −0 is below +0.
 *
 * @throws RevertError without reason for NaN, and for an infinity compared with itself
 * @see ABDKMathQuad.cmp
 */
export function cmp(x: Quad, y: Quad): -1 | 0 | 1 {
  const absX = magnitude(x)
  if (absX > INFINITY_BITS || magnitude(y) > INFINITY_BITS) throw new RevertError('')
  if (x === y) {
    if (absX === INFINITY_BITS) throw new RevertError('')
    return 0
  }
  if (x >= SIGN) return y >= SIGN && x < y ? 1 : -1
  return y >= SIGN || x > y ? 1 : -1
}

/** x + y; a zero result is always +0. @see ABDKMathQuad.add */
export function add(x: Quad, y: Quad): Quad {
  const expX = biasedExponent(x)
  const expY = biasedExponent(y)
  if (expX === EXPONENT_MAX) return expY !== EXPONENT_MAX || x === y ? x : NAN
  if (expY === EXPONENT_MAX) return y
  const sigX = significandOf(x, expX)
  const sigY = significandOf(y, expY)
  if (sigX === 0n) return y === NEGATIVE_ZERO ? POSITIVE_ZERO : y
  if (sigY === 0n) return x
  return expX >= expY
    ? addOrdered(x >= SIGN, sigX, expX || 1, y >= SIGN, sigY, expY || 1)
    : addOrdered(y >= SIGN, sigY, expY || 1, x >= SIGN, sigX, expX || 1)
}

/** Adds finite nonzero numbers, the first with the larger or the same exponent. */
function addOrdered(
  negA: boolean,
  sigA: bigint,
  expA: number,
  negB: boolean,
  sigB: bigint,
  expB: number,
): Quad {
  const gap = expA - expB
  if (gap > 112) {
    if (negA === negB) return pack(negA, sigA, expA + LOWEST - 1)
    // The contract takes half a last place off, whatever the size of `b`: at a gap of 113 that
    // is not always enough for an exact difference cut to 113 bits.
    return pack(negA, (sigA << 1n) - 1n, expA + LOWEST - 2)
  }
  if (negA === negB) return pack(negA, sigA + scale(sigB, -gap), expA + LOWEST - 1)
  const wideA = scale(sigA, gap)
  const exponent = expA - gap + LOWEST - 1
  if (wideA === sigB) return POSITIVE_ZERO
  return wideA > sigB ? pack(negA, wideA - sigB, exponent) : pack(negB, sigB - wideA, exponent)
}

/** x − y. @see ABDKMathQuad.sub */
export function sub(x: Quad, y: Quad): Quad {
  return add(x, (y ^ SIGN) as Quad)
}

/** x · y. A product of NaN bits keeps the bits the contract keeps. @see ABDKMathQuad.mul */
export function mul(x: Quad, y: Quad): Quad {
  const expX = biasedExponent(x)
  const expY = biasedExponent(y)
  if (expX === EXPONENT_MAX || expY === EXPONENT_MAX) return mulSpecial(x, expX, y, expY)
  const negative = x >= SIGN !== y >= SIGN
  const product = significandOf(x, expX) * significandOf(y, expY)
  return pack(negative, product, (expX || 1) + (expY || 1) + 2 * (LOWEST - 1))
}

function mulSpecial(x: Quad, expX: number, y: Quad, expY: number): Quad {
  if (expX === EXPONENT_MAX && expY === EXPONENT_MAX) {
    if (x === y) return (x ^ (y & SIGN)) as Quad
    return (x ^ y) === SIGN ? ((x | y) as Quad) : NAN
  }
  const special = expX === EXPONENT_MAX ? x : y
  const other = expX === EXPONENT_MAX ? y : x
  return magnitude(other) === 0n ? NAN : ((special ^ (other & SIGN)) as Quad)
}

/** x / y; nonzero / 0 is an infinity, 0 / 0 is NaN. @see ABDKMathQuad.div */
export function div(x: Quad, y: Quad): Quad {
  const expX = biasedExponent(x)
  const expY = biasedExponent(y)
  const sign = (x ^ y) & SIGN
  if (expX === EXPONENT_MAX) return expY === EXPONENT_MAX ? NAN : ((x ^ (y & SIGN)) as Quad)
  if (expY === EXPONENT_MAX) return BigInt.asUintN(112, y) !== 0n ? NAN : (sign as Quad)
  const sigX = significandOf(x, expX)
  const sigY = significandOf(y, expY)
  if (sigY === 0n) return sigX === 0n ? NAN : ((sign | INFINITY_BITS) as Quad)
  if (sigX === 0n) return sign as Quad
  // Enough places for a quotient of 114 bits or more, whatever the lengths of the two.
  const places = 226 - mostSignificantBit(sigX)
  return pack(sign !== 0n, scale(sigX, places) / sigY, (expX || 1) - (expY || 1) - places)
}
