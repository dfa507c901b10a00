import type { Side } from '../../analytics/poolFigures'
import { Segmented } from '../../ui/Segmented'
import { tradeContent } from './content'
import { type OrderForm, ownUnit, withAction } from './orderForm'

const content = tradeContent.choices

const ACTIONS = [
  { value: 'mint', label: content.mint },
  { value: 'burn', label: content.burn },
  { value: 'flip', label: content.flip },
] as const
/** A deprecated pool can only be left. */
const ONLY_BURN = ACTIONS.filter(({ value }) => value === 'burn')

const SIDES = [
  { value: 'long', label: content.long, tone: 'text-long' },
  { value: 'short', label: content.short, tone: 'text-short' },
] as const
/** What is chosen is the side that a flip leaves; what is shown is where it goes. */
const FLIPS = [
  {
    value: 'long',
    label: content.toShort,
    spokenLabel: content.longToShort,
    tone: 'text-short',
  },
  { value: 'short', label: content.toLong, spokenLabel: content.shortToLong, tone: 'text-long' },
] as const
const STRADDLE = [
  ...SIDES,
  { value: 'both', label: content.both, spokenLabel: content.bothSides },
] as const

/** What is to be done and on which side, in one row. A straddle is a mint of both sides. */
export function SideChoice({
  form,
  onlyBurn,
  onChange,
}: {
  form: OrderForm
  onlyBurn: boolean
  onChange: (change: (form: OrderForm) => OrderForm) => void
}) {
  const { action } = form
  const isStraddle = action === 'straddle'
  return (
    <div className="flex flex-wrap gap-2">
      <div className="flex-auto">
        <Segmented
          label={content.action}
          options={onlyBurn ? ONLY_BURN : ACTIONS}
          value={isStraddle ? 'mint' : action}
          onChange={(next) => onChange((current) => withAction(current, next))}
          isCompact
        />
      </div>
      <div className="flex-auto">
        <Segmented<Side | 'both'>
          label={content.side}
          options={isStraddle ? STRADDLE : action === 'flip' ? FLIPS : SIDES}
          value={isStraddle ? 'both' : form.side}
          onChange={(side) => side !== 'both' && onChange((current) => withSide(current, side))}
          isCompact
        />
      </div>
    </div>
  )
}

/** An amount of one side's tokens is not one of the other's; a single side is no straddle. */
function withSide(form: OrderForm, side: Side): OrderForm {
  if (form.action === 'straddle') return { ...withAction(form, 'mint'), side }
  const isOfSide = ownUnit(form.action) === 'tokens' || form.unit === 'tokens'
  return { ...form, side, amount: isOfSide && form.unit !== 'percent' ? '' : form.amount }
}
