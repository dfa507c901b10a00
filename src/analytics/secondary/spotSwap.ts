import { WAD } from '../../protocol/wad'

/** One weighted pool that a swap goes through. Balances in base units of their tokens, the rest as wads. */
export interface WeightedHop {
  readonly balanceIn: bigint
  readonly weightInWad: bigint
  readonly balanceOut: bigint
  readonly weightOutWad: bigint
  readonly swapFeeWad: bigint
}

/** What a swap loses on its way. Wads. */
export interface SwapCosts {
  /** Swap fees of all hops together. */
  readonly feeWad: bigint
  /** By how much the size moves the price against the one who swaps: beyond the fees. 0n where rounding alone is left. */
  readonly priceImpactWad: bigint
}

/**
 * What an amount would give at the pools' current price, without fees and however large: base units, cut.
 *
 * @returns undefined where a pool is empty
 */
export function computeSpotOut(hops: readonly WeightedHop[], amountIn: bigint): bigint | undefined {
  let numerator = amountIn
  let denominator = 1n
  for (const { balanceIn, weightInWad, balanceOut, weightOutWad } of hops) {
    numerator *= balanceOut * weightInWad
    denominator *= balanceIn * weightOutWad
  }
  return denominator === 0n ? undefined : numerator / denominator
}

/** The fee and the price impact of a quoted swap; undefined where a pool is empty or the amount gives nothing. */
export function computeSwapCosts(
  hops: readonly WeightedHop[],
  amountIn: bigint,
  amountOut: bigint,
): SwapCosts | undefined {
  const spotOut = computeSpotOut(hops, amountIn)
  if (spotOut === undefined || spotOut === 0n) return undefined
  const keptWad = hops.reduce((kept, { swapFeeWad }) => (kept * (WAD - swapFeeWad)) / WAD, WAD)
  const withoutImpact = spotOut * keptWad
  if (withoutImpact === 0n) return undefined
  const impact = WAD - (amountOut * WAD * WAD) / withoutImpact
  return { feeWad: WAD - keptWad, priceImpactWad: impact > 0n ? impact : 0n }
}
