import type { WeightedHop } from './spotSwap'

/** The largest part of a token's balance that a weighted pool takes in one swap. @see WeightedMath._MAX_IN_RATIO */
const MAX_IN_RATIO = 0.3

/**
 * What a swap would give, from the pools' balances alone: the formula of a weighted pool in double precision. For questions about
 * many sizes at once; what a person decides on is a quote of the contracts.
 *
 * @param amountIn Base units of the first token
 * @returns Base units of the last, about right to nine digits; undefined for a size that a pool does not take
 * @see WeightedMath._calcOutGivenIn
 */
export function estimateSwapOut(
  hops: readonly WeightedHop[],
  amountIn: bigint,
): bigint | undefined {
  let amount = Number(amountIn)
  for (const { balanceIn, weightInWad, balanceOut, weightOutWad, swapFeeWad } of hops) {
    const kept = amount * (1 - Number(swapFeeWad) / 1e18)
    const balance = Number(balanceIn)
    if (!(kept <= balance * MAX_IN_RATIO)) return undefined
    const exponent = Number(weightInWad) / Number(weightOutWad)
    // For a small part of the balance, 1 − (1 + x)^−w would lose its digits.
    amount = Number(balanceOut) * -Math.expm1(-exponent * Math.log1p(kept / balance))
  }
  if (!Number.isFinite(amount) || amount < 1) return undefined
  return BigInt(Math.floor(amount))
}
