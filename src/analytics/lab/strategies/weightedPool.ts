import type { Estimate } from '../estimate'
import type { SimulatedPool } from '../simulate/simulatedPool'
import { afterMove } from './payoffCurve'

/** Parts of a weighted pool's value in long tokens, short tokens and a third token; together 1. */
export interface PoolWeights {
  readonly long: number
  readonly short: number
  readonly other: number
}

/** What the V1 pools on Balancer were made of: 50% WETH or WBTC, 33.33% short and 16.67% long tokens. */
export const V1_WEIGHTS: PoolWeights = { long: 1 / 6, short: 1 / 3, other: 1 / 2 }

/** The stated assumptions of liquidity for a secondary market. */
export interface LiquidityTerms {
  readonly pool: SimulatedPool
  readonly weights: PoolWeights
  /** How much of the index the third token has in it: 1 for the index itself, 0 for the settlement token. */
  readonly otherExposure: number
  readonly swapFee: number
  /** Traded per year, as a multiple of what is in the pool. */
  readonly annualTurnover: number
  /** Of the index, 1 = 100%. */
  readonly annualVolatility: number
}

/** What liquidity brings per year, as parts of what is put in. Estimates. */
export interface LiquidityOutcome {
  /** Value of the index that the whole has in it, as a multiple of what is put in; 0 is neutral. */
  readonly exposure: Estimate
  /** Skew at which the exposure is 0; undefined where no skew gives that. */
  readonly neutralSkew: Estimate | undefined
  readonly fees: Estimate
  /** What is lost against holding the tokens, as prices drift apart: half the variance between them. */
  readonly divergence: Estimate
  /** Fees less divergence. What the tokens themselves gain or lose is not in it. */
  readonly net: Estimate
  /** Turnover at which the fees make up for the divergence. */
  readonly breakEvenTurnover: Estimate
}

/**
 * Liquidity of long and short tokens beside a third one in a weighted pool: fees against divergence.
 *
 * With exposures e to an index of variance σ² per year, a pool of constant weights loses (Σ w e² − (Σ w e)²) · σ² / 2 per
 * year against holding its tokens.
 *
 * @see Martinelli, Mushegian: Balancer, A non-custodial portfolio manager, liquidity provider, and price sensor, 2019
 */
export function liquidityOutcome(terms: LiquidityTerms): LiquidityOutcome {
  const { pool, weights, otherExposure, swapFee, annualTurnover, annualVolatility } = terms
  const skew = pool.longBalance / pool.shortBalance
  const parts = [
    [weights.long, (pool.leverage * (1 + 1 / skew)) / 2],
    [weights.short, (-pool.leverage * (1 + skew)) / 2],
    [weights.other, otherExposure],
  ] as const
  const exposure = parts.reduce((sum, [weight, each]) => sum + weight * each, 0)
  const squares = parts.reduce((sum, [weight, each]) => sum + weight * each ** 2, 0)
  const divergence = ((squares - exposure ** 2) * annualVolatility ** 2) / 2
  const fees = swapFee * annualTurnover
  return {
    exposure,
    neutralSkew: neutralSkew(weights, otherExposure, pool.leverage),
    fees,
    divergence,
    net: fees - divergence,
    breakEvenTurnover: divergence / swapFee,
  }
}

/** Where w_L · L (1 + 1/S) / 2 + w_O · e = w_S · L (1 + S) / 2: the positive root of a square. */
function neutralSkew(
  { long, short, other }: PoolWeights,
  otherExposure: number,
  leverage: number,
): Estimate | undefined {
  const a = (short * leverage) / 2
  const b = ((short - long) * leverage) / 2 - other * otherExposure
  const c = (-long * leverage) / 2
  if (a === 0) return undefined
  const root = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a)
  return root > 0 ? root : undefined
}

/** Value after one move that one rebalance sees as a whole, as multiples of what was put in, before swap fees. Estimates. */
export interface LiquidityPoint {
  readonly move: number
  readonly pool: Estimate
  /** The same tokens outside of the pool. */
  readonly held: Estimate
}

/** A weighted pool's value is the product of its prices to the powers of its weights. */
export function liquidityCurve(
  { pool, weights, otherExposure }: Pick<LiquidityTerms, 'pool' | 'weights' | 'otherExposure'>,
  moves: readonly number[],
): LiquidityPoint[] {
  return moves.map((move) => {
    const { long, short } = afterMove(pool, move)
    const other = 1 + otherExposure * move
    return {
      move,
      pool: long ** weights.long * short ** weights.short * other ** weights.other,
      held: weights.long * long + weights.short * short + weights.other * other,
    }
  })
}
