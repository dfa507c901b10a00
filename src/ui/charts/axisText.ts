/** Six digits tell the marks of an axis apart that a price keeps close together. */
const PLAIN = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 })
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 5 })
const SCIENTIFIC = new Intl.NumberFormat('en', {
  notation: 'scientific',
  maximumSignificantDigits: 5,
})

/** Below this a number on an axis is told by its order: `1.05e-9`. */
const TINY = 1e-6
/** Below this numbers have so many digits after the point that they need more room. */
const SMALL = 1e-3

/** A mark of an axis, with the minus sign of all other figures. */
export function axisText(value: number): string {
  const magnitude = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  if (magnitude >= 1e6) return sign + COMPACT.format(magnitude)
  if (magnitude === 0 || magnitude >= TINY) return sign + PLAIN.format(magnitude)
  return sign + SCIENTIFIC.format(magnitude).toLowerCase()
}

/**
 * Room for the marks of an axis, pixels.
 *
 * @param largest The largest of the numbers that are drawn, by magnitude
 */
export function axisWidth(largest: number): number {
  return largest > 0 && largest < SMALL ? 96 : 64
}
