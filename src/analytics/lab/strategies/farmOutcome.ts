import type { Side } from '../../poolFigures'
import type { Estimate } from '../estimate'
import { closedPerUpkeep, type FlowsModel } from '../flowsModel'
import { SECONDS_PER_YEAR } from '../simulate/priceModel'
import type { SimulatedPool } from '../simulate/simulatedPool'
import { expectedTransfer } from './expectedTransfer'
import { type HoldingCosts, holdingCosts } from './holdingCosts'

/** The stated assumptions of a skew farm. */
export interface FarmTerms {
  readonly pool: SimulatedPool
  /** The side that is held: the smaller one, to be paid by the skew. */
  readonly side: Side
  /** Of the index, 1 = 100%. It goes up as often and as far as down, in log returns. */
  readonly annualVolatility: number
  readonly flows: FlowsModel
  readonly heldSec: number
  /** What the opposite exposure elsewhere costs, as a part of its value per year; negative where it pays. */
  readonly annualCarry: number
}

/** What a skew farm brings on average, as parts of what is put in. Estimates. */
export interface FarmOutcome {
  /** Long ÷ short balance at the start. */
  readonly skew: Estimate
  /** Part of the losing side that one upkeep moves on average. */
  readonly expectedTransfer: Estimate
  /** From the skew alone: for each upkeep (other ÷ own balance − 1) · half the expected transfer. 0 at skew 1. */
  readonly skewGain: Estimate
  readonly costs: HoldingCosts
  /** Gain and costs together, without a hedge. The index's own moves come on top: what is expected of them is 0. */
  readonly alone: Estimate
  readonly hedge: FarmHedge
  /** With the hedge: what the index does is gone, its curve and its carry stay. */
  readonly hedged: Estimate
}

/** What to hold elsewhere. */
export interface FarmHedge {
  /** The direction that is held elsewhere: the opposite of the token's. */
  readonly side: Side
  /** Value of the index to hold, as a multiple of what is put in: half of the leverage on losses and that on gains. */
  readonly notional: Estimate
  readonly carry: Estimate
  /**
   * What the hedge brings on average: the transfer is symmetric in log returns and a holding of the index in simple ones, so
   * that the short token is hedged at a gain of notional · σ² / 2 per year and the long one at that loss, also at skew 1.
   */
  readonly curvature: Estimate
}

/** Skew farming, alone and hedged, from a pool's current state. */
export function farmOutcome(terms: FarmTerms): FarmOutcome {
  const { pool, side, annualVolatility, heldSec } = terms
  const { longBalance, shortBalance, leverage } = pool
  const [own, other] = side === 'long' ? [longBalance, shortBalance] : [shortBalance, longBalance]
  const transfer = expectedTransfer(pool, annualVolatility)
  const skewGain = gainOfSkew(terms, own, other, transfer)
  const costs = holdingCosts(pool, heldSec)
  const years = heldSec / SECONDS_PER_YEAR
  const notional = (leverage * (1 + other / own)) / 2
  const carry = notional * terms.annualCarry * years
  const variance = annualVolatility ** 2 * years
  const curvature = ((side === 'short' ? 1 : -1) * notional * variance) / 2
  const alone = (1 + skewGain) * (1 - costs.total) - 1
  return {
    skew: longBalance / shortBalance,
    expectedTransfer: transfer,
    skewGain,
    costs,
    alone,
    hedge: { side: side === 'short' ? 'long' : 'short', notional, carry, curvature },
    hedged: alone + curvature - carry,
  }
}

/** Upkeep by upkeep, as transfers and flows take the skew away. */
function gainOfSkew(
  { pool, flows, heldSec }: FarmTerms,
  own: number,
  other: number,
  transfer: number,
): Estimate {
  const upkeeps = Math.floor(heldSec / pool.updateIntervalSec)
  const closed = closedPerUpkeep(flows, pool.updateIntervalSec)
  // The difference between the sides, as a part of both together; negative for the larger side.
  let difference = (other - own) / (other + own)
  let value = 1
  for (let upkeep = 0; upkeep < upkeeps && Math.abs(difference) > 1e-12; upkeep++) {
    value *= 1 + (transfer * difference) / (1 - difference)
    difference *= (1 - transfer) * (1 - closed)
  }
  return value - 1
}
