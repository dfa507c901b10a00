import { MAX_FIELD_LENGTH } from '../protocol/bounds'

/** Why a text is no amount. The code is stable; the sentence is `describeAmountError`'s. */
export type AmountErrorCode =
  | 'EMPTY'
  | 'ZERO'
  | 'NOT_A_NUMBER'
  | 'AMBIGUOUS'
  | 'NEGATIVE'
  | 'TOO_MANY_DECIMALS'
  | 'TOO_LARGE'

export type ParsedAmount =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly code: AmountErrorCode }

/** One comma before three digits: a decimal to one reader, thousands to another. */
export const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/
/** Thousands set apart, all by the same mark. */
const GROUPS = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)$/

/**
 * Parses a typed amount exactly: nothing is rounded, nothing guessed. The decimal separator is the point, as
 * this page writes it, or the comma, as many keyboards have it:
 *
 * - A point alone is the decimal point.
 * - A comma alone is the decimal comma, unless it could as well set thousands apart: `1,000` is asked about.
 * - Of both the last one is the decimal separator, if the other one sets thousands apart correctly: `1.000,5` and `1,000.5`.
 * - One mark several times sets thousands apart: `1,000,000`.
 *
 * Spaces inside, signs and exponents are rejected.
 *
 * @param text As typed; surrounding spaces do not count
 * @param decimals The token's
 * @param max Largest amount allowed, base units
 * @returns The amount in base units, or why there is none
 */
export function parseAmount(text: string, decimals: number, max: bigint): ParsedAmount {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, code: 'EMPTY' }
  if (/^[-−]\s*[\d.,]/.test(trimmed)) return { ok: false, code: 'NEGATIVE' }
  if (AMBIGUOUS.test(trimmed)) return { ok: false, code: 'AMBIGUOUS' }
  const [whole, fraction] = splitNumber(trimmed) ?? ['', '']
  if (whole === '' && fraction === '') return { ok: false, code: 'NOT_A_NUMBER' }
  if (fraction.length > decimals) return { ok: false, code: 'TOO_MANY_DECIMALS' }
  if (trimmed.length > MAX_FIELD_LENGTH) return { ok: false, code: 'TOO_LARGE' }
  const value = BigInt(whole + fraction.padEnd(decimals, '0'))
  if (value === 0n) return { ok: false, code: 'ZERO' }
  if (value > max) return { ok: false, code: 'TOO_LARGE' }
  return { ok: true, value }
}

/** The digits before and after the decimal separator; undefined for what is no number. Signs aren’t read. */
export function splitNumber(text: string): readonly [whole: string, fraction: string] | undefined {
  if (!/^[\d.,]*$/.test(text)) return undefined
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return [text, '']
  // The same mark twice is no decimal separator.
  if (text.indexOf(text.charAt(last)) < last)
    return GROUPS.test(text) ? [text.replace(/[.,]/g, ''), ''] : undefined
  const whole = text.slice(0, last)
  if (!/^\d*$/.test(whole) && !GROUPS.test(whole)) return undefined
  return [whole.replace(/[.,]/g, ''), text.slice(last + 1)]
}

/**
 * Says how a number with one comma before three digits can be meant.
 *
 * @param text As it was typed
 */
export function describeAmbiguity(text: string): string {
  const [whole = '', fraction = ''] = text.trim().split(',')
  const decimal = `${whole}.${fraction}`.replace(/\.?0+$/, '')
  return `${whole},${fraction} is ambiguous. Enter ${decimal} or ${whole}${fraction}.`
}
