import { describe, expect, it } from 'vitest'
import { formatClock, formatDuration, formatInterval } from './formatTime'

describe('formatDuration', () => {
  it.each<[seconds: number, text: string]>([
    [0, '0 s'],
    [0.9, '0 s'],
    [59, '59 s'],
    [59.999, '59 s'],
    [60, '1 min 00 s'],
    [185, '3 min 05 s'],
    [3_599, '59 min 59 s'],
    [3_600, '1 h 00 min'],
    [3_661, '1 h 01 min'],
    [28_800, '8 h 00 min'],
    [86_399, '23 h 59 min'],
    [86_400, '1 d 0 h'],
    [187_200, '2 d 4 h'],
    [40 * 86_400, '40 d 0 h'],
  ])('shows %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text.replaceAll(' ', '\u00a0'))
  })

  it('shows a span that is over as zero', () => {
    expect(formatDuration(-5)).toBe('0\u00a0s')
  })
})

describe('formatInterval', () => {
  it.each<[seconds: bigint, text: string]>([
    [0n, '0 s'],
    [1n, '1 s'],
    [60n, '1 min'],
    [90n, '90 s'],
    [300n, '5 min'],
    [3_600n, '1 h'],
    [5_400n, '90 min'],
    [28_800n, '8 h'],
    [86_400n, '1 d'],
    [129_600n, '36 h'],
  ])('shows %i seconds as %s, in the largest unit that fits', (seconds, text) => {
    expect(formatInterval(seconds)).toBe(text)
  })
})

describe('formatClock', () => {
  const atSec = (...parts: [number, number, number, number, number, number]) =>
    new Date(...parts).getTime() / 1_000
  const now = atSec(2026, 2, 17, 12, 34, 56)

  it('shows the time alone on the same day', () => {
    const text = formatClock(atSec(2026, 2, 17, 23, 5, 9), now)
    expect(text).toMatch(/05\D09/)
    expect(text).not.toMatch(/17/)
  })

  it.each([
    ['the day after', atSec(2026, 2, 18, 0, 5, 9), /18/],
    ['the day before', atSec(2026, 2, 16, 23, 5, 9), /16/],
    ['the same date of another month', atSec(2026, 3, 17, 12, 5, 9), /17/],
    ['the same date of another year', atSec(2027, 2, 17, 12, 5, 9), /17.*2027|2027.*17/],
  ])('shows the date as well on %s', (_, timestampSec, date) => {
    const text = formatClock(timestampSec, now)
    expect(text).toMatch(date)
    expect(text).toMatch(/05\D09/)
  })
})
