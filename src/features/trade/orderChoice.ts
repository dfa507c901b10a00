import type { Side } from '../../analytics/poolFigures'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { CommitType } from '../../protocol/commitType'
import { type Action, type OrderForm, ownUnit, type Source } from './orderForm'

/** What a choice of side and action means in a pool. */
export interface OrderChoice {
  /** One commit type, or the two of a straddle. */
  readonly commitTypes: readonly CommitType[]
  /** The token the amount is in. */
  readonly paid: TokenFacts
  /** What the account holds of `paid`; undefined while no account is known. */
  readonly held: Held | undefined
}

export interface Held {
  readonly wallet: bigint
  readonly escrow: bigint
}

const COMMIT_TYPES: Readonly<Record<Action, Readonly<Record<Side, readonly CommitType[]>>>> = {
  mint: { long: [CommitType.LongMint], short: [CommitType.ShortMint] },
  burn: { long: [CommitType.LongBurn], short: [CommitType.ShortBurn] },
  flip: { long: [CommitType.LongBurnShortMint], short: [CommitType.ShortBurnLongMint] },
  straddle: {
    long: [CommitType.LongMint, CommitType.ShortMint],
    short: [CommitType.LongMint, CommitType.ShortMint],
  },
}

/** @param side For a flip, the side that is left */
export function orderChoice(
  { facts, account }: PoolAtBlock,
  side: Side,
  action: Action,
): OrderChoice {
  const commitTypes = COMMIT_TYPES[action][side]
  if (action === 'mint' || action === 'straddle')
    return {
      commitTypes,
      paid: facts.settlementToken,
      held: account && {
        wallet: account.settlementBalance,
        escrow: account.escrow.settlementTokens,
      },
    }
  const isLong = side === 'long'
  return {
    commitTypes,
    paid: isLong ? facts.longToken : facts.shortToken,
    held: account && {
      wallet: isLong ? account.longBalance : account.shortBalance,
      escrow: isLong ? account.escrow.longTokens : account.escrow.shortTokens,
    },
  }
}

/** What is in escrow, of each token. */
export type EscrowTokens = PoolAccount['escrow']

/**
 * The order of a link that says only that it is from escrow: a burn of what lies there, or a mint where that is settlement tokens.
 */
export function orderOfEscrow(form: OrderForm, escrow: EscrowTokens): OrderForm {
  const { longTokens, shortTokens, settlementTokens } = escrow
  const sides: readonly Side[] = [form.side, form.side === 'long' ? 'short' : 'long']
  const tokensOf = { long: longTokens, short: shortTokens }
  const side = sides.find((each) => tokensOf[each] > 0n)
  if (side !== undefined) return { ...form, side, action: 'burn', unit: 'tokens' }
  return settlementTokens > 0n ? form : { ...form, source: 'wallet' }
}

/** The order from the wallet where the escrow has nothing of what it takes. */
export function withHeldSource(form: OrderForm, escrow: EscrowTokens | undefined): OrderForm {
  if (escrow === undefined || form.source !== 'escrow') return form
  const { longTokens, shortTokens, settlementTokens } = escrow
  const tokens = form.side === 'long' ? longTokens : shortTokens
  const held = ownUnit(form.action) === 'settlement' ? settlementTokens : tokens
  return held > 0n ? form : { ...form, source: 'wallet' }
}

/**
 * A burn or flip of what the account holds: of the chosen side and source where there is something, else of another source or
 * side. The order as it is where nothing is held, and one that takes settlement tokens from a source that has some.
 *
 * @param sides That may be taken, in this order; the chosen one first when left out
 */
export function withHeldTokens(
  form: OrderForm,
  account: PoolAccount | undefined,
  sides: readonly Side[] = [form.side, form.side === 'long' ? 'short' : 'long'],
): OrderForm {
  if (account === undefined) return form
  if (ownUnit(form.action) === 'settlement') return withHeldSource(form, account.escrow)
  for (const side of sides) {
    const wallet = account[`${side}Balance`]
    const escrow = account.escrow[`${side}Tokens`]
    if (wallet === 0n && escrow === 0n) continue
    const isThere = form.source === 'both' || (form.source === 'wallet' ? wallet : escrow) > 0n
    const source = isThere ? form.source : wallet > 0n ? 'wallet' : 'escrow'
    const isAmountOfSide = side === form.side || form.unit === 'percent'
    return { ...form, side, source, amount: isAmountOfSide ? form.amount : '' }
  }
  return withHeldSource(form, account.escrow)
}

/** What lies in escrow where the wallet does not have enough for an order; undefined where there is nothing, or no need. */
export function unusedEscrow(
  { held }: OrderChoice,
  source: Source,
  amount: bigint | undefined,
): bigint | undefined {
  if (source !== 'wallet' || held === undefined || held.escrow === 0n) return undefined
  const isEnough = held.wallet > 0n && (amount === undefined || amount <= held.wallet)
  return isEnough ? undefined : held.escrow
}

/** What a source can give. */
export function available({ held }: OrderChoice, source: Source): bigint | undefined {
  if (held === undefined) return undefined
  return source === 'both' ? held.wallet + held.escrow : held[source]
}
