const NUMBER = /^\d{1,20}(\.\d+)?$/
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?(Z|UTC|[+-]\d\d:?\d\d)?$/

/** Below these a number is seconds, milliseconds, microseconds, nanoseconds: all mean times before the year 5138. */
const UNITS: readonly (readonly [below: number, perSecond: number])[] = [
  [1e11, 1],
  [1e14, 1e3],
  [1e17, 1e6],
  [1e20, 1e9],
]

/**
 * A time as Unix seconds, parts of a second cut off: Unix time in seconds, milli-, micro- or nanoseconds, or an ISO date
 * with or without a time of day. A date without a zone is in UTC.
 *
 * @returns Undefined for what is not a time
 */
export function parseTimestamp(text: string): number | undefined {
  if (NUMBER.test(text)) {
    const value = Number(text)
    const unit = UNITS.find(([below]) => value < below)
    return unit === undefined ? undefined : Math.floor(value / unit[1])
  }
  const match = ISO.exec(text)
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const ms = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  // A 31st of February would become a day in March.
  if (new Date(ms).getUTCDate() !== day || (hour ?? 0) > 23 || (minute ?? 0) > 59) return undefined
  return ms / 1_000 - offsetSec(match[7])
}

function offsetSec(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z' || zone === 'UTC') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 3_600 + Number(zone.slice(-2)) * 60)
}
