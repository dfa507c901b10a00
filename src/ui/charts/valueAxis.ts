/** The scale of a chart's values. */
export interface ValueAxis {
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
}

/** Of what is drawn, above and below it. */
const MARGIN = 0.06
/** Of a value that does not change: how much of it the scale shows on each side. */
const FLAT_MARGIN = 0.01
const MOST_TICKS = 6

/**
 * A scale of round numbers with room above and below all that is drawn, so that no line runs along the edge; a value that
 * does not change is in the middle.
 *
 * @param values What is drawn; empty for a scale around zero
 */
export function valueAxis(values: readonly number[]): ValueAxis {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < least) least = value
    if (value > most) most = value
  }
  if (least > most) {
    least = 0
    most = 0
  }
  const isFlat = most - least <= Math.abs(most) * 1e-9
  const margin = isFlat ? Math.abs(most) * FLAT_MARGIN || 1 : (most - least) * MARGIN
  const from = least - margin
  const to = most + margin
  return { domain: [from, to], ticks: roundTicks(from, to, MOST_TICKS) }
}

/** Round numbers between two numbers, at most so many and a step apart that is the same everywhere. */
export function roundTicks(from: number, to: number, most: number): number[] {
  if (to <= from) return [from]
  const step = niceStep((to - from) / (most - 1))
  const ticks: number[] = []
  for (let count = Math.ceil(from / step); count * step <= to; count++)
    // Multiplied, not added up, and rounded to the step's own digits: 0.1 × 3 would have seventeen.
    ticks.push(Number((count * step).toPrecision(12)))
  return ticks
}

/** The next larger of 1, 2, 2.5, 5 times a power of ten. */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const times = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= step) ?? 10
  return times * power
}
