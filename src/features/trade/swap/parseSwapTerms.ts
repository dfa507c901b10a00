import { type AmountErrorCode, parseAmount } from '../../../format/parseAmount'
import { DEFAULT_SLIPPAGE } from '../../../format/parseSlippage'

/** As typed: the slippage in percent, the deadline in minutes. */
export interface SwapTermsForm {
  readonly slippage: string
  readonly deadline: string
}

export const DEFAULT_TERMS: SwapTermsForm = { slippage: DEFAULT_SLIPPAGE, deadline: '20' }

export const MAX_DEADLINE_MIN = 1_440n

/** Why a field has no value; the sentence is `describeTermsProblem`'s. */
export type TermProblem = AmountErrorCode

export type ParsedDeadline =
  | { readonly ok: true; readonly seconds: bigint }
  | { readonly ok: false; readonly code: TermProblem }

/** A deadline in whole minutes, from 1 to a day. */
export function parseDeadline(text: string): ParsedDeadline {
  const parsed = parseAmount(text, 0, MAX_DEADLINE_MIN)
  return parsed.ok ? { ok: true, seconds: parsed.value * 60n } : parsed
}
