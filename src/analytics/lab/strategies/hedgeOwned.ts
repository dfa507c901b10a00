import type { Estimate } from '../estimate'
import type { SimulatedPool } from '../simulate/simulatedPool'
import { type HoldingCosts, holdingCosts } from './holdingCosts'
import { afterMove } from './payoffCurve'

/** Hedging what one owns of the index with short tokens. Estimates. */
export interface OwnedHedge {
  /** Value of short tokens to hold, as a multiple of what is owned. */
  readonly shortTokens: Estimate
  /** Costs, as parts of the short tokens' value. */
  readonly costs: HoldingCosts
  /** What all of it is worth after each move, as a multiple of what was owned, the tokens' value less their price. */
  readonly points: readonly {
    readonly move: number
    readonly owned: Estimate
    readonly hedged: Estimate
  }[]
}

/**
 * How many short tokens hedge a holding of the index, and what is left of a move.
 *
 * A short token gains leverage · skew on a fall and loses the leverage on a rise: half of both is taken, so that at skew 1
 * small moves cancel. Above skew 1 the hedge gains either way, below it costs either way.
 *
 * @param hedgedPart Part of the holding that is hedged, 0 to 1
 */
export function hedgeOwned(
  pool: SimulatedPool,
  hedgedPart: number,
  heldSec: number,
  moves: readonly number[],
): OwnedHedge {
  const { longBalance, shortBalance, leverage } = pool
  const shortTokens = (2 * hedgedPart) / (leverage * (1 + longBalance / shortBalance))
  const costs = holdingCosts(pool, heldSec)
  return {
    shortTokens,
    costs,
    points: moves.map((move) => {
      const kept = afterMove(pool, move).short * (1 - costs.total)
      return { move, owned: 1 + move, hedged: 1 + move + shortTokens * (kept - 1) }
    }),
  }
}
