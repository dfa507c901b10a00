import { expect, it } from 'vitest'
import { axisText, axisWidth } from './axisText'

it.each([
  [0, '0'],
  [1_523.25, '1,523.25'],
  [2_500_000, '2.5M'],
  [0.0000105, '0.0000105'],
  [0.000010525, '0.000010525'],
  [-0.5, '−0.5'],
  [-2_500_000, '−2.5M'],
  [1.05e-9, '1.05e-9'],
])('%d stands on an axis as %s', (value, text) => {
  expect(axisText(value)).toBe(text)
})

it('has room for the longest mark, in figures of seven pixels', () => {
  for (const largest of [1.2345e-10, 9.99999e-4, 1.05e-5, 0.123456, 999_999, 5e12])
    for (const part of [1, 0.99, 0.95]) {
      const text = axisText(Number((largest * part).toPrecision(6)))
      expect(text.length * 7, text).toBeLessThanOrEqual(axisWidth(largest))
    }
})
