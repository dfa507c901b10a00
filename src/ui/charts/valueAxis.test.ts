import { expect, test } from 'vitest'
import { valueAxis } from './valueAxis'

test.each([
  [[97_000, 97_410.5, 98_200]],
  [[0.5]],
  [[1.02e-9, 1.05e-9]],
  [[-31.4, -31.4, 12]],
  [[0]],
  [[]],
  [[1e24, 1e24 + 1]],
  [[Number.NaN, 3]],
])('all of %j is inside the scale, with room on both sides', (values) => {
  const { domain, ticks } = valueAxis(values)
  for (const value of values.filter(Number.isFinite)) {
    expect(value).toBeGreaterThan(domain[0])
    expect(value).toBeLessThan(domain[1])
  }
  expect(ticks.length).toBeGreaterThanOrEqual(2)
  expect(ticks.length).toBeLessThanOrEqual(6)
  expect(new Set(ticks).size).toBe(ticks.length)
  for (const tick of ticks) {
    expect(tick).toBeGreaterThanOrEqual(domain[0])
    expect(tick).toBeLessThanOrEqual(domain[1])
  }
})

test('marks are round numbers', () => {
  expect(valueAxis([97_000, 98_000]).ticks).toEqual([97_000, 97_250, 97_500, 97_750, 98_000])
  expect(valueAxis([0.1, 0.6]).ticks).toEqual([0.2, 0.4, 0.6])
})

test('a value that does not change is in the middle', () => {
  const { domain } = valueAxis([3_400, 3_400])
  expect(domain).toEqual([3_366, 3_434])
})
