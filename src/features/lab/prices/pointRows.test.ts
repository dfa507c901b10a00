import { expect, it } from 'vitest'
import { fromPointRows, toPointRows, withMovedPoint, withNewPoint } from './pointRows'

const ROWS = [
  { at: '0', move: '0' },
  { at: '50', move: '-20' },
  { at: '100', move: '5' },
]

it('rows and text are the same, whatever was typed', () => {
  expect(fromPointRows(ROWS)).toBe('0 0\n50 -20\n100 5')
  expect(toPointRows('0 0\n50 -20\n100 5')).toEqual(ROWS)
  const odd = [{ at: 'x', move: '1 2' }]
  expect(toPointRows(fromPointRows(odd))).toEqual(odd)
  expect(toPointRows(fromPointRows([{ at: '', move: '3' }]))).toEqual([{ at: '?', move: '3' }])
})

it('a new one comes before the last', () => {
  expect(withNewPoint(ROWS).map(({ at }) => at)).toEqual(['0', '50', '75', '100'])
  expect(withNewPoint([])).toEqual([{ at: '50', move: '0' }])
})

it('one that is dragged stays between its neighbours, and above a price of zero', () => {
  expect(withMovedPoint(ROWS, 1, { at: 120, move: -150 })[1]).toEqual({ at: '100', move: '-99' })
  expect(withMovedPoint(ROWS, 1, { at: 33.4, move: 12.34 })[1]).toEqual({ at: '33', move: '12.3' })
  expect(withMovedPoint(ROWS, 0, { at: -5, move: 1 })[0]).toEqual({ at: '0', move: '1' })
})
