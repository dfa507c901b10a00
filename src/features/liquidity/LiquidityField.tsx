import { formatAmount, formatAmountShort } from '../../format/formatAmount'
import { TokenAmountField } from '../../ui/TokenAmountField'
import { liquidityContent } from './content'

const { form: content } = liquidityContent

/** An amount to add or remove, and what the wallet has of it. */
export function LiquidityField({
  label,
  symbol,
  decimals,
  text,
  held,
  problem,
  onChange,
  onMax,
}: {
  label: string
  symbol: string
  decimals: number
  text: string
  /** Base units; undefined where no account is looked at. */
  held: bigint | undefined
  problem: string | undefined
  onChange: (text: string) => void
  /** Without it there is no button for it. */
  onMax?: (() => void) | undefined
}) {
  return (
    <TokenAmountField
      label={label}
      text={text}
      held={
        held === undefined
          ? undefined
          : {
              short: content.held(formatAmountShort(held, decimals)),
              exact: formatAmount(held, decimals),
            }
      }
      problem={problem}
      max={
        onMax && {
          label: content.max,
          spokenLabel: content.maxOf(symbol),
          isDisabled: held === undefined || held === 0n,
          onClick: onMax,
        }
      }
      onChange={onChange}
    />
  )
}
