import { formatName } from '../format/formatAddress'
import { formatAmount, formatAmountShort, formatRoundedShort } from '../format/formatAmount'
import { Tooltip } from './Tooltip'

/** An amount with its unit; its tooltip has the exact value. */
export function Amount({
  value,
  token,
  decimals,
  isRounded = false,
}: {
  value: bigint
  token: { readonly symbol: string; readonly decimals: number }
  /** Digits after the point, for figures below each other that add up; as many as are telling when left out. */
  decimals?: number | undefined
  /** A rate or a fee: rounded to the nearest, where what one has is cut. */
  isRounded?: boolean
}) {
  // An empty symbol is left out on purpose: the unit then stands in the row's or column's name.
  const symbol = token.symbol === '' ? '' : formatName(token.symbol)
  const formatShort = isRounded ? formatRoundedShort : formatAmountShort
  const short =
    decimals === undefined
      ? formatShort(value, token.decimals)
      : formatAmount(value, token.decimals, { maxDecimals: decimals, minDecimals: decimals })
  const exact = formatAmount(value, token.decimals)
  return (
    // A figure that is exact already is worth no stop of the keyboard.
    <Tooltip text={`${exact} ${symbol}`.trim()} isFocusable={short !== exact}>
      <span className="tabular whitespace-nowrap" translate="no">
        {/* In an element of its own, which a translated page lets change. */}
        <span>{short}</span>
        {symbol !== '' && (
          <>
            {' '}
            <bdi className="inline-block max-w-20 truncate align-bottom text-muted">{symbol}</bdi>
          </>
        )}
      </span>
    </Tooltip>
  )
}
