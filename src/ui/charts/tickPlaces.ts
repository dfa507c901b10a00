import type { TimeSpan } from './timeSpan'

/** Marks nearer than this, in pixels, could not be told apart and become one. */
const NEAREST = 3

/**
 * Where marks of times stand on an axis, in pixels from its beginning. Of a crowd only so many that each can be seen:
 * where there is a mark something happened, where there is none nothing did.
 *
 * @param times Ascending, Unix seconds; what lies outside the span is left out
 */
export function tickPlaces(
  times: readonly number[],
  { fromSec, toSec }: TimeSpan,
  width: number,
): number[] {
  const places: number[] = []
  const seconds = Math.max(1, toSec - fromSec)
  for (const time of times) {
    if (time < fromSec || time > toSec) continue
    const place = ((time - fromSec) / seconds) * width
    const last = places.at(-1)
    if (last === undefined || place - last >= NEAREST) places.push(place)
  }
  return places
}
