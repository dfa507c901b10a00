import { useMemo } from 'react'
import {
  type BreakEven,
  breakEven,
  type CurvePoint,
  type LadderRow,
  orderCurve,
  orderLadder,
  type PlacedOrder,
  stakeOf,
} from '../../analytics/orderLadder'
import { OutlookError } from '../../analytics/outlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useDollars } from '../../data/useDollars'
import { formatName } from '../../format/formatAddress'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Gets } from '../../ui/Gets'
import { moveText } from './moveText'
import { PayoffChart } from './PayoffChart'
import type { LiveOrder } from './useOrder'

/** The curve's points: every two percent, the table's among them or not. */
const CURVE_BASIS_POINTS = Array.from({ length: 21 }, (_, index) => (index - 10) * 200)

interface Outcomes {
  readonly rows: readonly LadderRow[]
  readonly curve: readonly CurvePoint[]
  readonly breakEven: BreakEven
  readonly stake: bigint
}

/** The order at index moves of −20 to +20 %, as a curve and a table, and from where on it pays. */
export function OutcomeLadder({ pool, order }: { pool: PoolAtBlock; order: LiveOrder }) {
  const { snapshot, account } = pool
  const { legs, slot, form } = order
  const intervalId = slot.updateIntervalId
  const outcomes = useMemo(
    () => attempt({ pool: snapshot, user: account?.user, legs, intervalId }),
    [snapshot, account?.user, legs, intervalId],
  )
  if (legs.length === 0) return <p className="text-muted">Enter an amount first.</p>
  if (outcomes === undefined) return <p className="text-muted">There is no projection.</p>
  const isBurn = form.action === 'burn'
  const token = pool.facts.settlementToken
  const symbol = formatName(token.symbol, 12)
  return (
    <>
      <PayoffChart
        points={outcomes.curve}
        stake={outcomes.stake}
        decimals={token.decimals}
        label={`What the order is worth in ${symbol} when the index moves`}
      />
      <p className="py-1.5">{breakEvenText(outcomes.breakEven, isBurn)}</p>
      <LadderTable rows={outcomes.rows} pool={pool} order={order} symbol={symbol} />
      <p className="mt-1 text-xs text-muted">{assumption(pool, order)}</p>
    </>
  )
}

function attempt(order: PlacedOrder): Outcomes | undefined {
  if (order.legs.length === 0) return undefined
  try {
    return {
      rows: orderLadder(order),
      curve: orderCurve(order, CURVE_BASIS_POINTS),
      breakEven: breakEven(order),
      stake: stakeOf(order),
    }
  } catch (error) {
    if (error instanceof OutlookError) return undefined
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
      ? ['You get']
      : action === 'straddle'
        ? ['Long', 'Short', `Both, ${symbol}`]
        : ['You get', `Worth after, ${symbol}`]
  return (
    <table className="w-full text-right">
      <thead className="text-xs text-muted">
        <tr>
          {['Index', ...heads].map((head) => (
            <th key={head} scope="col" className="py-1 pl-2 font-medium first:pl-0 first:text-left">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ moveBasisPoints, adds, worthAfter }) => (
          <tr key={moveBasisPoints} className={isPriced !== undefined ? 'h-11' : ''}>
            <th scope="row" className="py-0.5 text-left font-normal whitespace-nowrap">
              {moveText(moveBasisPoints)}
            </th>
            {action === 'straddle' ? (
              (['long', 'short', 'total'] as const).map((part) => (
                <td key={part} className="pl-2">
                  <Amount value={worthAfter[part]} token={bare} />
                  {part === 'total' && dollars(worthAfter.total)}
                </td>
              ))
            ) : (
              <td className="pl-2">
                <Gets adds={adds} tokens={facts} />
                {action === 'burn' && dollars(adds.settlementTokens)}
              </td>
            )}
            {(action === 'mint' || action === 'flip') && (
              <td className="pl-2">
                <Amount value={worthAfter.total} token={bare} />
                {dollars(worthAfter.total)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function breakEvenText({ down, up }: BreakEven, isBurn: boolean): string {
  const what = isBurn ? 'Pays what the tokens are worth now' : 'Break-even after fees'
  if (down === 0 || up === 0) return `${what}: already at an unchanged index.`
  const moves = [down, up].filter((move) => move !== undefined).map(moveText)
  return moves.length === 0
    ? `${what}: at no move of up to 50 %.`
    : `${what}: index ${moves.join(' or ')}${moves.length === 2 ? '.' : ' or further.'}`
}

function assumption({ snapshot }: PoolAtBlock, { form }: LiveOrder): string {
  const before =
    '“You get” is for an index that makes this move before the next rebalance and stays there.'
  if (form.action === 'burn') return before
  const after = `Worth is for one that stays until the order executes and makes this move ${
    snapshot.oracle.kind === 'sma'
      ? 'then, when the average has followed'
      : 'before the rebalance after it'
  }: all burned at that price, with its fee.`
  return form.action === 'straddle' ? after : `${before} ${after}`
}
