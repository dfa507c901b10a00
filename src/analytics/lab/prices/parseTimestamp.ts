const NUMBER = /^\d{1,20}(\.\d+)?$/
const ISO =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?(Z|UTC|[+-]\d\d:?\d\d)?$/

/** Below these a number is seconds, milliseconds, microseconds, nanoseconds: all mean times before the year 5138. */
const UNITS: readonly (readonly [below: number, perSecond: number])[] = [
  [1e11, 1],
  [1e14, 1e3],
  [1e17, 1e6],
  [1e20, 1e9],
]

/** `31.12.2024`, with or without a time of day: with dots, the day comes first everywhere. */
const DOTTED =
  /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? (\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?(Z|UTC|[+-]\d\d:?\d\d)?$/
/** `01/02/2024` is a day in January or in February, `03/04/05` says even less. */
const AMBIGUOUS = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)/

/**
 * A time as Unix seconds, parts of a second cut off: Unix time in seconds, milli-, micro- or nanoseconds, or a date as
 * `2024-12-31`, `2024/12/31` or `31.12.2024`, with or without a time of day. A date without a zone is in UTC.
 *
 * @returns `ambiguous` for a date whose format leaves open which is the day, undefined for what is not a time
 */
export function parseTimestamp(text: string): number | 'ambiguous' | undefined {
  if (NUMBER.test(text)) {
    const value = Number(text)
    const unit = UNITS.find(([below]) => value < below)
    return unit === undefined ? undefined : Math.floor(value / unit[1])
  }
  const iso = ISO.exec(text)
  if (iso !== null) return toSeconds(iso.slice(1, 4), iso.slice(4, 7), iso[7])
  const dotted = DOTTED.exec(text)
  if (dotted !== null) return toSeconds(dotted.slice(1, 4).reverse(), dotted.slice(4, 7), dotted[7])
  return AMBIGUOUS.test(text) ? 'ambiguous' : undefined
}

type Digits = readonly (string | undefined)[]

function toSeconds(date: Digits, time: Digits, zone: string | undefined): number | undefined {
  const [year = 0, month = 0, day = 0] = date.map(Number)
  const [hour = 0, minute = 0, second = 0] = time.map((digits) => Number(digits ?? 0))
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  const read = new Date(ms)
  // A 31st of February would become a day in March.
  if (hour > 23 || minute > 59 || read.getUTCDate() !== day || read.getUTCMonth() !== month - 1)
    return undefined
  return ms / 1_000 - offsetSec(zone)
}

function offsetSec(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z' || zone === 'UTC') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 3_600 + Number(zone.slice(-2)) * 60)
}
