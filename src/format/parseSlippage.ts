import { type AmountErrorCode, describeAmbiguity, parseAmount } from './parseAmount'

/** As typed, percent. */
export const DEFAULT_SLIPPAGE = '0.5'

/** Beyond this a swap is an invitation to be sandwiched. Basis points. */
const MAX_SLIPPAGE = 500n
const SLIPPAGE_DECIMALS = 2

export type ParsedSlippage =
  | { readonly ok: true; readonly basisPoints: number }
  | { readonly ok: false; readonly code: AmountErrorCode }

/** A slippage in percent, from 0 to 5: zero takes the quote or nothing. */
export function parseSlippage(text: string): ParsedSlippage {
  if (/^\s*0+([.,]0*)?\s*$/.test(text)) return { ok: true, basisPoints: 0 }
  const parsed = parseAmount(text, SLIPPAGE_DECIMALS, MAX_SLIPPAGE)
  return parsed.ok ? { ok: true, basisPoints: Number(parsed.value) } : parsed
}

/** The sentence for a slippage that cannot be used. */
export function describeSlippageError(code: AmountErrorCode, text: string): string {
  switch (code) {
    case 'ZERO':
    case 'NEGATIVE':
      return 'Slippage can’t be negative.'
    case 'TOO_MANY_DECIMALS':
      return 'Use at most two decimals for the slippage.'
    case 'TOO_LARGE':
      return 'Allow at most 5%: with more, others can take the difference.'
    case 'AMBIGUOUS':
      return describeAmbiguity(text)
    case 'EMPTY':
    case 'NOT_A_NUMBER':
      return `Enter a number, for example ${DEFAULT_SLIPPAGE}.`
  }
}
