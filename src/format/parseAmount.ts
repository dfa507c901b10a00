import { MAX_FIELD_LENGTH } from '../protocol/bounds'
import { formatAmount } from './formatAmount'

/** Why a text is no amount. The code is stable; the sentence is `describeAmountError`'s. */
export type AmountErrorCode =
  | 'EMPTY'
  | 'ZERO'
  | 'NOT_A_NUMBER'
  | 'NEGATIVE'
  | 'TOO_MANY_DECIMALS'
  | 'TOO_LARGE'

export type ParsedAmount =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly code: AmountErrorCode }

const DIGITS = /^(\d*)(?:\.(\d*))?$/

/**
 * Reads what a person typed as an amount, exactly: nothing is rounded, nothing guessed.
 * Commas, spaces inside, signs and exponents are refused, since they mean different things to different people.
 *
 * @param text As typed; surrounding spaces do not count
 * @param decimals The token's
 * @param max Largest amount allowed, base units
 * @returns The amount in base units, or why there is none
 */
export function parseAmount(text: string, decimals: number, max: bigint): ParsedAmount {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, code: 'EMPTY' }
  if (/^[-−]\s*[\d.]/.test(trimmed)) return { ok: false, code: 'NEGATIVE' }
  const match = DIGITS.exec(trimmed)
  const whole = match?.[1] ?? ''
  const fraction = match?.[2] ?? ''
  if (match === null || (whole === '' && fraction === ''))
    return { ok: false, code: 'NOT_A_NUMBER' }
  if (fraction.length > decimals) return { ok: false, code: 'TOO_MANY_DECIMALS' }
  if (trimmed.length > MAX_FIELD_LENGTH) return { ok: false, code: 'TOO_LARGE' }
  const value = BigInt(whole + fraction.padEnd(decimals, '0'))
  if (value === 0n) return { ok: false, code: 'ZERO' }
  if (value > max) return { ok: false, code: 'TOO_LARGE' }
  return { ok: true, value }
}

/** The sentence for an amount that cannot be used. */
export function describeAmountError(
  code: AmountErrorCode,
  token: { readonly symbol: string; readonly decimals: number },
  max: bigint,
): string {
  switch (code) {
    case 'EMPTY':
      return 'Enter an amount.'
    case 'ZERO':
      return 'The amount must be more than zero.'
    case 'NEGATIVE':
      return 'The amount must be a positive number.'
    case 'NOT_A_NUMBER':
      return 'Use digits and one decimal point, for example 1250.5.'
    case 'TOO_MANY_DECIMALS':
      return `${token.symbol} has ${token.decimals} decimals; this amount has more.`
    case 'TOO_LARGE':
      return `A single commit can hold at most ${formatAmount(max, token.decimals, { maxDecimals: 0 })} ${token.symbol}.`
  }
}
