interface AmountFormat {
  /** Digits after the point at most; further ones are cut, never rounded up. All of the token's when left out. */
  readonly maxDecimals?: number
  /** Digits after the point at least. */
  readonly minDecimals?: number
}

/**
 * Base units as text, with thousands separators. Cut, not rounded: what is shown is never more than there is.
 *
 * @param value Base units; may be negative
 * @param decimals The token's
 */
export function formatAmount(value: bigint, decimals: number, format: AmountFormat = {}): string {
  const { maxDecimals = decimals, minDecimals = 0 } = format
  const negative = value < 0n
  const digits = (negative ? -value : value).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const kept = digits.slice(digits.length - decimals).slice(0, maxDecimals)
  const fraction = kept.replace(/0+$/, '').padEnd(minDecimals, '0')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const text = fraction === '' ? grouped : `${grouped}.${fraction}`
  return negative && /[1-9]/.test(text) ? `−${text}` : text
}

const SIGNIFICANT = 4
/** Digits before the point that a cell has room for. No money has more. */
const LONGEST_WHOLE = 15

/**
 * Base units for a table cell: at least two digits after the point, and for small amounts as many as it takes
 * to show four significant ones. An amount too small for that is shown as `<0.000001`, never as 0; one
 * that is absurdly large by its order, cut too: `5.789e58`.
 */
export function formatAmountShort(value: bigint, decimals: number): string {
  if (value === 0n) return decimals === 0 ? '0' : '0.00'
  const magnitude = value < 0n ? -value : value
  const digits = magnitude.toString()
  const lengthOfWhole = digits.length - decimals
  if (lengthOfWhole > LONGEST_WHOLE)
    return `${value < 0n ? '−' : ''}${digits[0]}.${digits.slice(1, SIGNIFICANT)}e${lengthOfWhole - 1}`
  const maxDecimals = lengthOfWhole > 0 ? 2 : Math.min(decimals, SIGNIFICANT - lengthOfWhole, 6)
  const text = formatAmount(value, decimals, { maxDecimals, minDecimals: Math.min(2, decimals) })
  if (/[1-9]/.test(text)) return text
  return value < 0n ? '>−0.000001' : '<0.000001'
}

/**
 * A rate or a fee for a table cell: as an amount, but rounded to the nearest. It isn’t held, and 19,999.999… a week, which whole
 * units a second come to, reads as what was meant.
 */
export function formatRoundedShort(value: bigint, decimals: number): string {
  if (decimals <= 2 || value < 10n ** BigInt(decimals)) return formatAmountShort(value, decimals)
  const half = 10n ** BigInt(decimals - 2) / 2n
  return formatAmountShort(value + half, decimals)
}

/** Base units as a plain number text for an input field or a link: no separators, no trailing zeros. */
export function formatPlain(value: bigint, decimals: number): string {
  return formatAmount(value, decimals).replaceAll(',', '').replace('−', '-')
}
