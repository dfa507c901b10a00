import { useId } from 'react'
import { formatAmount, formatAmountShort } from '../../format/formatAmount'
import { Button } from '../../ui/Button'
import { Tooltip } from '../../ui/Tooltip'
import { liquidityContent } from './content'

const { form: content } = liquidityContent

/** An amount, what the wallet has of it, and what is wrong with it, if anything. */
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
  const id = useId()
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <label htmlFor={id} className="text-muted">
          {label}
        </label>
        {held !== undefined && (
          <Tooltip text={formatAmount(held, decimals)} isFocusable={false}>
            <span className="tabular min-w-0 text-right text-xs wrap-anywhere text-muted">
              {content.held(formatAmountShort(held, decimals))}
            </span>
          </Tooltip>
        )}
      </div>
      <div
        className={`mt-1 flex items-center gap-1 rounded border bg-canvas pr-1 focus-within:border-accent has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent ${
          problem === undefined ? 'border-line' : 'border-short'
        }`}
      >
        <input
          id={id}
          className="w-full min-w-0 flex-1 bg-transparent px-3 py-2 outline-none"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          placeholder="0.0"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange(event.target.value)}
        />
        {onMax !== undefined && (
          <Button
            look="quiet"
            disabled={held === undefined || held === 0n}
            aria-label={content.maxOf(symbol)}
            onClick={onMax}
          >
            {content.max}
          </Button>
        )}
      </div>
      <p
        id={`${id}-problem`}
        aria-live="polite"
        className="min-h-5 pt-1 text-xs wrap-anywhere text-short"
      >
        {problem}
      </p>
    </div>
  )
}
