/**
 * e^x. For the moves of an hour the series is shorter than `Math.exp`, as good to the last bit or two, and the same on every
 * machine; larger ones take `Math.exp`, whose last bit may differ between JavaScript engines.
 */
export function expOf(x: number): number {
  if (x > 0.06 || x < -0.06) return Math.exp(x)
  // Up to x^9 / 9!: what is left out is below 1e-18.
  const square = x * x
  const odd = 1 + square * (1 / 6 + square * (1 / 120 + square * (1 / 5_040 + square / 362_880)))
  const even = square * (1 / 2 + square * (1 / 24 + square * (1 / 720 + square / 40_320)))
  return 1 + (x * odd + even)
}

/**
 * tanh x for x of 0 and above. Below 0.3 it is the continued fraction x / (1 + x² / (3 + x² / (5 + …))) up to 13, good to the
 * last bit or two and the same on every machine; larger ones take `Math.tanh`, which may differ between engines.
 */
export function tanhOf(x: number): number {
  if (x > 0.3) return Math.tanh(x)
  const square = x * x
  const over = 135_135 + square * (17_325 + square * (378 + square))
  const under = 135_135 + square * (62_370 + square * (3_150 + square * 28))
  return (x * over) / under
}
