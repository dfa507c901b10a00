import { describe, expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { estimateSwapOut } from './estimateSwap'
import type { WeightedHop } from './spotSwap'

const HOP: WeightedHop = {
  balanceIn: 1_000_000_000_000n,
  weightInWad: WAD / 2n,
  balanceOut: 3_000_000_000_000n,
  weightOutWad: WAD / 2n,
  swapFeeWad: 0n,
}

describe('what a swap would give, from the balances', () => {
  it('is the constant product where weights are equal', () => {
    const amount = 250_000_000_000n
    expect(estimateSwapOut([HOP], amount)).toBe(
      (HOP.balanceOut * amount) / (HOP.balanceIn + amount),
    )
    // 1 − (1 / 1.25)² with twice the weight on the way in.
    expect(estimateSwapOut([{ ...HOP, weightInWad: WAD }], amount)).toBe(1_080_000_000_000n)
  })

  it('keeps its digits for a small part of the balance', () => {
    const hop = { ...HOP, balanceIn: 10n ** 24n, balanceOut: 10n ** 24n }
    const out = estimateSwapOut([hop], 10n ** 12n) ?? expect.fail('none')
    expect(Number(out) / 1e12).toBeCloseTo(1, 10)
  })

  it('takes the fee of each hop first', () => {
    const hop = { ...HOP, balanceIn: 10n ** 24n, balanceOut: 10n ** 24n, swapFeeWad: WAD / 100n }
    const out = estimateSwapOut([hop, hop], 10n ** 12n) ?? expect.fail('none')
    expect(Number(out) / 1e12).toBeCloseTo(0.99 * 0.99, 9)
  })

  it('is none above 30% of a balance, of dust, and in an empty pool', () => {
    expect(estimateSwapOut([HOP], 300_000_000_000n)).toBeDefined()
    expect(estimateSwapOut([HOP], 300_000_000_001n)).toBeUndefined()
    expect(estimateSwapOut([{ ...HOP, balanceOut: 1n }], 5n)).toBeUndefined()
    expect(estimateSwapOut([{ ...HOP, balanceIn: 0n }], 5n)).toBeUndefined()
  })
})
