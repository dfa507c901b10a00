import type { Side } from '../../poolFigures'
import type { Estimate } from '../estimate'
import type { SimulatedPool } from '../simulate/simulatedPool'
import { transferredShare } from './expectedTransfer'

/** Values after one move of the index, as multiples of what was put in, after minting and burning fees. Estimates. */
export interface PayoffPoint {
  /** Of the index: 0.1 is +10%. */
  readonly move: number
  readonly long: Estimate
  readonly short: Estimate
  /** Half of each. */
  readonly straddle: Estimate
  /** The token of the hedged side with the opposite holding of the index elsewhere, before carry. */
  readonly hedged: Estimate
}

/**
 * What positions are worth after one move that one rebalance sees as a whole. Where a pool uses an average, a move reaches it
 * over several upkeeps, and the outcome is a little different: that is what a replay shows.
 *
 * @param side The side that is hedged
 * @param moves Above −1
 */
export function payoffCurve(
  pool: SimulatedPool,
  side: Side,
  moves: readonly number[],
): PayoffPoint[] {
  const { longBalance, shortBalance, leverage } = pool
  const kept = (1 - pool.mintingFee) * (1 - pool.burningFee)
  const [own, other] = side === 'long' ? [longBalance, shortBalance] : [shortBalance, longBalance]
  const notional = ((side === 'long' ? -1 : 1) * leverage * (1 + other / own)) / 2
  return moves.map((move) => {
    const { long, short } = afterMove(pool, move)
    const ofSide = side === 'long' ? long : short
    return {
      move,
      long: long * kept,
      short: short * kept,
      straddle: ((long + short) / 2) * kept,
      hedged: ofSide * kept + notional * (1 - pool.mintingFee) * move,
    }
  })
}

/** Both tokens after one move, as multiples of their values before, without fees. Estimates. */
export function afterMove(
  { longBalance, shortBalance, leverage }: SimulatedPool,
  move: number,
): { readonly long: Estimate; readonly short: Estimate } {
  const share = transferredShare(leverage, Math.log1p(move))
  return move >= 0
    ? { long: 1 + (share * shortBalance) / longBalance, short: 1 - share }
    : { long: 1 - share, short: 1 + (share * longBalance) / shortBalance }
}
