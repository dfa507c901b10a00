import type { Estimate } from '../estimate'

/** What can be held: tokens of one side, both in equal value, or the hedge's side with its hedge. */
export type Position = 'long' | 'short' | 'straddle' | 'hedged'

export const POSITIONS: readonly Position[] = ['long', 'short', 'straddle', 'hedged']

/** The percentiles of a fan. */
export const FAN_PERCENTILES = [5, 25, 50, 75, 95] as const

/** Values of a position over time, as multiples of what it was worth at the start. */
export interface Fan {
  /** Seconds from the start. */
  readonly timesSec: readonly number[]
  /** One row for each of {@link FAN_PERCENTILES}, one value for each time. */
  readonly percentiles: readonly Float64Array[]
}

/** Bars of equal width; the last one holds everything beyond. */
export interface Histogram {
  readonly from: number
  readonly width: number
  readonly counts: readonly number[]
}

/** What a position is worth at the end, over all paths, as multiples of what it was worth at the start. Estimates. */
export interface EndOutcome {
  readonly mean: Estimate
  /** Of the mean. */
  readonly standardError: Estimate
  readonly median: Estimate
  /** Part of the paths that end below 1. */
  readonly chanceOfLoss: Estimate
  /** Mean of the worst 5% of the paths: their expected shortfall. */
  readonly worst5: Estimate
  readonly percentiles: readonly Estimate[]
  readonly histogram: Histogram
}

/** The result of a simulation. Every figure is an estimate in double precision. */
export interface SimulationResult {
  readonly paths: number
  readonly upkeeps: number
  /** The index itself, then each position. */
  readonly fans: Readonly<Record<Position | 'index', Fan>>
  readonly ends: Readonly<Record<Position | 'index', EndOutcome>>
}
