/**
 * Shares an amount out by weights. The parts add up to it exactly: what is rounded off each goes to the last one that has a
 * weight.
 *
 * @param amount Not below zero
 * @param weights Not below zero
 * @returns One part for each weight; all zero where there is no weight
 */
export function shareOut(amount: bigint, weights: readonly bigint[]): bigint[] {
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0n)
  let left = amount
  return weights.map((weight) => {
    if (weightLeft === 0n) return 0n
    const part = (left * weight) / weightLeft
    left -= part
    weightLeft -= weight
    return part
  })
}
