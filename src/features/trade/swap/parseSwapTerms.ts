import { type AmountErrorCode, parseAmount } from '../../../format/parseAmount'

/** As typed: the slippage in percent, the deadline in minutes. */
export interface SwapTermsForm {
  readonly slippage: string
  readonly deadline: string
}

export const DEFAULT_TERMS: SwapTermsForm = { slippage: '0.5', deadline: '20' }

/** Beyond this a swap is an invitation to be sandwiched. Basis points. */
export const MAX_SLIPPAGE = 500n
const SLIPPAGE_DECIMALS = 2
export const MAX_DEADLINE_MIN = 1_440n

/** Why a field has no value; the sentence is `describeTermsProblem`'s. */
export type TermProblem = AmountErrorCode

export type ParsedSlippage =
  | { readonly ok: true; readonly basisPoints: number }
  | { readonly ok: false; readonly code: TermProblem }

export type ParsedDeadline =
  | { readonly ok: true; readonly seconds: bigint }
  | { readonly ok: false; readonly code: TermProblem }

/** A slippage in percent, from 0 to 5: zero takes the quote or nothing. */
export function parseSlippage(text: string): ParsedSlippage {
  if (/^\s*0+([.,]0*)?\s*$/.test(text)) return { ok: true, basisPoints: 0 }
  const parsed = parseAmount(text, SLIPPAGE_DECIMALS, MAX_SLIPPAGE)
  return parsed.ok ? { ok: true, basisPoints: Number(parsed.value) } : parsed
}

/** A deadline in whole minutes, from 1 to a day. */
export function parseDeadline(text: string): ParsedDeadline {
  const parsed = parseAmount(text, 0, MAX_DEADLINE_MIN)
  return parsed.ok ? { ok: true, seconds: parsed.value * 60n } : parsed
}
