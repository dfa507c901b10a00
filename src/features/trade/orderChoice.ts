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
