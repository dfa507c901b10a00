import { type Leg, type LegsProjection, projectLegs } from '../../analytics/legsOutlook'
import { currentSpotPrice, OutlookError } from '../../analytics/outlook'
import { type Side, tokenPrice } from '../../analytics/poolFigures'
import { solveAmount } from '../../analytics/solveAmount'
import { MAX_COMMIT_AMOUNT } from '../../chain/commitArgs'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { CommitLeg } from '../../flows/kinds/commit'
import { type AmountErrorCode, parseAmount } from '../../format/parseAmount'
import { getBurn } from '../../protocol/poolSwapLibrary'
import { WAD } from '../../protocol/wad'
import { available, type OrderChoice, orderChoice } from './orderChoice'
import { type OrderForm, ownUnit } from './orderForm'
import { orderLegs } from './orderLegs'

const PERCENT_DECIMALS = 2
const WHOLE = 10_000n

/** Why there is no amount: what the text says, or what is not known. */
export type AmountProblem = AmountErrorCode | 'OVER_100' | 'NO_BALANCE' | 'NO_ESTIMATE'

export type ParsedAmount =
  | {
      readonly ok: true
      /** Base units of the token that is paid. */
      readonly value: bigint
      /** True where it was found from what should come out, at the projected price. */
      readonly isEstimate: boolean
    }
  | { readonly ok: false; readonly code: AmountProblem }

/** A form understood: what it pays with, how much, and in which commits. */
export interface ParsedOrder {
  readonly form: OrderForm
  readonly choice: OrderChoice
  /** Base units that the source holds; undefined while no account is known. */
  readonly available: bigint | undefined
  readonly amount: ParsedAmount
  /** Empty without an amount. */
  readonly legs: readonly CommitLeg[]
}

/** @param intervalId As `commitSlot` gives it: an amount in what comes out needs the price of its execution */
export function parseOrderForm(
  pool: PoolAtBlock,
  form: OrderForm,
  intervalId: bigint,
): ParsedOrder {
  const choice = orderChoice(pool, form.side, form.action)
  const held = available(choice, form.source)
  const amount = parseOrderAmount(pool, form, choice, held, intervalId)
  return {
    form,
    choice,
    available: held,
    amount,
    legs: amount.ok ? orderLegs(choice, form.source, amount.value) : [],
  }
}

function parseOrderAmount(
  pool: PoolAtBlock,
  form: OrderForm,
  choice: OrderChoice,
  held: bigint | undefined,
  intervalId: bigint,
): ParsedAmount {
  if (form.unit === 'percent') {
    const percent = parseAmount(form.amount, PERCENT_DECIMALS, MAX_COMMIT_AMOUNT)
    if (!percent.ok) return percent
    if (percent.value > WHOLE) return { ok: false, code: 'OVER_100' }
    if (held === undefined) return { ok: false, code: 'NO_BALANCE' }
    const value = (held * percent.value) / WHOLE
    if (value === 0n) return { ok: false, code: 'ZERO' }
    return { ok: true, value, isEstimate: false }
  }
  const parsed = parseAmount(form.amount, choice.paid.decimals, MAX_COMMIT_AMOUNT)
  if (!parsed.ok) return parsed
  if (form.unit === ownUnit(form.action)) return { ...parsed, isEstimate: false }
  const value = amountFor(pool, form, choice, parsed.value, intervalId)
  if (value === undefined || value > MAX_COMMIT_AMOUNT) return { ok: false, code: 'NO_ESTIMATE' }
  return { ok: true, value, isEstimate: true }
}

/** What has to be paid so that about `target` comes out at the projected price. */
function amountFor(
  { snapshot, account }: PoolAtBlock,
  { side, action }: OrderForm,
  { commitTypes }: OrderChoice,
  target: bigint,
  intervalId: bigint,
): bigint | undefined {
  const price = tokenPrice(snapshot, side).wad
  if (price === 0n) return undefined
  const start = action === 'mint' ? (target * price) / WAD : (target * WAD) / price
  try {
    const spotPrice = currentSpotPrice(snapshot)
    return solveAmount(target, start, (amount) => {
      const legs: Leg[] = commitTypes.map((commitType) => ({ commitType, amount }))
      const projection = projectLegs(snapshot, account?.user, legs, intervalId, spotPrice)
      return receivedOf(projection, side, action, amount)
    })
  } catch (error) {
    if (error instanceof OutlookError) return undefined
    throw error
  }
}

function receivedOf(
  { adds, prices }: LegsProjection,
  side: Side,
  action: OrderForm['action'],
  amount: bigint,
): bigint {
  if (action === 'mint') return side === 'long' ? adds.longTokens : adds.shortTokens
  // A flip's settlement amount is what the tokens that leave are worth then, before fees.
  return action === 'flip' ? getBurn(prices[side], amount) : adds.settlementTokens
}
