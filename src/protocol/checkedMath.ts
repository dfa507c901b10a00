import { PanicCode, PanicError } from './protocolError'

/** Largest `uint256`. */
export const MAX_UINT256 = (1n << 256n) - 1n
/** Largest `int256`. */
export const MAX_INT256 = (1n << 255n) - 1n
/** Smallest `int256`. */
export const MIN_INT256 = -(1n << 255n)

/** `a + b` as Solidity 0.8 does it on `uint256`. @throws PanicError 0x11 above 2^256 − 1 */
export function checkedAdd(a: bigint, b: bigint): bigint {
  const sum = a + b
  if (sum > MAX_UINT256) throw new PanicError(PanicCode.Overflow)
  return sum
}

/** `a - b` as Solidity 0.8 does it on `uint256`. @throws PanicError 0x11 below zero */
export function checkedSub(a: bigint, b: bigint): bigint {
  if (b > a) throw new PanicError(PanicCode.Overflow)
  return a - b
}

/** `a * b` as Solidity 0.8 does it on `uint256`. @throws PanicError 0x11 above 2^256 − 1 */
export function checkedMul(a: bigint, b: bigint): bigint {
  const product = a * b
  if (product > MAX_UINT256) throw new PanicError(PanicCode.Overflow)
  return product
}

/** `a / b` as Solidity 0.8 does it on `uint256`. @throws PanicError 0x12 when `b` is zero */
export function checkedDiv(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new PanicError(PanicCode.DivisionByZero)
  return a / b
}

/** A result that must fit `int256`. @throws PanicError 0x11 when it does not */
export function checkedInt(value: bigint): bigint {
  if (value > MAX_INT256 || value < MIN_INT256) throw new PanicError(PanicCode.Overflow)
  return value
}
