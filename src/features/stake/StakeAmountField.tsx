import { type ReactNode, useId } from 'react'
import { formatAmount, formatAmountShort, formatPlain } from '../../format/formatAmount'
import { Button } from '../../ui/Button'
import { Tooltip } from '../../ui/Tooltip'
import { stakeContent } from './content'
import { describeUnit } from './describeUnit'
import type { FarmRow } from './farmRow'
import type { StakeMode } from './stakeMode'

const { form: content } = stakeContent

/** The amount, what there is of it, and what is wrong with it, if anything. */
export function StakeAmountField({
  row,
  mode,
  text,
  available,
  problem,
  note,
  onChange,
}: {
  row: FarmRow
  mode: StakeMode
  text: string
  /** Base units. */
  available: bigint
  problem: string | undefined
  /** Said in the problem's place when there is none. */
  note: ReactNode
  onChange: (text: string) => void
}) {
  const id = useId()
  const { decimals } = row.farm.stakingToken
  const held = `${formatAmountShort(available, decimals)} ${describeUnit(row)}`
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <label htmlFor={id} className="text-muted">
          {content.amount[mode]}
        </label>
        <Tooltip text={formatAmount(available, decimals)} isFocusable={false}>
          <span className="tabular min-w-0 text-right text-xs wrap-anywhere text-muted">
            {mode === 'stake' ? content.inWallet(held) : content.inFarm(held)}
          </span>
        </Tooltip>
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
          aria-label={content.amountIn(content.amount[mode], row.name)}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button
          look="quiet"
          disabled={available === 0n}
          aria-label={content.maxOf(row.name)}
          onClick={() => onChange(formatPlain(available, decimals))}
        >
          {content.max}
        </Button>
      </div>
      <div id={`${id}-problem`} className="mt-1 min-h-5 text-xs wrap-anywhere">
        <p aria-live="polite" className="text-short">
          {problem}
        </p>
        {problem === undefined && note !== undefined && (
          <p className="tabular text-muted">{note}</p>
        )}
      </div>
    </>
  )
}
