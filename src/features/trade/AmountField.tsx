import { type Ref, useId } from 'react'
import { formatName } from '../../format/formatAddress'
import { formatAmount, formatAmountShort, formatPlain } from '../../format/formatAmount'
import { Button } from '../../ui/Button'
import { Tooltip } from '../../ui/Tooltip'
import { useMediaQuery } from '../../ui/useMediaQuery'
import { tradeContent } from './content'
import { unusedEscrow } from './orderChoice'
import { type OrderForm, ownUnit, type Unit, unitsFor } from './orderForm'
import type { ParsedOrder } from './parseOrderForm'

const content = tradeContent.amount

const STEPS = [25, 50, 75, 100] as const

/** The amount and what it is counted in, what the source holds, and what is wrong with it, if anything. */
export function AmountField({
  order,
  settlementSymbol,
  problem,
  note,
  onChange,
  onLeave,
  inputRef,
}: {
  order: ParsedOrder
  settlementSymbol: string
  problem: string | undefined
  /** Said in the problem's place when there is none. */
  note: string | undefined
  onChange: (change: Partial<OrderForm>) => void
  onLeave: () => void
  inputRef: Ref<HTMLInputElement>
}) {
  const id = useId()
  const { form, choice, available } = order
  const { decimals } = choice.paid
  // A pool token's own symbol is the pool's whole name: too long here, and the side says it all.
  const heldUnit =
    ownUnit(form.action) === 'settlement' ? formatName(choice.paid.symbol) : form.side
  // The amount is never cut for its unit.
  const isNarrow = useMediaQuery('(width < 24rem)')
  const nothing = available === undefined || available === 0n
  const inEscrow = unusedEscrow(
    choice,
    form.source,
    order.amount.ok ? order.amount.value : undefined,
  )
  const take = (percent: (typeof STEPS)[number]) => {
    if (available === undefined) return
    if (form.unit === 'percent') return onChange({ amount: percent.toString() })
    const share = (available * BigInt(percent)) / 100n
    onChange({ unit: ownUnit(form.action), amount: formatPlain(share, decimals) })
  }
  // The exact amount is kept where the new unit can say it exactly; another number would be a guess.
  const changeUnit = (unit: Unit) =>
    onChange({
      unit,
      amount:
        unit === ownUnit(form.action) && order.amount.ok
          ? formatPlain(order.amount.value, decimals)
          : '',
    })
  return (
    <div>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-muted">
          {content.label}
        </label>
        <Tooltip
          text={available === undefined ? undefined : formatAmount(available, decimals)}
          isFocusable={false}
        >
          <span className="tabular min-w-0 text-right text-xs wrap-anywhere text-muted">
            {available === undefined ? (
              ' '
            ) : (
              <>
                <span>{`${content.places[form.source]}: `}</span>
                <span translate="no">{`${formatAmountShort(available, decimals)} ${heldUnit}`}</span>
              </>
            )}
          </span>
        </Tooltip>
      </div>
      <div
        className={`mt-1 flex items-center rounded border bg-canvas focus-within:border-accent has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent ${
          problem === undefined ? 'border-line' : 'border-short'
        }`}
      >
        <input
          ref={inputRef}
          id={id}
          className="w-full min-w-0 flex-1 bg-transparent px-3 py-2.5 text-lg outline-none"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          placeholder="0.0"
          value={form.amount}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange({ amount: event.target.value })}
          onBlur={onLeave}
        />
        <select
          aria-label={content.unit}
          className="mr-1 max-w-40 truncate max-sm:min-h-10 rounded bg-transparent px-2 py-2 text-muted hover:bg-raised hover:text-ink"
          value={form.unit}
          onChange={(event) => changeUnit(event.target.value as Unit)}
        >
          {unitsFor(form.action).map((unit) => (
            <option key={unit} value={unit} className="bg-surface text-ink">
              {unitName(unit, form, settlementSymbol, isNarrow)}
            </option>
          ))}
        </select>
      </div>
      <div className="mt-1.5 grid grid-cols-4 gap-1.5">
        {STEPS.map((step) => (
          <Button key={step} className="px-1 text-xs" disabled={nothing} onClick={() => take(step)}>
            {step === 100 ? content.max : `${step}%`}
          </Button>
        ))}
      </div>
      {/* A note holds estimates that change with every block: only a problem is read out on its own. */}
      <div id={`${id}-problem`} className="mt-1 min-h-5 text-xs wrap-anywhere">
        <p aria-live="polite" className="text-short">
          {problem}
        </p>
        {problem === undefined && <p className="tabular text-muted">{note}</p>}
      </div>
      {inEscrow !== undefined && (
        <button
          type="button"
          className="text-xs text-accent underline underline-offset-4 max-sm:min-h-10"
          onClick={() => onChange({ source: 'escrow' })}
        >
          {content.takeEscrow(formatAmountShort(inEscrow, decimals))}
        </button>
      )}
    </div>
  )
}

function unitName(
  unit: Unit,
  { side }: OrderForm,
  settlementSymbol: string,
  isShort: boolean,
): string {
  if (unit === 'percent') return '%'
  return unit === 'settlement'
    ? formatName(settlementSymbol, 12)
    : isShort
      ? side
      : content.tokens(side)
}
