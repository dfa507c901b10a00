import { AMBIGUOUS, describeAmbiguity, splitNumber } from '../../../format/parseAmount'
import { parseDuration } from '../../../format/parseDuration'

/** What a field means, or why it means nothing: a sentence. */
export type Parsed<value> =
  | { readonly ok: true; readonly value: value }
  | { readonly ok: false; readonly problem: string }

interface Bounds {
  readonly min: number
  readonly max: number
  readonly unit?: string
}

/** Longer ones are no number that anything here is. */
const MOST_DIGITS = { whole: 15, fraction: 18 } as const

/** Sign and digits of a number, its separators read as the ticket reads them; undefined for what is no number. */
function digitsOf(text: string) {
  const trimmed = text.trim()
  const sign = /^[-−]/.test(trimmed) ? '-' : ''
  const [whole = '', fraction = ''] = splitNumber(trimmed.slice(sign.length)) ?? []
  const isNone = whole === '' && fraction === ''
  if (isNone || whole.length > MOST_DIGITS.whole || fraction.length > MOST_DIGITS.fraction)
    return undefined
  return { sign, whole, fraction }
}

/** A number within bounds, the decimal mark a point or a comma; `1,000` is asked about. For what is not money. */
export function parseNumber(text: string, { min, max, unit = '' }: Bounds): Parsed<number> {
  const trimmed = text.trim()
  const digits = digitsOf(text)
  if (digits === undefined)
    return { ok: false, problem: `Enter a number, ${boundText(min)} to ${boundText(max)}${unit}.` }
  if (AMBIGUOUS.test(trimmed)) return { ok: false, problem: describeAmbiguity(trimmed) }
  const value = Number(`${digits.sign}${digits.whole}.${digits.fraction}`)
  return value < min || value > max
    ? {
        ok: false,
        problem: `Enter ${boundText(min)} to ${boundText(max)}${unit}.`,
      }
    : { ok: true, value }
}

/** In full: a small bound isn't 0. */
function boundText(bound: number): string {
  return bound.toLocaleString('en', { maximumFractionDigits: 9 })
}

/** The same, without a fraction. */
export function parseWhole(text: string, bounds: Bounds): Parsed<number> {
  const parsed = parseNumber(text, bounds)
  if (!parsed.ok || Number.isInteger(parsed.value)) return parsed
  return { ok: false, problem: 'Enter a whole number.' }
}

/**
 * A number as an integer of its smallest unit, exact: `2` with 18 decimals is a wad.
 *
 * @param max In whole units
 */
export function parseDecimal(
  text: string,
  decimals: number,
  { min, max, unit }: Bounds,
): Parsed<bigint> {
  const parsed = parseNumber(text, { min, max, ...(unit === undefined ? {} : { unit }) })
  if (!parsed.ok) return parsed
  const { sign = '', whole = '', fraction = '' } = digitsOf(text) ?? {}
  if (fraction.length > decimals) return { ok: false, problem: `Use at most ${decimals} decimals.` }
  return { ok: true, value: BigInt(`${sign}${whole}${fraction.padEnd(decimals, '0')}`) }
}

/** A span of time, seconds. */
export function parseSpan(text: string, minSec: number, maxSec: number): Parsed<number> {
  const value = parseDuration(text)
  if (value === undefined)
    return { ok: false, problem: 'Enter a time with its unit, for example 30 d, 8 h or 5 min.' }
  if (value < minSec || value > maxSec)
    return { ok: false, problem: `Enter ${spanText(minSec)} to ${spanText(maxSec)}.` }
  return { ok: true, value }
}

function spanText(seconds: number): string {
  const [size, unit] = SPANS.find(([each]) => seconds >= each) ?? [1, 's']
  return `${Math.floor(seconds / size)} ${unit}`
}

const SPANS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
] as const
