import { MAX_COMMIT_AMOUNT } from '../../chain/commitArgs'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import type { CommitLeg } from '../../flows/kinds/commit'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { formatDollars } from '../../format/formatRatio'
import { describeAmountError } from '../../format/parseAmount'
import { CommitType } from '../../protocol/commitType'
import { type OrderForm, ownUnit, type Source } from './orderForm'
import type { ReadOrder } from './readOrder'

/** The order as its transactions will be called. */
export function orderTitle(facts: PoolFacts, { form, choice }: ReadOrder, amount: bigint): string {
  const { symbol, decimals } = choice.paid
  const paid = `${formatAmount(amount, decimals)} ${formatName(symbol)}`
  const poolToken = form.side === 'long' ? facts.longToken : facts.shortToken
  switch (form.action) {
    case 'mint':
      return `Mint ${formatName(poolToken.symbol)} with ${paid}`
    case 'burn':
      return `Burn ${paid}`
    case 'flip':
      return `Flip ${paid} to ${otherSide(form)}`
    case 'straddle':
      return `Straddle ${formatName(facts.name)} with ${paid}`
  }
}

export function otherSide({ side }: OrderForm): 'long' | 'short' {
  return side === 'long' ? 'short' : 'long'
}

const PLACES: Readonly<Record<Source, string>> = {
  wallet: 'Your wallet holds',
  escrow: 'Your escrow holds',
  both: 'Your wallet and escrow hold',
}

/** What is wrong with the amount, in a sentence; undefined when nothing is, or nothing has been typed yet. */
export function amountProblem(order: ReadOrder, isTouched: boolean): string | undefined {
  const { form, choice, amount, available } = order
  const token = { ...choice.paid, symbol: formatName(choice.paid.symbol) }
  if (amount.ok) {
    if (available === undefined || amount.value <= available) return undefined
    return `${PLACES[form.source]} ${formatAmount(available, token.decimals)} ${token.symbol}, less than ${amount.isEstimate ? 'this takes' : 'this'}.`
  }
  if (form.amount === '' && !isTouched) return undefined
  // Half-typed numbers are not scolded: `0`, `0.` and `,` are how one begins.
  if (!isTouched && /^0*[.,]?0*$/.test(form.amount)) return undefined
  switch (amount.code) {
    case 'OVER_100':
      return 'More than 100% is not there.'
    case 'NO_BALANCE':
      return 'A percentage is of what your account holds, which is not known yet: connect it first.'
    case 'NO_ESTIMATE':
      return 'There is no price to estimate this with. Enter what you put in instead.'
    case 'ZERO':
      if (form.unit === 'percent' && available === 0n)
        return `${PLACES[form.source]} no ${token.symbol}.`
      break
    case 'TOO_MANY_DECIMALS':
      if (form.unit === 'percent') return 'A percentage has two decimals at most.'
      if (form.unit !== ownUnit(form.action))
        return `What comes out has ${token.decimals} decimals; this amount has more.`
      break
  }
  return describeAmountError(amount.code, form.amount, token, MAX_COMMIT_AMOUNT)
}

/** What is said of an amount that is right: its worth in dollars where it is settlement tokens with a feed, and its parts. */
export function amountNote(
  order: ReadOrder,
  dollarsOf: (value: bigint, token: TokenFacts) => bigint | undefined,
): string | undefined {
  const { form, choice, amount } = order
  const isMoney = ownUnit(form.action) === 'settlement'
  const dollars = amount.ok && isMoney ? dollarsOf(amount.value, choice.paid) : undefined
  const notes = [legsNote(order), dollars === undefined ? undefined : formatDollars(dollars)]
  return notes.filter((note) => note !== undefined).join(' · ') || undefined
}

/** What the commits are, where there is more than one, or where the amount was found by the page. */
export function legsNote({ form, choice, amount, legs }: ReadOrder): string | undefined {
  if (!amount.ok) return undefined
  const { decimals } = choice.paid
  const symbol = formatName(choice.paid.symbol)
  const total = `${amount.isEstimate ? '≈ ' : ''}${formatAmount(amount.value, decimals)} ${symbol}`
  if (legs.length > 1) {
    const parts = legs.map((leg) => `${formatAmount(leg.amount, decimals)} ${legName(form, leg)}`)
    return `${legs.length} commits: ${parts.join(' + ')}`
  }
  if (amount.isEstimate) return `${total}, estimated at the projected price`
  return form.unit === 'percent' ? total : undefined
}

function legName({ action, source }: OrderForm, leg: CommitLeg): string {
  const place = leg.fromAggregateBalance ? 'from escrow' : 'from the wallet'
  if (action !== 'straddle') return place
  const side = leg.commitType === CommitType.LongMint ? 'long' : 'short'
  return source === 'both' ? `${side} ${place}` : side
}
