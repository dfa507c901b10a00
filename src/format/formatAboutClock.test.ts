import { describe, expect, it } from 'vitest'
import { formatAboutClock } from './formatAboutClock'

const at = (text: string) => new Date(text).getTime() / 1_000
const NOON = at('2026-03-01T12:00:00')

describe('a time that is only about then', () => {
  it.each([
    ['2026-03-01T15:44:31', /15:45|3:45/],
    ['2026-03-01T15:44:29', /15:44|3:44/],
  ])('is given to the nearest minute, without seconds: %s', (time, shown) => {
    const text = formatAboutClock(at(time), NOON)
    expect(text).toMatch(shown)
    expect(text).not.toMatch(/:\d\d:/)
    expect(text).not.toMatch(/Mar/)
  })

  it('has the day when that is another, also where only the rounding makes it so, and the year when that is another', () => {
    expect(formatAboutClock(at('2026-03-02T09:00:00'), NOON)).toMatch(/Mar/)
    expect(formatAboutClock(at('2026-03-01T23:59:45'), NOON)).toMatch(/Mar/)
    expect(formatAboutClock(at('2027-03-02T09:00:00'), NOON)).toMatch(/2027/)
  })
})
