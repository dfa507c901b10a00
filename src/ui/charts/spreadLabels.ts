/**
 * Moves labels apart that would be drawn over each other, as little as possible, and keeps them inside the plot.
 *
 * @param places Where each belongs, pixels from the top
 * @param distance The least between two
 * @returns In the order of `places`
 */
export function spreadLabels(
  places: readonly number[],
  distance: number,
  top: number,
  bottom: number,
): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const result = places.map((place) => Math.min(bottom, Math.max(top, place)))
  for (let pass = 0; pass < order.length; pass++)
    for (let index = 1; index < order.length; index++) {
      const [upper = 0, lower = 0] = [order[index - 1], order[index]]
      const [high = 0, low = 0] = [result[upper], result[lower]]
      const missing = distance - (low - high)
      if (missing <= 0) continue
      const up = Math.min(high - top, missing / 2)
      result[upper] = high - up
      const down = Math.min(bottom - low, missing - up)
      result[lower] = low + down
      result[upper] -= Math.min((result[upper] ?? 0) - top, missing - up - down)
    }
  return result
}
