import { expect, it } from 'vitest'
import { drawnIndexes } from './replayRows'

it('draws every rebalance of a short replay, and the crash and the spike of a long one', () => {
  const steps = Array.from({ length: 8_760 }, () => ({ indexPriceWad: 100n }))
  expect(drawnIndexes(steps.slice(0, 2))).toEqual([0, 1, 2])
  steps[4_321] = { indexPriceWad: 60n }
  steps[4_322] = { indexPriceWad: 140n }
  const drawn = drawnIndexes(steps)
  expect(drawn.length).toBeLessThanOrEqual(400)
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
  // The start has an index of its own.
  expect(drawn).toEqual(expect.arrayContaining([0, 4_322, 4_323, 8_760]))
})
