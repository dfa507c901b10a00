import type { Side } from '../../analytics/poolFigures'

export const ACTIONS = ['mint', 'burn', 'flip', 'straddle'] as const
export const SOURCES = ['wallet', 'escrow', 'both'] as const
export const UNITS = ['settlement', 'tokens', 'percent'] as const

/** A straddle mints long and short of equal value. */
export type Action = (typeof ACTIONS)[number]
/** `both`: the escrow as far as it goes, the rest from the wallet. */
export type Source = (typeof SOURCES)[number]
/** What the amount is counted in; percent is of what the source holds. */
export type Unit = (typeof UNITS)[number]

/** An order as it is being filled in. */
export interface OrderForm {
  readonly side: Side
  readonly action: Action
  readonly source: Source
  readonly unit: Unit
  /** The amount as typed. */
  readonly amount: string
  /** ETH offered to the one who claims, as typed; undefined for no auto-claim. */
  readonly claim: string | undefined
}

export const DEFAULT_FORM: OrderForm = {
  side: 'long',
  action: 'mint',
  source: 'wallet',
  unit: 'settlement',
  amount: '',
  claim: undefined,
}

/** The unit that the contract takes the amount in. */
export function ownUnit(action: Action): 'settlement' | 'tokens' {
  return action === 'mint' || action === 'straddle' ? 'settlement' : 'tokens'
}

/** The units that an amount of this action can be said in. */
export function unitsFor(action: Action): readonly Unit[] {
  return action === 'straddle' ? ['settlement', 'percent'] : UNITS
}

/** The form with another action: an amount in a token that is no longer meant is not carried over. */
export function withAction(form: OrderForm, action: Action): OrderForm {
  const isSameToken = ownUnit(form.action) === ownUnit(action)
  const unit = isSameToken && unitsFor(action).includes(form.unit) ? form.unit : ownUnit(action)
  const keepsAmount = isSameToken && unit === form.unit
  return { ...form, action, unit, amount: keepsAmount ? form.amount : '' }
}
