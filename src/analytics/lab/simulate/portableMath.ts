/*
 * Elementary functions made of +, −, ×, ÷ alone, which IEEE 754 rounds the same way everywhere. `Math.exp`, `Math.log` and
 * `Math.tanh` may differ in the last bit from one JavaScript engine to the next, and a simulation has to give the same
 * result for the same link.
 */

/** e^x, to about 1e-16 for the moves of an hour; each doubling of x beyond 0.06 doubles that. */
export function expOf(x: number): number {
  if (x > 0.06 || x < -0.06) {
    const root = expOf(x / 2)
    return root * root
  }
  // Up to x^9 / 9!: what is left out is below 1e-18.
  const square = x * x
  const odd = 1 + square * (1 / 6 + square * (1 / 120 + square * (1 / 5_040 + square / 362_880)))
  const even = square * (1 / 2 + square * (1 / 24 + square * (1 / 720 + square / 40_320)))
  return 1 + (x * odd + even)
}

/** tanh x for x of 0 and above, as good as {@link expOf}. */
export function tanhOf(x: number): number {
  if (x > 0.3) return 1 - 2 / (expOf(2 * x) + 1)
  // The continued fraction x / (1 + x² / (3 + x² / (5 + …))) up to 13.
  const square = x * x
  const over = 135_135 + square * (17_325 + square * (378 + square))
  const under = 135_135 + square * (62_370 + square * (3_150 + square * 28))
  return (x * over) / under
}

const number = new Float64Array(1)
const words = new Int32Array(number.buffer)
/** Where the sign and the exponent of a double are: the second word, except where the machine begins with the high one. */
const HIGH = (() => {
  number[0] = 1
  return words[1] === 0 ? 0 : 1
})()
/** 1 / n for odd n from 23 down to 3. */
const ODD_PARTS = Float64Array.from({ length: 11 }, (_, index) => 1 / (23 - 2 * index))

/** Natural logarithm of a normal number above zero, to about 2e-16 of it or of 1, whichever is larger. */
export function logOf(x: number): number {
  // The exponent's bits say by which power of two the number is between 1 and 2: taking them out is exact.
  number[0] = x
  const high = words[HIGH] as number
  let exponent = (high >>> 20) - 1_023
  words[HIGH] = high - (exponent << 20)
  let mantissa = number[0] as number
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  }
  // log m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1) up to 0.172: what is left out is below 1e-18.
  const s = (mantissa - 1) / (mantissa + 1)
  const square = s * s
  let sum = 0
  for (let i = 0; i < 11; i++) sum = square * ((ODD_PARTS[i] as number) + sum)
  return exponent * Math.LN2 + 2 * (s + s * sum)
}
