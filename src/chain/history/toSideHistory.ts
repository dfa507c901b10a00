import type { Side } from '../../analytics/poolFigures'
import type { SideHistory, SideState, SideUpkeep } from '../../analytics/profit/splitLot'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { supplyOf, unpayKeeper } from './executedInterval'
import type { LogPlace } from './poolEvent'
import type { PoolHistoryState } from './poolHistoryState'
import type { BalancesRecord, UpkeepRecord } from './records'

type ReadHistory = Pick<PoolHistoryState, 'upkeeps' | 'balances' | 'coveredFromBlock'>

/**
 * What one side's tokens have met since an interval, put together from a pool's events.
 *
 * @param sinceId The interval that minted the oldest lot that is asked about
 * @param snapshot The pool at the newest block that was read
 * @returns Undefined where the past is not read that far, or not known to the unit
 */
export function toSideHistory(
  { upkeeps, balances, coveredFromBlock }: ReadHistory,
  snapshot: PoolSnapshot,
  side: Side,
  sinceId: bigint,
): SideHistory | undefined {
  const first = upkeeps.findIndex(({ executed }) =>
    executed.some(({ updateIntervalId }) => updateIntervalId === sinceId),
  )
  const read = upkeeps.slice(0, first + 1).reverse()
  if (first === -1 || coveredFromBlock === undefined) return undefined
  if (read.some(({ blockNumber }) => blockNumber < coveredFromBlock)) return undefined
  const recorded = [...balances].reverse()
  let next = 0
  const befores = read.map((upkeep, index) => {
    let last: BalancesRecord | undefined
    for (; next < recorded.length && isBefore(recorded[next] as BalancesRecord, upkeep); next++)
      last = recorded[next]
    return stateBefore(upkeep, read[index - 1], last, side)
  })
  const now = stateNow(snapshot, side)
  const done = read.map((upkeep, index): SideUpkeep | undefined => {
    // Tokens leave the supply for the queue between upkeeps, and stay in their sum.
    const supply = (befores[index + 1] ?? (index === read.length - 1 ? now : undefined))?.supply
    // The lot's first upkeep is only what it begins with.
    const before = index === 0 ? NOTHING : befores[index]
    const after = upkeep.balances?.exact === true ? balanceOf(upkeep.balances, side) : undefined
    const keeperPayment = paymentOf(upkeep, side)
    if (supply === undefined || before === undefined) return undefined
    if (after === undefined || keeperPayment === undefined) return undefined
    return {
      timestampSec: upkeep.timestampSec,
      startPriceWad: upkeep.startPriceWad,
      endPriceWad: upkeep.endPriceWad,
      executedIds: upkeep.executed.map(({ updateIntervalId }) => updateIntervalId),
      before,
      ...changeOf(upkeep, side),
      after: { balance: after, supply },
      keeperPayment,
    }
  })
  const whole = done.filter((upkeep) => upkeep !== undefined)
  if (whole.length < done.length) return undefined
  return { side, leverageAmount: snapshot.leverageAmount, upkeeps: whole, now }
}

const NOTHING: SideState = { balance: 0n, supply: 0n }

/**
 * The last recorded balances, or what the upkeep before has left.
 *
 * @param last The last recorded since the upkeep before
 */
function stateBefore(
  upkeep: UpkeepRecord,
  previous: UpkeepRecord | undefined,
  last: BalancesRecord | undefined,
  side: Side,
): SideState | undefined {
  if (previous === undefined) return undefined
  const isLater = last !== undefined && isBefore(previous, last)
  const source = isLater ? last : previous.balances
  if (source === undefined || ('exact' in source && !source.exact)) return undefined
  const balance = balanceOf(source, side)
  const prices = upkeep.executed[0]?.prices
  if (prices === undefined) return undefined
  const { balanceChange } = changeOf(upkeep, side)
  const price = side === 'long' ? prices.longPrice : prices.shortPrice
  const supply = supplyOf(balance + balanceChange, price)
  return supply === undefined ? undefined : { balance, supply }
}

function changeOf({ rebalance }: UpkeepRecord, side: Side) {
  if (rebalance === undefined) return { feeAmount: 0n, balanceChange: 0n }
  const { longFeeAmount, longBalanceChange, shortFeeAmount, shortBalanceChange } = rebalance
  return side === 'long'
    ? { feeAmount: longFeeAmount, balanceChange: longBalanceChange }
    : { feeAmount: shortFeeAmount, balanceChange: shortBalanceChange }
}

function paymentOf({ payment, balances }: UpkeepRecord, side: Side): bigint | undefined {
  if (payment === undefined || !payment.isPaid) return 0n
  if (balances === undefined) return undefined
  const [before] = unpayKeeper(balances, payment.rewardWei)
  return before && balanceOf(before, side) - balanceOf(balances, side)
}

function stateNow(pool: PoolSnapshot, side: Side): SideState {
  return side === 'long'
    ? { balance: pool.longBalance, supply: pool.longTokenSupply + pool.pendingLongBurnPoolTokens }
    : {
        balance: pool.shortBalance,
        supply: pool.shortTokenSupply + pool.pendingShortBurnPoolTokens,
      }
}

function balanceOf(
  { longBalance, shortBalance }: { readonly longBalance: bigint; readonly shortBalance: bigint },
  side: Side,
): bigint {
  return side === 'long' ? longBalance : shortBalance
}

function isBefore(a: LogPlace, b: LogPlace): boolean {
  return a.blockNumber === b.blockNumber ? a.logIndex < b.logIndex : a.blockNumber < b.blockNumber
}
