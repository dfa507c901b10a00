import type { Estimate } from '../estimate'
import { annualDecaySteps, type DecayTerms } from './annualDecay'

/** The articles: "simulations suggest 5% per annum in volatility decay in 3x markets"; what they assume is not published. */
export const CLAIMED_DECAY = { perYear: 0.05, leverage: 3, smaPeriods: 8 } as const

/** What can be varied until the decay is the wanted one, with the least and the most that is tried. */
const VARIED = {
  annualVolatility: [0.01, 3],
  mintingFee: [0, 0.1],
} as const

export type VariedTerm = keyof typeof VARIED

const HALVINGS = 14

/**
 * The value of one term at which the decay per year is the wanted one, the others staying as they are. Yields after each
 * path, so that it can run in slices.
 *
 * @returns Undefined where no value within its bounds gives it
 */
export function* solveDecay(
  terms: DecayTerms,
  varied: VariedTerm,
  perYear: number,
): Generator<void, Estimate | undefined> {
  function* decayAt(value: number): Generator<void, number> {
    const { perYear: simulated } = yield* annualDecaySteps({ ...terms, [varied]: value })
    return simulated - perYear
  }
  let [low, high]: readonly [number, number] = VARIED[varied]
  const atLow = yield* decayAt(low)
  if (atLow > 0 === (yield* decayAt(high)) > 0) return undefined
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if ((yield* decayAt(middle)) > 0 === atLow > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
