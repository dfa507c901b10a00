import { type ReactNode, useId } from 'react'
import { Button } from './Button'
import { Tooltip } from './Tooltip'

/** An amount of a token, what there is of it, and what is wrong with it, if anything. */
export function TokenAmountField({
  label,
  spokenLabel,
  text,
  held,
  problem,
  note,
  max,
  onChange,
}: {
  label: string
  /** What a screen reader says instead of the label, where several fields have the same. */
  spokenLabel?: string
  text: string
  /** What there is of it, short and exact; undefined where that isn't known. */
  held: { readonly short: string; readonly exact: string } | undefined
  problem: string | undefined
  /** Shown in the problem's place when there is none. */
  note?: ReactNode
  /** Without it there is no such button. */
  max?: MaxButton | undefined
  onChange: (text: string) => void
}) {
  const id = useId()
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <label htmlFor={id} className="text-muted">
          {label}
        </label>
        {held !== undefined && (
          <Tooltip text={held.exact} isFocusable={false}>
            <span className="tabular min-w-0 text-right text-xs wrap-anywhere text-muted">
              {held.short}
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
          aria-label={spokenLabel}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange(event.target.value)}
        />
        {max !== undefined && (
          <Button
            look="quiet"
            disabled={max.isDisabled}
            aria-label={max.spokenLabel}
            onClick={max.onClick}
          >
            {max.label}
          </Button>
        )}
      </div>
      {/* A note holds figures that change with every block: only a problem is read out on its own. */}
      <div id={`${id}-problem`} className="mt-1 min-h-5 text-xs wrap-anywhere">
        <p aria-live="polite" className="text-short">
          {problem}
        </p>
        {problem === undefined && note !== undefined && (
          <p className="tabular text-muted">{note}</p>
        )}
      </div>
    </div>
  )
}

interface MaxButton {
  readonly label: string
  readonly spokenLabel: string
  readonly isDisabled: boolean
  readonly onClick: () => void
}
