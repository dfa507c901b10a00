import type { PricePath } from './pricePath'
import type { PriceSeries } from './priceSeries'

/** The times of an excerpt of a series. */
export interface ResampleTimes {
  /** Unix seconds, not before the first price. */
  readonly startSec: number
  readonly stepSec: number
  /** Upkeeps after the start. */
  readonly upkeeps: number
}

/**
 * A series at the times of a pool's upkeeps: each has the last price at or before it, as a feed would. Nothing of the future
 * is used, and over a gap the last price before it holds.
 *
 * @throws RangeError when the excerpt begins before the series, or ends after it by more than a step
 */
export function resamplePrices(
  { timesSec, pricesWad }: PriceSeries,
  { startSec, stepSec, upkeeps }: ResampleTimes,
): PricePath {
  const first = timesSec[0] ?? Number.POSITIVE_INFINITY
  const last = timesSec.at(-1) ?? Number.NEGATIVE_INFINITY
  if (startSec < first) throw new RangeError('The start is before the first price')
  if (startSec + stepSec * upkeeps >= last + stepSec)
    throw new RangeError('The end is after the last price')
  const sampled: bigint[] = []
  let at = lastAtOrBefore(timesSec, startSec)
  for (let upkeep = 0; upkeep <= upkeeps; upkeep++) {
    const timeSec = startSec + upkeep * stepSec
    while ((timesSec[at + 1] ?? Number.POSITIVE_INFINITY) <= timeSec) at++
    sampled.push(pricesWad[at] as bigint)
  }
  return { startSec, stepSec, pricesWad: sampled }
}

/** Index of the last time that is not after `timeSec`, which is not before the first. */
function lastAtOrBefore(timesSec: readonly number[], timeSec: number): number {
  let low = 0
  let high = timesSec.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((timesSec[middle] as number) <= timeSec) low = middle
    else high = middle - 1
  }
  return low
}

/** How many whole steps of an excerpt a series has from a start on. */
export function upkeepsFrom(
  { timesSec }: PriceSeries,
  { startSec, stepSec }: Pick<ResampleTimes, 'startSec' | 'stepSec'>,
): number {
  const last = timesSec.at(-1)
  return last === undefined || last < startSec ? 0 : Math.floor((last - startSec) / stepSec)
}
