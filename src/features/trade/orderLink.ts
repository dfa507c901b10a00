import { MAX_FIELD_LENGTH } from '../../protocol/bounds'
import { type EscrowTokens, orderOfEscrow, withHeldSource } from './orderChoice'
import {
  ACTIONS,
  DEFAULT_FORM,
  type OrderForm,
  ownUnit,
  SOURCES,
  UNITS,
  unitsFor,
} from './orderForm'

const NAMES = ['side', 'action', 'from', 'amount', 'unit', 'claim'] as const

/**
 * The order that a link describes; what makes no sense in it counts as not said. A link fills the form, and that is all.
 *
 * @param onlyBurn For a deprecated pool, which can only be left
 * @param escrow The account's in the pool; undefined while it is not known
 */
export function toForm(
  params: URLSearchParams,
  onlyBurn: boolean,
  escrow?: EscrowTokens,
): OrderForm {
  const form = asSaid(params, onlyBurn)
  if (escrow === undefined || form.source !== 'escrow') return form
  const isOpen = !params.has('action') && form.amount === '' && !params.has('unit')
  return isOpen ? orderOfEscrow(form, escrow) : withHeldSource(form, escrow)
}

function asSaid(params: URLSearchParams, onlyBurn: boolean): OrderForm {
  const asked = oneOf(ACTIONS, params.get('action')) ?? DEFAULT_FORM.action
  const action = onlyBurn ? 'burn' : asked
  const unit = oneOf(UNITS, params.get('unit'))
  const isUnit = unit !== undefined && unitsFor(action).includes(unit)
  // An amount of another action, or in a unit that there is not, would be an amount of something else.
  const isMeant = asked === action && (isUnit || !params.has('unit'))
  return {
    side: params.get('side') === 'short' ? 'short' : 'long',
    action,
    source: oneOf(SOURCES, params.get('from')) ?? DEFAULT_FORM.source,
    unit: isUnit ? unit : ownUnit(action),
    amount: isMeant ? (params.get('amount') ?? '').slice(0, MAX_FIELD_LENGTH) : '',
    claim: params.get('claim')?.slice(0, MAX_FIELD_LENGTH),
  }
}

/** The parameters of a link to the order, with those of others kept. What is usual is left out. */
export function withForm(params: URLSearchParams, form: OrderForm): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of NAMES) next.delete(name)
  if (form.side !== DEFAULT_FORM.side) next.set('side', form.side)
  // Without it, an order from escrow is one of what lies there.
  if (form.action !== DEFAULT_FORM.action || form.source === 'escrow')
    next.set('action', form.action)
  if (form.source !== DEFAULT_FORM.source) next.set('from', form.source)
  if (form.amount !== '') next.set('amount', form.amount)
  if (form.unit !== ownUnit(form.action)) next.set('unit', form.unit)
  if (form.claim !== undefined) next.set('claim', form.claim)
  return next
}

function oneOf<name extends string>(names: readonly name[], text: string | null): name | undefined {
  return names.find((name) => name === text)
}
