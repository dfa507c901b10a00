import { formatName } from './formatAddress'
import { formatAmountShort } from './formatAmount'

/** An amount with its unit, short. */
export function describeAmount(
  value: bigint,
  { symbol, decimals }: { readonly symbol: string; readonly decimals: number },
): string {
  return `${formatAmountShort(value, decimals)} ${formatName(symbol, 12)}`
}
