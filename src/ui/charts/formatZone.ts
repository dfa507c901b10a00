/**
 * The name of the visitor's time zone at a date, as clocks differ from UTC: `UTC`, `UTC+1`, `UTC−3:30`.
 *
 * @param date The offset can be another one in summer
 */
export function formatZone(date: Pick<Date, 'getTimezoneOffset'>): string {
  const minutes = -date.getTimezoneOffset()
  if (minutes === 0) return 'UTC'
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
