import { WAD, WAD_DECIMALS } from '../protocol/wad'
import { formatAmountShort } from './formatAmount'

/** `numerator / denominator` as a wad, cut; undefined when the denominator is zero. */
export function ratioWad(numerator: bigint, denominator: bigint): bigint | undefined {
  if (denominator === 0n) return undefined
  return (numerator * WAD) / denominator
}

/**
 * A wad as a decimal number, rounded half away from zero.
 *
 * @param digits Digits after the point, all shown
 */
export function formatWad(wad: bigint, digits: number): string {
  const unit = 10n ** BigInt(WAD_DECIMALS - digits)
  const magnitude = wad < 0n ? -wad : wad
  const rounded = (magnitude + unit / 2n) / unit
  const text = rounded.toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = wad < 0n && rounded !== 0n ? '−' : ''
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(text.length - digits)}`
}

/** A wad as a percentage: 0.05 → `5.00%`. With `signed`, a plus goes before a gain. */
export function formatPercent(wad: bigint, digits = 2, options: { signed?: boolean } = {}): string {
  const text = formatWad(wad * 100n, digits)
  const plus = options.signed && !text.startsWith('−') && /[1-9]/.test(text) ? '+' : ''
  return `${plus}${text}%`
}

/** A gain or loss that is an estimate in double precision, as a percentage with its sign: 0.0512 → `+5.1%`. */
export function formatGain(gain: number): string {
  return formatPercent(BigInt(Math.round(gain * 1e9)) * 10n ** 9n, 1, { signed: true })
}

const CENT = WAD / 100n

/** From here on a dollar value is told by its order. */
const ABSURD = 10n ** 33n

/** A dollar value as the estimate that it is: `≈ $1,234.56`; never 0 for what is not, and no longer than there is room. */
export function formatDollars(wad: bigint): string {
  if (wad > 0n && wad < CENT) return '< $0.01'
  return `≈ $${wad < ABSURD ? formatWad(wad, 2) : formatAmountShort(wad, WAD_DECIMALS)}`
}

/**
 * A price in the quote currency of an index, with at least four significant digits: two after the point, four below ten, and
 * below one as {@link formatTokenPrice}. Never 0 for what is not.
 */
export function formatPrice(wad: bigint): string {
  const magnitude = wad < 0n ? -wad : wad
  if (magnitude >= 10n * WAD) return formatWad(wad, 2)
  return magnitude >= WAD ? formatWad(wad, 4) : formatTokenPrice(wad)
}

/** Digits after the point of a price of a middling size. */
const PRICE_DIGITS = 6
/** Digits that a small price shows at least, from the first one on that is not zero. */
const SIGNIFICANT_DIGITS = 4

/**
 * What one pool token is worth in its settlement token: six digits after the point, and for small ones as many as it takes
 * to show four significant digits: 0.0000105.
 */
export function formatTokenPrice(wad: bigint): string {
  if (wad === 0n) return formatWad(wad, PRICE_DIGITS)
  const length = (wad < 0n ? -wad : wad).toString().length
  const digits = Math.min(WAD_DECIMALS, WAD_DECIMALS - length + SIGNIFICANT_DIGITS)
  if (digits <= PRICE_DIGITS) return formatWad(wad, PRICE_DIGITS)
  const text = formatWad(wad, digits)
  const shortest = text.length - (digits - PRICE_DIGITS)
  return text.slice(0, shortest) + text.slice(shortest).replace(/0+$/, '')
}
