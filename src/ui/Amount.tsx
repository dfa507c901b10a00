import { formatName } from '../format/formatAddress'
import { formatAmount, formatAmountShort } from '../format/formatAmount'

/** An amount with its unit; the exact value on hover and for screen readers' details. */
export function Amount({
  value,
  token,
}: {
  value: bigint
  token: { readonly symbol: string; readonly decimals: number }
}) {
  // An empty symbol is left out on purpose: the unit then stands in the row's or column's name.
  const symbol = token.symbol === '' ? '' : formatName(token.symbol)
  return (
    <span
      className="tabular whitespace-nowrap"
      title={`${formatAmount(value, token.decimals)} ${symbol}`.trim()}
    >
      {formatAmountShort(value, token.decimals)}
      {symbol !== '' && (
        <>
          {' '}
          <bdi className="inline-block max-w-20 truncate align-bottom text-muted">{symbol}</bdi>
        </>
      )}
    </span>
  )
}
