import { type AmountErrorCode, parseAmount } from '../../format/parseAmount'
import { AMOUNT_BITS } from '../../protocol/bounds'

/** What the amount is for. */
export type StakeMode = 'stake' | 'withdraw'

/** Why there is no amount. */
export type StakeAmountProblem = AmountErrorCode | 'NOT_ENOUGH' | 'NOTHING'

export type ParsedStakeAmount =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly code: StakeAmountProblem }

/**
 * An amount to stake or to withdraw, exact.
 *
 * @param text As typed
 * @param available Base units that the wallet, or the farm, has of the account's
 */
export function parseStakeAmount(
  text: string,
  decimals: number,
  available: bigint,
): ParsedStakeAmount {
  const parsed = parseAmount(text, decimals, 2n ** AMOUNT_BITS - 1n)
  if (!parsed.ok) return parsed.code === 'TOO_LARGE' ? { ok: false, code: 'NOT_ENOUGH' } : parsed
  if (available === 0n) return { ok: false, code: 'NOTHING' }
  return parsed.value > available ? { ok: false, code: 'NOT_ENOUGH' } : parsed
}
