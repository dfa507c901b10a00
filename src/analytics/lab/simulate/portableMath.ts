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

const HALVINGS = [512, 256, 128, 64, 32, 16, 8, 4, 2, 1] as const
const FACTORS = HALVINGS.map((places) => 2 ** places)

/** Natural logarithm of a normal number above zero, to about 2e-16 of it or of 1, whichever is larger. */
export function logOf(x: number): number {
  let mantissa = x
  let exponent = 0
  // Powers of two are exact: they bring it between 1 and 2. Up to 2^63 the last six suffice.
  for (let i = x > 1e-18 && x < 1e18 ? 4 : 0; i < HALVINGS.length; i++) {
    const factor = FACTORS[i] as number
    const places = HALVINGS[i] as number
    if (mantissa >= factor) {
      mantissa /= factor
      exponent += places
    } else if (mantissa * factor < 2) {
      mantissa *= factor
      exponent -= places
    }
  }
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  }
  // log m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1) up to 0.172: what is left out is below 1e-18.
  const s = (mantissa - 1) / (mantissa + 1)
  const square = s * s
  let sum = 0
  for (let n = 23; n >= 3; n -= 2) sum = square * (1 / n + sum)
  return exponent * Math.LN2 + 2 * (s + s * sum)
}
