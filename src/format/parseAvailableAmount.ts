import { AMOUNT_BITS } from '../protocol/bounds'
import { type AmountErrorCode, parseAmount } from './parseAmount'

/** Why there is no amount. */
export type AvailableAmountProblem = AmountErrorCode | 'NOT_ENOUGH' | 'NOTHING'

export type ParsedAvailableAmount =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly code: AvailableAmountProblem }

/**
 * An amount of something of which there is only so much, exact.
 *
 * @param text As typed
 * @param available Base units that there are
 */
export function parseAvailableAmount(
  text: string,
  decimals: number,
  available: bigint,
): ParsedAvailableAmount {
  const parsed = parseAmount(text, decimals, 2n ** AMOUNT_BITS - 1n)
  if (!parsed.ok) return parsed.code === 'TOO_LARGE' ? { ok: false, code: 'NOT_ENOUGH' } : parsed
  if (available === 0n) return { ok: false, code: 'NOTHING' }
  return parsed.value > available ? { ok: false, code: 'NOT_ENOUGH' } : parsed
}
