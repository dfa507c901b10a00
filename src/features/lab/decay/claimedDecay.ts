import {
  annualDecaySteps,
  type Decay,
  type DecayTerms,
} from '../../../analytics/lab/decay/annualDecay'
import { CLAIMED_DECAY, solveDecay } from '../../../analytics/lab/decay/solveDecay'

const HOUR = 3_600
const DAY = 86_400

/** The markets that the articles speak of: 3x, an hour, an average of eight samples, no fees. */
const CLAIMED_TERMS: DecayTerms = {
  leverage: CLAIMED_DECAY.leverage,
  smaPeriods: CLAIMED_DECAY.smaPeriods,
  updateIntervalSec: HOUR,
  annualVolatility: 0.6,
  flows: { kind: 'immediate' },
  mintingFee: 0,
  burningFee: 0,
}

/** The flows that are tried, by name in the content module. */
const FLOWS = {
  immediate: { kind: 'immediate' },
  hours8: { kind: 'halfLife', halfLifeSec: 8 * HOUR },
  day: { kind: 'halfLife', halfLifeSec: DAY },
  week: { kind: 'halfLife', halfLifeSec: 7 * DAY },
  month: { kind: 'halfLife', halfLifeSec: 30 * DAY },
} as const

export type ClaimedFlows = keyof typeof FLOWS

export const CLAIMED_FLOWS = Object.keys(FLOWS) as ClaimedFlows[]

/** What the articles' 5% a year takes, under one assumption about flows. */
export interface ClaimedRow {
  readonly flows: ClaimedFlows
  /** At a volatility of 60%. */
  readonly atSixty: Decay
  /** The volatility that gives 5%; undefined where none does. */
  readonly volatility: number | undefined
}

/** Which assumptions give the articles' figure, and what others give. Yields as it goes. */
export function* claimedRows(): Generator<void, readonly ClaimedRow[]> {
  const rows: ClaimedRow[] = []
  for (const flows of CLAIMED_FLOWS) {
    const terms = { ...CLAIMED_TERMS, flows: FLOWS[flows] }
    const atSixty = yield* annualDecaySteps(terms)
    const volatility = yield* solveDecay(terms, 'annualVolatility', CLAIMED_DECAY.perYear)
    rows.push({ flows, atSixty, volatility })
  }
  return rows
}
