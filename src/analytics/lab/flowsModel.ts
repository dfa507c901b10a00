import { expOf } from './simulate/portableMath'

/**
 * How holders react to the skew: the assumption on which volatility decay depends.
 *
 * - `none`: no one mints or burns.
 * - `halfLife`: after each upkeep, holders of the larger side flip so much to the smaller one that the difference between
 *   the sides halves in `halfLifeSec`.
 * - `immediate`: they flip half the difference after each upkeep, so that the skew is 1 again.
 */
export type FlowsModel =
  | { readonly kind: 'none' }
  | { readonly kind: 'halfLife'; readonly halfLifeSec: number }
  | { readonly kind: 'immediate' }

/**
 * The part of the difference between the sides that flows take away after one upkeep, 0 to 1.
 *
 * @param upkeepSec Seconds between two upkeeps
 */
export function closedPerUpkeep(flows: FlowsModel, upkeepSec: number): number {
  if (flows.kind === 'none') return 0
  if (flows.kind === 'immediate') return 1
  return 1 - expOf((-Math.LN2 * upkeepSec) / flows.halfLifeSec)
}
