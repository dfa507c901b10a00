import { expect, it } from 'vitest'
import { linePath, nearestIndex, plotScale } from './scale'

const axis = (from: number, to: number) =>
  ({ domain: [from, to], ticks: [], format: String }) as const

it('has low values below high ones, within the area', () => {
  const area = { left: 10, top: 5, width: 100, height: 50 }
  const { toX, toY } = plotScale(area, axis(0, 2), axis(-1, 1))
  expect([toX(0), toX(1), toX(2)]).toEqual([10, 60, 110])
  expect([toY(-1), toY(0), toY(1)]).toEqual([55, 30, 5])
  expect(plotScale(area, axis(3, 3), axis(0, 1)).toX(3)).toBe(10)
})

it('draws a line with a gap where there is no value', () => {
  expect(linePath([[0, 1], [2, 3], undefined, [4, 5]])).toBe('M0.0,1.0L2.0,3.0M4.0,5.0')
})

it('finds the place nearest to the pointer', () => {
  expect(nearestIndex([0, 10, 20], 14)).toBe(1)
  expect(nearestIndex([0, 10, 20], -99)).toBe(0)
  expect(nearestIndex([0, 10, 20], 99)).toBe(2)
})
