import { expect, test } from 'vitest'
import { formatZone } from './formatZone'

test('a zone is named by how its clocks differ from UTC', () => {
  const at = (minutesEast: number) => formatZone({ getTimezoneOffset: () => -minutesEast })
  expect(at(0)).toBe('UTC')
  expect(at(60)).toBe('UTC+1')
  expect(at(-210)).toBe('UTC−3:30')
  expect(at(345)).toBe('UTC+5:45')
  expect(at(-660)).toBe('UTC−11')
})
