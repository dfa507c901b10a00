import { useMemo } from 'react'
import {
  type BreakEven,
  type LadderRow,
  type OrderOutcomes,
  orderOutcomes,
  type PlacedOrder,
} from '../../analytics/orderLadder'
import { OutlookError } from '../../analytics/outlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useDollars } from '../../data/useDollars'
import { formatName } from '../../format/formatAddress'
import { formatDuration } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { OrderProceeds } from '../../ui/OrderProceeds'
import { tradeContent } from './content'
import { formatMove } from './formatMove'
import { PayoffChart } from './PayoffChart'
import type { LiveOrder } from './useOrder'

const content = tradeContent.ladder

/** The order at index moves of −20 to +20%, as a curve and a table, and from where on it pays. */
export function OutcomeLadder({ pool, order }: { pool: PoolAtBlock; order: LiveOrder }) {
  const { snapshot, account } = pool
  const { legs, slot, form } = order
  const intervalId = slot.updateIntervalId
  const outcomes = useMemo(
    () =>
      legs.length === 0
        ? undefined
        : attempt({ pool: snapshot, user: account?.user, legs, intervalId }),
    [snapshot, account?.user, legs, intervalId],
  )
  if (outcomes === undefined) return <p className="text-muted">{content.empty}</p>
  if (outcomes instanceof OutlookError)
    return <p className="text-muted">{content.noProjection(outcomes.message)}</p>
  const isBurn = form.action === 'burn'
  const token = pool.facts.settlementToken
  const symbol = formatName(token.symbol, 12)
  const { payoff } = outcomes
  return (
    <>
      {payoff instanceof OutlookError ? (
        <p className="py-1.5 text-warn">
          {isBurn ? content.noBreakEven(payoff.message) : content.noFutureValue(payoff.message)}
        </p>
      ) : (
        <>
          <PayoffChart
            points={payoff.curve}
            stake={outcomes.stake}
            describeStake={
              form.action === 'burn' || form.action === 'flip' ? content.worthNow : content.paid
            }
            decimals={token.decimals}
            label={content.chart(symbol)}
          />
          <p className="py-1.5">{breakEvenText(payoff.breakEven, isBurn)}</p>
        </>
      )}
      {/* All of a straddle's table is what it is worth later. */}
      {!(payoff instanceof OutlookError && form.action === 'straddle') && (
        <>
          <LadderTable rows={outcomes.rows} pool={pool} order={order} symbol={symbol} />
          <p className="mt-1 text-xs text-muted">{assumption(pool, order, outcomes)}</p>
        </>
      )}
    </>
  )
}

function attempt(order: PlacedOrder): OrderOutcomes | OutlookError {
  try {
    return orderOutcomes(order)
  } catch (error) {
    if (error instanceof OutlookError) return error
    throw error
  }
}

function LadderTable({
  rows,
  pool,
  order,
  symbol,
}: {
  rows: readonly LadderRow[]
  pool: PoolAtBlock
  order: LiveOrder
  symbol: string
}) {
  const { action } = order.form
  const { facts } = pool
  const dollarsOf = useDollars()
  const dollars = (value: bigint) => (
    <Dollars wad={dollarsOf(value, facts.settlementToken)} isBelow />
  )
  // A second line in each row, with its room also where there is nothing to value.
  const isPriced = dollarsOf(10n ** BigInt(facts.settlementToken.decimals), facts.settlementToken)
  const bare = { ...facts.settlementToken, symbol: '' }
  const heads =
    action === 'burn'
      ? [content.receive]
      : action === 'straddle'
        ? [content.long, content.short, content.both(symbol)]
        : [content.receive, content.valueAfter(symbol)]
  return (
    <table className="w-full text-right">
      <thead className="text-xs text-muted">
        <tr>
          {[content.index, ...heads].map((head) => (
            <th key={head} scope="col" className="py-1 pl-2 font-medium first:pl-0 first:text-left">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ moveBasisPoints, adds, valueAfter }) => (
          <tr key={moveBasisPoints} className={isPriced !== undefined ? 'h-11' : ''}>
            <th scope="row" className="py-0.5 text-left font-normal whitespace-nowrap">
              {formatMove(moveBasisPoints)}
            </th>
            {action === 'straddle' ? (
              (['long', 'short', 'total'] as const).map((column) => (
                <td key={column} className="pl-2">
                  <WorthCell value={valueAfter?.[column]} token={bare} />
                  {column === 'total' && valueAfter !== undefined && dollars(valueAfter.total)}
                </td>
              ))
            ) : (
              <td className="pl-2">
                <OrderProceeds adds={adds} tokens={facts} />
                {action === 'burn' && dollars(adds.settlementTokens)}
              </td>
            )}
            {(action === 'mint' || action === 'flip') && (
              <td className="pl-2">
                <WorthCell value={valueAfter?.total} token={bare} />
                {valueAfter !== undefined && dollars(valueAfter.total)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function breakEvenText({ down, up }: BreakEven, isBurn: boolean): string {
  const what = content.breakEven(isBurn)
  if (down === 0 || up === 0) return content.breakEvenNow(what)
  const moves = [
    ...(down === undefined ? [] : [content.lower(formatMove(down))]),
    ...(up === undefined ? [] : [content.higher(formatMove(up))]),
  ]
  return moves.length === 0 ? content.breakEvenNever(what) : content.breakEvenAt(what, moves)
}

function WorthCell({ value, token }: { value: bigint | undefined; token: TokenFacts }) {
  return value === undefined ? '—' : <Amount value={value} token={token} />
}

/** What the table takes for granted. */
function assumption(
  { snapshot }: PoolAtBlock,
  { form }: LiveOrder,
  { followsInSec }: OrderOutcomes,
): string {
  const before = content.receiveAssumes
  if (form.action === 'burn' || followsInSec === undefined) return before
  const time = formatDuration(Number(followsInSec))
  // A straddle's columns are all of them values.
  const what = form.action === 'straddle' ? content.eachValue : content.after
  const after =
    snapshot.oracle.kind === 'sma'
      ? content.valueAssumesSma(what, time)
      : content.valueAssumes(what)
  return form.action === 'straddle' ? after : `${before} ${after}`
}
