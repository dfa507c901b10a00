/**
 * The constants of `pow_2`: entry i is 2^128 · 2^(2^−(i+1)) as ABDKMathQuad has it, which is the
 * truncated square root of the entry before, starting from 2. Rounding errors add up on the way,
 * so the last entries are not the nearest integers: they have to be made in this very manner.
 *
 * @see ABDKMathQuad.pow_2
 */
export const POW_2_FACTORS: readonly bigint[] = makeFactors()

function makeFactors(): bigint[] {
  const factors: bigint[] = []
  let factor = 1n << 129n
  for (let i = 0; i < 126; i++) {
    factor = squareRoot(factor << 128n, factor)
    factors.push(factor)
  }
  return factors
}

/** Truncated square root by Newton's method, from a start that is not too small. */
function squareRoot(x: bigint, start: bigint): bigint {
  let root = start
  for (;;) {
    const next = (root + x / root) >> 1n
    if (next >= root) return root
    root = next
  }
}
