import { expect, test } from 'vitest'
import { spreadLabels } from './spreadLabels'

test('labels far from each other stay where their lines end', () => {
  expect(spreadLabels([100, 20], 14, 0, 200)).toEqual([100, 20])
})

test('labels near each other move apart by the least that is needed, in their order', () => {
  expect(spreadLabels([100, 104], 14, 0, 200)).toEqual([95, 109])
  expect(spreadLabels([104, 100], 14, 0, 200)).toEqual([109, 95])
})

test('at an edge the other one gives way', () => {
  expect(spreadLabels([2, 0], 14, 0, 200)).toEqual([14, 0])
  expect(spreadLabels([199, 205], 14, 0, 200)).toEqual([186, 200])
})
