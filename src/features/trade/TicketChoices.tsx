import type { Side } from '../../analytics/poolFigures'
import { Segmented } from '../../ui/Segmented'
import type { Held } from './orderChoice'
import { type Action, type OrderForm, ownUnit, type Source, withAction } from './orderForm'

const SIDES = [
  { value: 'long', label: 'Long', tone: 'text-long' },
  { value: 'short', label: 'Short', tone: 'text-short' },
] as const
const FLIPS = [
  { value: 'long', label: 'Long to short', tone: 'text-short' },
  { value: 'short', label: 'Short to long', tone: 'text-long' },
] as const
const ACTIONS = [
  { value: 'mint', label: 'Mint' },
  { value: 'burn', label: 'Burn' },
  { value: 'flip', label: 'Flip' },
  { value: 'straddle', label: 'Straddle' },
] as const
const SOURCES = [
  { value: 'wallet', label: 'Wallet' },
  { value: 'escrow', label: 'Escrow' },
  { value: 'both', label: 'Both' },
] as const
/** A deprecated pool can only be left. */
const ONLY_BURN = ACTIONS.filter(({ value }) => value === 'burn')

const MEANINGS: Readonly<Partial<Record<Action, string>>> = {
  flip: 'Burns the tokens of one side and mints the other in the same rebalance.',
  straddle:
    'Mints long and short of equal value: two commits, meant for one interval. A wallet that cannot send them together asks for each; should the second miss the interval, you are asked again, and until then have one side only.',
}

/** What is to be done, on which side, and from where. */
export function TicketChoices({
  form,
  held,
  onlyBurn,
  onChange,
}: {
  form: OrderForm
  held: Held | undefined
  onlyBurn: boolean
  onChange: (change: (form: OrderForm) => OrderForm) => void
}) {
  const { action } = form
  const meaning = MEANINGS[action]
  return (
    <div className="space-y-2">
      {action !== 'straddle' && (
        <Segmented
          label="Side"
          options={action === 'flip' ? FLIPS : SIDES}
          value={form.side}
          onChange={(side) => onChange((current) => withSide(current, side))}
        />
      )}
      <Segmented
        label="Action"
        options={onlyBurn ? ONLY_BURN : ACTIONS}
        value={action}
        onChange={(next) => onChange((current) => withAction(current, next))}
      />
      <Segmented
        label="Source"
        options={sourcesFor(form.source, held)}
        value={form.source}
        onChange={(source) => onChange((current) => ({ ...current, source }))}
      />
      {meaning !== undefined && <p className="text-xs text-muted">{meaning}</p>}
    </div>
  )
}

/** Both are offered where both hold something. */
function sourcesFor(chosen: Source, held: Held | undefined) {
  const hasBoth = held !== undefined && held.wallet > 0n && held.escrow > 0n
  return SOURCES.filter(({ value }) => value !== 'both' || hasBoth || chosen === 'both')
}

/** An amount of one side's tokens is not one of the other's. */
function withSide(form: OrderForm, side: Side): OrderForm {
  const isOfSide = ownUnit(form.action) === 'tokens' || form.unit === 'tokens'
  return { ...form, side, amount: isOfSide && form.unit !== 'percent' ? '' : form.amount }
}
