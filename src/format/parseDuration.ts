const UNITS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3_600, d: 86_400 }
/** Longer numbers are no spans that anyone means. */
const PATTERN = /^(\d{1,12}) ?(s|min|h|d)?$/

/**
 * Reads a span of time as `formatInterval` writes it: `90 s`, `5 min`, `1 h`, `2 d`; a bare number is in seconds.
 *
 * @returns Seconds, or undefined for anything else
 */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit = 's'] = PATTERN.exec(text.trim()) ?? []
  return digits === undefined ? undefined : Number(digits) * (UNITS[unit] ?? 1)
}
