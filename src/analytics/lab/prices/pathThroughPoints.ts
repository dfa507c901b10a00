import type { PricePath } from './pricePath'

/** A price at an upkeep, dragged or typed. */
export interface PathPoint {
  /** From 0, the start. */
  readonly upkeep: number
  readonly priceWad: bigint
}

/**
 * A path through points, straight in between at every upkeep, cut to whole wads.
 *
 * @param points In any order; the one at 0 is needed. After the last the price stays
 * @param upkeeps Length of the path
 * @throws RangeError without a point at 0, for two at one upkeep, one beyond the path, or a price not above zero
 */
export function pathThroughPoints(
  points: readonly PathPoint[],
  { startSec, stepSec, upkeeps }: { startSec: number; stepSec: number; upkeeps: number },
): PricePath {
  const sorted = points.toSorted((a, b) => a.upkeep - b.upkeep)
  requirePoints(sorted, upkeeps)
  const pricesWad: bigint[] = []
  for (let i = 0; i < sorted.length; i++) {
    const from = sorted[i] as PathPoint
    const to = sorted[i + 1] ?? { upkeep: upkeeps + 1, priceWad: from.priceWad }
    const steps = to.upkeep - from.upkeep
    for (let step = 0; step < steps; step++)
      pricesWad.push(from.priceWad + ((to.priceWad - from.priceWad) * BigInt(step)) / BigInt(steps))
  }
  return { startSec, stepSec, pricesWad }
}

function requirePoints(sorted: readonly PathPoint[], upkeeps: number): void {
  if (sorted[0]?.upkeep !== 0) throw new RangeError('The first point isn’t at the start')
  sorted.forEach(({ upkeep, priceWad }, i) => {
    if (!Number.isInteger(upkeep) || upkeep > upkeeps)
      throw new RangeError(`A point at ${upkeep} isn’t on the path`)
    if (upkeep === sorted[i - 1]?.upkeep) throw new RangeError(`Two points are at ${upkeep}`)
    if (priceWad <= 0n) throw new RangeError(`The price at ${upkeep} isn’t above zero`)
  })
}
