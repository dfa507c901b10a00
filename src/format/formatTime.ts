/** A span as the two largest units that matter: `45 s`, `3 min 05 s`, `8 h 00 min`, `2 d 4 h`; it stays in one line. */
export function formatDuration(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds))
  const days = Math.floor(total / 86_400)
  const hours = Math.floor((total % 86_400) / 3_600)
  const minutes = Math.floor((total % 3_600) / 60)
  const rest = total % 60
  if (days > 0) return `${days}\u00a0d\u00a0${hours}\u00a0h`
  if (hours > 0) return `${hours}\u00a0h\u00a0${pad(minutes)}\u00a0min`
  if (minutes > 0) return `${minutes}\u00a0min\u00a0${pad(rest)}\u00a0s`
  return `${rest}\u00a0s`
}

function pad(value: number): string {
  return value.toString().padStart(2, '0')
}

/** A round span in the words of a parameter list: `1 h`, `5 min`, `90 s`. */
export function formatInterval(seconds: bigint): string {
  if (seconds !== 0n && seconds % 86_400n === 0n) return `${seconds / 86_400n} d`
  if (seconds !== 0n && seconds % 3_600n === 0n) return `${seconds / 3_600n} h`
  if (seconds !== 0n && seconds % 60n === 0n) return `${seconds / 60n} min`
  return `${seconds} s`
}

const FORMATS = {
  day: { day: 'numeric', month: 'short' },
  dayAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  minutes: { hour: 'numeric', minute: '2-digit' },
  seconds: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
type DateFormat = keyof typeof FORMATS

/** Each is made once, when it is first needed: making one costs milliseconds. */
const made = new Map<DateFormat, Intl.DateTimeFormat>()

/** A part of a date in the visitor's language and zone; a clock time stays in one line. */
export function formatDate(format: DateFormat, date: Date): string {
  const known = made.get(format) ?? new Intl.DateTimeFormat(undefined, FORMATS[format])
  made.set(format, known)
  const text = known.format(date)
  return 'hour' in FORMATS[format] ? text.replaceAll(/\s/g, '\u00a0') : text
}

/** Clock time in the visitor's zone, with the date when it is another day than `nowSec`, and the year when it is another. */
export function formatClock(timestampSec: number, nowSec: number): string {
  const date = new Date(timestampSec * 1_000)
  const time = formatDate('seconds', date)
  const now = new Date(nowSec * 1_000)
  if (date.toDateString() === now.toDateString()) return time
  const isThisYear = date.getFullYear() === now.getFullYear()
  return `${formatDate(isThisYear ? 'day' : 'dayAndYear', date)}, ${time}`
}

/** Date and clock time in the visitor's zone, with seconds where there are any, and the year when it is another than at `nowSec`. */
export function formatMoment(timestampSec: number, nowSec: number): string {
  const date = new Date(timestampSec * 1_000)
  const isThisYear = date.getFullYear() === new Date(nowSec * 1_000).getFullYear()
  const time = formatDate(timestampSec % 60 === 0 ? 'minutes' : 'seconds', date)
  return `${formatDate(isThisYear ? 'day' : 'dayAndYear', date)}, ${time}`
}

/** The visitor's time zone by name: it holds for summer and winter. */
export function visitorZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
