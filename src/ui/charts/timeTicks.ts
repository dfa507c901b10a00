import { formatDate } from '../../format/formatTime'

const MINUTE = 60
const HOUR = 3_600
const DAY = 86_400
const YEAR = 365 * DAY

/** Steps that clocks and calendars have names for, seconds. */
const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 30, 91, 182, 365].map((count) => count * DAY),
]

/** The marks of a time axis. */
export interface TimeTicks {
  /** Unix seconds, ascending. No two of them have the same text. */
  readonly ticks: readonly number[]
  readonly format: (timeSec: number) => string
}

/** About what a letter of an axis takes, and what lies between two texts, pixels. */
const LETTER = 6.8
const BETWEEN = 16

/**
 * Round times of the visitor's clock between two times, and texts as exact as it takes to tell them apart: seconds,
 * minutes, minutes with the day, days, days with the year.
 *
 * @param width Of the axis, pixels: as many as there is room for
 */
export function timeTicks(fromSec: number, toSec: number, width: number): TimeTicks {
  const span = Math.max(1, toSec - fromSec)
  const pixels = (seconds: number) => (seconds / span) * width
  // Where the hour has no zero before it, the text at noon is the longest.
  const noonSec = midnightSec(fromSec) + 12 * HOUR
  const roomOf = (format: TimeTicks['format']) =>
    Math.max(format(fromSec).length, format(noonSec).length) * LETTER
  const fits = (candidate: number) =>
    pixels(candidate) >= roomOf(formatterOf(fromSec, toSec, candidate)) + BETWEEN
  const step = STEPS.find(fits) ?? longStep(span, width)
  const format = formatterOf(fromSec, toSec, step)
  const ticks: number[] = []
  const labels = new Set<string>()
  for (const tick of step < DAY ? clockTimes(fromSec, toSec, step) : days(fromSec, toSec, step)) {
    const text = format(tick)
    // An hour that the clock goes through twice; and what would be cut off at the end.
    if (labels.has(text) || pixels(toSec - tick) + BETWEEN < roomOf(format) / 2) continue
    ticks.push(tick)
    labels.add(text)
  }
  // In a narrow chart no round time may have room; with no text at all the axis would say nothing.
  if (ticks.length === 0) ticks.push(fromSec)
  return { ticks, format }
}

/** Whole years, for spans that no calendar has a step for. */
function longStep(span: number, width: number): number {
  return Math.ceil((span * 100) / Math.max(1, width) / YEAR) * YEAR
}

function midnightSec(timeSec: number): number {
  return new Date(timeSec * 1_000).setHours(0, 0, 0, 0) / 1_000
}

function clockTimes(fromSec: number, toSec: number, step: number): number[] {
  const midnight = midnightSec(fromSec)
  const first = midnight + Math.ceil((fromSec - midnight) / step) * step
  const count = Math.max(0, Math.floor((toSec - first) / step) + 1)
  return Array.from({ length: count }, (_, index) => first + index * step)
}

function days(fromSec: number, toSec: number, step: number): number[] {
  const times: number[] = []
  const day = new Date(midnightSec(fromSec) * 1_000)
  while (day.getTime() / 1_000 <= toSec) {
    if (day.getTime() / 1_000 >= fromSec) times.push(day.getTime() / 1_000)
    // Not all days have 24 hours.
    day.setDate(day.getDate() + (times.length === 0 ? 1 : step / DAY))
  }
  return times
}

function formatterOf(fromSec: number, toSec: number, step: number): TimeTicks['format'] {
  const from = new Date(fromSec * 1_000)
  const to = new Date(toSec * 1_000)
  const isOneDay = from.toDateString() === to.toDateString()
  const isOneYear = from.getFullYear() === to.getFullYear()
  const dayOf = (date: Date) => formatDate(isOneYear ? 'day' : 'dayAndYear', date)
  const clockOf = (date: Date) => formatDate(step < MINUTE ? 'seconds' : 'minutes', date)
  return (timeSec) => {
    const date = new Date(timeSec * 1_000)
    if (step >= DAY) return dayOf(date)
    return isOneDay ? clockOf(date) : `${dayOf(date)}, ${clockOf(date)}`
  }
}
