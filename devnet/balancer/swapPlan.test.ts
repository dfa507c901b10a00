import { describe, expect, it } from 'vitest'
import { type PooledToken, planArbitrage } from './swapPlan'

const FEE = 0.003

function pool(...usd: readonly number[]): PooledToken[] {
  return usd.map((price) => ({ balance: 1_000, weight: 1 / usd.length, usd: price, held: 1e9 }))
}

/** What a weighted pool gives, by Balancer's formula. */
function outOf(
  tokens: readonly PooledToken[],
  swap: { tokenIn: number; tokenOut: number; amountIn: number },
) {
  const given = tokens[swap.tokenIn]
  const taken = tokens[swap.tokenOut]
  if (given === undefined || taken === undefined) throw new Error('no such token')
  const net = swap.amountIn * (1 - FEE)
  return (
    taken.balance * (1 - (given.balance / (given.balance + net)) ** (given.weight / taken.weight))
  )
}

describe('the arbitrage of a weighted pool', () => {
  it('sells what the pool overpays for what it undersells, at a gain', () => {
    const tokens = pool(1, 1.1, 1)
    const swap = planArbitrage(tokens, FEE, 0.001)
    expect(swap).toMatchObject({ tokenOut: 1 })
    if (swap === undefined) throw new Error('no swap')
    expect(outOf(tokens, swap) * 1.1).toBeGreaterThan(swap.amountIn)
  })

  it('leaves nothing worth a second swap', () => {
    const tokens = pool(1, 1.1)
    const swap = planArbitrage(tokens, FEE, 0.001)
    if (swap === undefined) throw new Error('no swap')
    const out = outOf(tokens, swap)
    const after = tokens.map((token, index) => ({
      ...token,
      balance: token.balance + (index === swap.tokenIn ? swap.amountIn : -out),
    }))
    expect(planArbitrage(after, FEE, 0.001)).toBeUndefined()
  })

  it('does nothing within the fee, with nothing to sell, and where a figure is none', () => {
    expect(planArbitrage(pool(1, 1.002), FEE, 0.001)).toBeUndefined()
    expect(
      planArbitrage(
        pool(1, 1.1).map((token) => ({ ...token, held: 0 })),
        FEE,
        0,
      ),
    ).toBeUndefined()
    expect(planArbitrage(pool(1, Number.NaN), FEE, 0)).toBeUndefined()
    expect(planArbitrage(pool(0, 1), FEE, 0)).toBeUndefined()
  })

  it('never puts in more than the Vault takes, nor more than it has', () => {
    expect(planArbitrage(pool(1, 50), FEE, 0)?.amountIn).toBeCloseTo(290)
    const poor = pool(1, 50).map((token) => ({ ...token, held: 5 }))
    expect(planArbitrage(poor, FEE, 0)?.amountIn).toBe(5)
  })
})
