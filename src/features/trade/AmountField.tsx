import { useId } from 'react'
import { formatName } from '../../format/formatAddress'
import { formatAmount, formatPlain } from '../../format/formatAmount'
import { Button } from '../../ui/Button'

/** The amount, what the wallet holds, and what is wrong with it, if anything. */
export function AmountField({
  text,
  token,
  balance,
  problem,
  disabled,
  onChange,
  onLeave,
}: {
  text: string
  token: { readonly symbol: string; readonly decimals: number }
  balance: bigint | undefined
  problem: string | undefined
  disabled: boolean
  onChange: (text: string) => void
  onLeave: () => void
}) {
  const id = useId()
  const symbol = formatName(token.symbol)
  return (
    <div>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-muted">
          Amount
        </label>
        <span className="tabular min-w-0 text-right text-xs wrap-anywhere text-muted">
          {balance === undefined
            ? ' '
            : `In your wallet: ${formatAmount(balance, token.decimals)} ${symbol}`}
        </span>
      </div>
      <div
        className={`mt-1 flex items-center gap-2 rounded border bg-canvas pr-1.5 focus-within:border-accent ${
          problem === undefined ? 'border-line' : 'border-short'
        }`}
      >
        <input
          id={id}
          className="min-w-0 flex-1 bg-transparent px-3 py-2.5 text-lg outline-none"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          placeholder="0.0"
          value={text}
          disabled={disabled}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
        <bdi className="max-w-1/2 truncate text-muted">{symbol}</bdi>
        <Button
          look="quiet"
          disabled={disabled || balance === undefined || balance === 0n}
          onClick={() => balance !== undefined && onChange(formatPlain(balance, token.decimals))}
        >
          Max
        </Button>
      </div>
      <p id={`${id}-problem`} aria-live="polite" className="mt-1 min-h-5 text-xs text-short">
        {problem}
      </p>
    </div>
  )
}
