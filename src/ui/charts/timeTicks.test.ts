import { describe, expect, it } from 'vitest'
import { tickPlaces } from './tickPlaces'
import { timeTicks } from './timeTicks'

/** 2026-11-24 17:26:40 of the clock that the tests run by. */
const FROM = new Date(2026, 10, 24, 17, 26, 40).getTime() / 1_000

describe('the marks of a time axis', () => {
  it.each([
    ['a minute', 60],
    ['three minutes', 180],
    ['an hour', 3_600],
    ['six hours', 6 * 3_600],
    ['a day', 86_400],
    ['two days', 2 * 86_400],
    ['a week', 7 * 86_400],
    ['a year', 365 * 86_400],
    ['ten years', 3_650 * 86_400],
  ])('differ and lie inside over %s', (_, span) => {
    const { ticks, format } = timeTicks(FROM, FROM + span, 770)
    const texts = ticks.map(format)
    expect(ticks.length).toBeGreaterThanOrEqual(2)
    expect(ticks.length).toBeLessThanOrEqual(12)
    expect(new Set(texts).size).toBe(texts.length)
    expect(ticks.every((tick) => tick >= FROM && tick <= FROM + span)).toBe(true)
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
  })

  it('are as exact as their distance asks for', () => {
    const textOf = (span: number) => {
      const { ticks, format } = timeTicks(FROM, FROM + span, 770)
      return format(ticks[0] ?? 0)
    }
    expect(textOf(60)).toMatch(/\d?\d:\d\d:\d\d/)
    expect(textOf(3_600)).toMatch(/^\d?\d:\d\d(\s[AP]M)?$/)
    // Over midnight, the clock alone would say the same twice.
    expect(textOf(86_400)).toMatch(/2[45].*\d?\d:\d\d/)
    expect(textOf(14 * 86_400)).not.toMatch(/:/)
    expect(textOf(400 * 86_400)).toMatch(/202\d/)
  })

  it('are fewer where there is less room, and none is cut off at the end', () => {
    const wide = timeTicks(FROM, FROM + 86_400, 770).ticks
    const narrow = timeTicks(FROM, FROM + 86_400, 250).ticks
    expect(narrow.length).toBeLessThan(wide.length)
    expect(narrow.length).toBeGreaterThanOrEqual(1)
    // Seventeen letters of it would reach past the end.
    expect(timeTicks(FROM, FROM + 86_400, 770).ticks.at(-1)).toBeLessThan(FROM + 86_400 - 2_400)
  })

  it('are at least one, however narrow the chart', () => {
    const { ticks } = timeTicks(FROM, FROM + 60, 40)
    expect(ticks).toEqual([FROM])
  })

  it('stand at round times', () => {
    const { ticks } = timeTicks(FROM, FROM + 6 * 3_600, 770)
    expect(ticks.every((tick) => new Date(tick * 1_000).getMinutes() === 0)).toBe(true)
  })
})

describe('the marks of the rebalances', () => {
  const span = { fromSec: 0, toSec: 1_000 }

  it('are there for each one that can be told apart, also for thousands', () => {
    expect(tickPlaces([100, 500, 1_001], span, 100)).toEqual([10, 50])
    const many = tickPlaces(
      Array.from({ length: 1_001 }, (_, index) => index),
      span,
      800,
    )
    expect(many.length).toBeGreaterThan(200)
    expect(many.every((place, index) => index === 0 || place - (many[index - 1] ?? 0) >= 3)).toBe(
      true,
    )
  })

  it('leave a gap where nothing was rebalanced', () => {
    expect(tickPlaces([0, 10, 20, 900, 910], span, 1_000)).toEqual([0, 10, 20, 900, 910])
  })
})
