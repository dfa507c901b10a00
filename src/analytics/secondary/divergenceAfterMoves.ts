import type { SimulatedPool } from '../lab/simulate/simulatedPool'
import { afterMove } from '../lab/strategies/payoffCurve'
import type { PoolWeights } from '../lab/strategies/weightedPool'
import { computeDivergence } from './divergence'

/** What liquidity is made of. */
export interface LiquidityMix {
  readonly weights: PoolWeights
  /** How much of the index the third token has in it: 1 for the index itself, 0 for the settlement token. */
  readonly otherExposure: number
}

/** After one move of the index that one rebalance sees as a whole. Estimates. */
export interface DivergencePoint {
  /** Of the index: 0.1 is +10%. */
  readonly move: number
  /** Multiples of the token's value before. */
  readonly long: number
  readonly short: number
  /** For each mix, liquidity beside the same tokens held, before swap fees: −0.01 for 1% less. */
  readonly divergence: readonly number[]
}

/**
 * What moves of the index do to liquidity, before swap fees, once arbitrage has brought the pool's prices in line.
 *
 * @param moves Above −1
 */
export function computeDivergenceAfterMoves(
  pool: SimulatedPool,
  mixes: readonly LiquidityMix[],
  moves: readonly number[],
): readonly DivergencePoint[] {
  return moves.map((move) => {
    const { long, short } = afterMove(pool, move)
    const divergence = mixes.map(({ weights, otherExposure }) =>
      computeDivergence([
        { weight: weights.long, priceRatio: long },
        { weight: weights.short, priceRatio: short },
        { weight: weights.other, priceRatio: 1 + otherExposure * move },
      ]),
    )
    return { move, long, short, divergence }
  })
}
