import type { Estimate } from '../estimate'

/** What can be held: tokens of one side, both in equal value, or the hedge's side with its hedge. */
export const POSITIONS = ['long', 'short', 'straddle', 'hedged'] as const

/**
 * What can be held beside the pool, where the input says so: the index with short tokens against its fall, long and short tokens
 * in a weighted pool, and the same tokens outside of it.
 */
export const POSITIONS_BESIDE = ['owned', 'liquidity', 'unpooled'] as const

export type Position = (typeof POSITIONS)[number]
export type PositionBeside = (typeof POSITIONS_BESIDE)[number]

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
  readonly fans: Outcomes<Fan>
  readonly ends: Outcomes<EndOutcome>
}

/** Of the index itself, of each position, and of those beside the pool that the input asks for. */
export type Outcomes<value> = Readonly<Record<Position | 'index', value>> &
  Readonly<Partial<Record<PositionBeside, value>>>
