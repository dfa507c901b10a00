import { describeNumberError } from './describeNumberError'
import { formatAmount } from './formatAmount'
import type { AmountErrorCode } from './parseAmount'

/**
 * The sentence for an amount of a commit that cannot be used.
 *
 * @param text As it was typed
 */
export function describeAmountError(
  code: AmountErrorCode,
  text: string,
  token: { readonly symbol: string; readonly decimals: number },
  max: bigint,
): string {
  const { symbol, decimals } = token
  if (code === 'TOO_MANY_DECIMALS') return `${symbol} has at most ${decimals} decimals.`
  if (code === 'TOO_LARGE')
    return `A single commit is limited to ${formatAmount(max, decimals, { maxDecimals: 0 })} ${symbol}.`
  return describeNumberError(code, text, decimals)
}
