import { type EndOutcome, FAN_PERCENTILES, type Histogram } from './outcome'

/** Bars of a histogram. */
const BARS = 40
const WORST_PART = 0.05

/**
 * The statistics of what all paths end at.
 *
 * @param ends One value for each path; at least one. Not changed
 */
export function describeEnd(ends: Float64Array): EndOutcome {
  const count = ends.length
  let sum = 0
  let losses = 0
  for (const value of ends) {
    sum += value
    if (value < 1) losses++
  }
  const mean = sum / count
  let squares = 0
  for (const value of ends) squares += (value - mean) * (value - mean)
  const sorted = ends.toSorted()
  const at = (percent: number) => sorted[Math.round(((count - 1) * percent) / 100)] as number
  const worst = sorted.subarray(0, Math.max(1, Math.round(count * WORST_PART)))
  return {
    mean,
    standardError: count > 1 ? Math.sqrt(squares / (count - 1) / count) : Number.NaN,
    median: at(50),
    chanceOfLoss: losses / count,
    worst5: worst.reduce((total, value) => total + value, 0) / worst.length,
    percentiles: FAN_PERCENTILES.map(at),
    histogram: histogramOf(sorted, at(99)),
  }
}

/** From the least value to the 99th percentile, so that a few extremes do not make all bars but one empty. */
function histogramOf(sorted: Float64Array, to: number): Histogram {
  const from = sorted[0] as number
  const width = (to - from) / BARS || 1 / BARS
  const counts = new Array<number>(BARS + 1).fill(0)
  for (const value of sorted) {
    const bar = Math.min(BARS, Math.floor((value - from) / width))
    counts[bar] = (counts[bar] as number) + 1
  }
  return { from, width, counts }
}
