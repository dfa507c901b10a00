import { describe, expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { computeSpotOut, computeSwapCosts, type WeightedHop } from './spotSwap'

const HOP: WeightedHop = {
  balanceIn: 1_000_000n,
  weightInWad: WAD / 2n,
  balanceOut: 2_000_000n,
  weightOutWad: WAD / 4n,
  swapFeeWad: WAD / 100n,
}

describe('a swap at the spot price', () => {
  it('is the balances’ proportion, weighted, over all hops', () => {
    expect(computeSpotOut([HOP], 10n)).toBe(40n)
    expect(computeSpotOut([HOP, HOP], 10n)).toBe(160n)
    expect(computeSpotOut([{ ...HOP, balanceIn: 0n }], 10n)).toBeUndefined()
  })

  it('loses the fees, and what its size moves', () => {
    expect(computeSwapCosts([HOP], 1_000n, 3_960n)).toEqual({
      feeWad: WAD / 100n,
      priceImpactWad: 0n,
    })
    expect(computeSwapCosts([HOP], 1_000n, 1_980n)).toEqual({
      feeWad: WAD / 100n,
      priceImpactWad: WAD / 2n,
    })
    expect(computeSwapCosts([HOP, HOP], 1_000n, 0n)?.feeWad).toBe(WAD - (99n * 99n * WAD) / 10_000n)
    // Rounded up by the contract.
    expect(computeSwapCosts([HOP], 1_000n, 3_961n)?.priceImpactWad).toBe(0n)
    expect(computeSwapCosts([HOP], 0n, 0n)).toBeUndefined()
  })
})
