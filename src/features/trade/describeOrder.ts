import { MAX_COMMIT_AMOUNT } from '../../chain/commitArgs'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import type { CommitLeg } from '../../flows/kinds/commit'
import { describeAmountError } from '../../format/describeAmountError'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { formatDollars } from '../../format/formatRatio'
import { CommitType } from '../../protocol/commitType'
import { tradeContent } from './content'
import { type OrderForm, ownUnit } from './orderForm'
import type { ParsedOrder } from './parseOrderForm'

const { titles: content, problem: problems, amount: amounts } = tradeContent

/** The order as its transactions will be called. */
export function orderTitle(
  facts: PoolFacts,
  { form, choice }: ParsedOrder,
  amount: bigint,
): string {
  const { symbol, decimals } = choice.paid
  const paid = `${formatAmount(amount, decimals)} ${formatName(symbol)}`
  const poolToken = form.side === 'long' ? facts.longToken : facts.shortToken
  switch (form.action) {
    case 'mint':
      return content.mint(formatName(poolToken.symbol), paid)
    case 'burn':
      return content.burn(paid)
    case 'flip':
      return content.flip(paid, otherSide(form))
    case 'straddle':
      return content.straddle(formatName(facts.name), paid)
  }
}

/** The order in as few words as its button has room for. */
export function orderLabel(form: OrderForm): string {
  const { order } = tradeContent.submit
  return order[form.action](form.action === 'flip' ? otherSide(form) : form.side)
}

export function otherSide({ side }: OrderForm): 'long' | 'short' {
  return side === 'long' ? 'short' : 'long'
}

/** What is wrong with the amount, in a sentence; undefined when nothing is, or nothing has been typed yet. */
export function amountProblem(order: ParsedOrder, isTouched: boolean): string | undefined {
  const { form, choice, amount, available } = order
  const token = { ...choice.paid, symbol: formatName(choice.paid.symbol) }
  if (amount.ok) {
    if (available === undefined || amount.value <= available) return undefined
    return problems.tooMuch(form.source, formatAmount(available, token.decimals), token.symbol)
  }
  if (form.amount === '' && !isTouched) return undefined
  // No complaint about half-typed numbers: `0`, `0.` and `,` are how an amount starts.
  if (!isTouched && /^0*[.,]?0*$/.test(form.amount)) return undefined
  switch (amount.code) {
    case 'OVER_100':
      return problems.over100
    case 'NO_BALANCE':
      return problems.noBalance
    case 'NO_ESTIMATE':
      return problems.noEstimate
    case 'ZERO':
      if (form.unit === 'percent' && available === 0n)
        return problems.nothing(form.source, token.symbol)
      break
    case 'TOO_MANY_DECIMALS':
      if (form.unit === 'percent') return problems.percentDecimals
      if (form.unit !== ownUnit(form.action)) return problems.receivedDecimals(token.decimals)
      break
  }
  return describeAmountError(amount.code, form.amount, token, MAX_COMMIT_AMOUNT)
}

/** What the button says in place of what it does, where the amount cannot be sent; undefined where it can. */
export function amountObstacle(order: ParsedOrder, isTouched: boolean): string | undefined {
  const { form, choice, amount, available } = order
  if (form.amount === '') return tradeContent.submit.enterAmount
  const isTooMuch = amount.ok
    ? available !== undefined && amount.value > available
    : amount.code === 'ZERO' && form.unit === 'percent' && available === 0n
  if (isTooMuch) return tradeContent.submit.notEnough(heldUnit(form, choice.paid))
  return amountProblem(order, isTouched) && tradeContent.submit.checkAmount
}

/** A pool token's own symbol is the pool's whole name: too long beside an amount, and the side says it all. */
function heldUnit({ action, side }: OrderForm, paid: TokenFacts): string {
  return ownUnit(action) === 'settlement' ? formatName(paid.symbol) : amounts.tokens(side)
}

/** The note under a valid amount: its value in dollars where it is settlement tokens with a feed, and its commits. */
export function amountNote(
  order: ParsedOrder,
  dollarsOf: (value: bigint, token: TokenFacts) => bigint | undefined,
): string | undefined {
  const { form, choice, amount } = order
  const isMoney = ownUnit(form.action) === 'settlement'
  const dollars = amount.ok && isMoney ? dollarsOf(amount.value, choice.paid) : undefined
  const notes = [legsNote(order), dollars === undefined ? undefined : formatDollars(dollars)]
  return notes.filter((note) => note !== undefined).join(' · ') || undefined
}

/** What the commits are, where there is more than one, or where the amount was found by the page. */
export function legsNote({ form, choice, amount, legs }: ParsedOrder): string | undefined {
  if (!amount.ok) return undefined
  const { decimals } = choice.paid
  const symbol = formatName(choice.paid.symbol)
  const total = `${amount.isEstimate ? '≈ ' : ''}${formatAmount(amount.value, decimals)} ${symbol}`
  if (legs.length > 1) {
    const unit = ownUnit(form.action) === 'settlement' ? ` ${symbol}` : ''
    const list = legs.map(
      (leg) => `${formatAmount(leg.amount, decimals)}${unit} ${legName(form, leg)}`,
    )
    return form.action === 'straddle'
      ? list.join(' + ')
      : amounts.legs(legs.length, list.join(' + '))
  }
  if (amount.isEstimate) return amounts.estimated(total)
  return form.unit === 'percent' ? total : undefined
}

function legName({ action, source }: OrderForm, leg: CommitLeg): string {
  const place = leg.fromAggregateBalance ? amounts.fromEscrow : amounts.fromWallet
  if (action !== 'straddle') return place
  const side = leg.commitType === CommitType.LongMint ? 'long' : 'short'
  return source === 'both' ? `${side} ${place}` : side
}
