import { formatDate } from './formatTime'

/** Clock time to the nearest minute in the visitor's zone, for what is only about then; with the date when that is another day. */
export function formatAboutClock(timestampSec: number, nowSec: number): string {
  const date = new Date(Math.round(timestampSec / 60) * 60_000)
  const time = formatDate('minutes', date)
  const now = new Date(nowSec * 1_000)
  if (date.toDateString() === now.toDateString()) return time
  const isThisYear = date.getFullYear() === now.getFullYear()
  return `${formatDate(isThisYear ? 'day' : 'dayAndYear', date)}, ${time}`
}
