import type { Side } from '../../analytics/poolFigures'
import type { PoolLedger } from '../../analytics/profit/ledgerState'
import { isKnown, type Lot } from '../../analytics/profit/lots'
import type { SideHistory } from '../../analytics/profit/splitLot'
import { type PositionSplit, splitPosition } from '../../analytics/profit/splitPosition'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import { toSideHistory } from '../../chain/history/toSideHistory'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { getBurn, getPrice } from '../../protocol/poolSwapLibrary'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'

/** Pool tokens that no mint or swap of the account's explains, and their worth in settlement units. */
export type UnknownTokens = Readonly<
  Record<Side, { readonly tokens: bigint; readonly worth: bigint }>
>

/** LP tokens of one liquidity pool, and what a lot of them is worth; undefined while that is not known. */
export type WorthOfLp = (lp: string, tokens: bigint) => bigint | undefined

/** What an account has made in a pool. Settlement units. */
export interface PoolProfit {
  /** Cost of what is held or queued. */
  readonly cost: bigint
  /** Whether mints are queued, which count in cost and worth. */
  readonly hasQueued: boolean
  /** What that is worth now, before a burning fee; queued mints at what they mint with. */
  readonly worth: bigint
  /** Settlement units paid so far, and brought by tokens of known cost; flips and moves into liquidity and out are neither. */
  readonly paidIn: bigint
  readonly paidOut: bigint
  /** Cost of what was sent to someone, or traded for something of unknown value: neither sold nor held. */
  readonly movedOut: bigint
  /** Cost of everything of known cost, what is sold included; what flips have moved counts once. */
  readonly everPutIn: bigint
  readonly unrealised: bigint
  /** Of what has been burned, flipped, swapped or put into liquidity, and of liquidity that was removed. */
  readonly realised: bigint
  /** Of both, what LP tokens have brought. */
  readonly liquidity: bigint
  /** Tokens whose cost no one knows; in none of the others. */
  readonly unknown: UnknownTokens
  /** The same of LP tokens. */
  readonly unknownLp: bigint
  /** Where the tokens that are held are of one side only. */
  readonly single: { readonly side: 'long' | 'short'; readonly tokens: bigint } | undefined
  /** The interval that minted the oldest lot. */
  readonly oldestId: bigint | undefined
}

/** What a lot is worth at the pool's balances, before a burning fee. Settlement units. */
export function lotWorth({ side, tokens }: Lot, pool: PoolSnapshot): bigint {
  const [balance, supply] =
    side === 'long'
      ? [pool.longBalance, pool.longTokenSupply + pool.pendingLongBurnPoolTokens]
      : [pool.shortBalance, pool.shortTokenSupply + pool.pendingShortBurnPoolTokens]
  return balance === 0n ? 0n : getBurn(getPrice(balance, supply), tokens)
}

/**
 * What an account has put in, taken out, and still has.
 *
 * @returns Undefined while LP tokens of known cost have no known worth
 */
export function profitOf(
  ledger: PoolLedger,
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  worthOfLp: WorthOfLp,
): PoolProfit | undefined {
  const lots = heldLots(ledger)
  const known = lots.filter(isKnown)
  const worthOf = (lot: Lot) => lotWorth(lot, snapshot)
  const unknownOf = (side: Side) => {
    const unknown = lots.filter((lot) => lot.side === side && !isKnown(lot))
    return { tokens: sum(unknown.map(({ tokens }) => tokens)), worth: sum(unknown.map(worthOf)) }
  }
  const queuedCost = sum(ledger.queuedMints.map(({ amount }) => amount))
  const queuedWorth = sum(ledger.queuedMints.map(({ recorded }) => recorded))
  const lps = ledger.liquidity.open.filter(isKnown)
  const lpWorths = lps.map(({ lp, tokens }) => worthOfLp(lp, tokens))
  const knownWorths = lpWorths.filter((worth) => worth !== undefined)
  if (knownWorths.length < lpWorths.length) return undefined
  const [lpCost, lpWorth] = [sum(lps.map(({ cost = 0n }) => cost)), sum(knownWorths)]
  const cost = sum(known.map(({ cost = 0n }) => cost)) + queuedCost + lpCost
  const worth = sum(known.map(worthOf)) + queuedWorth + lpWorth
  const closed = ledger.closed.filter(isKnown)
  const closedLps = ledger.liquidity.closed.filter(isKnown)
  const gainOf = (lot: { readonly proceeds: bigint; readonly cost: bigint | undefined }) =>
    lot.proceeds - (lot.cost ?? 0n)
  const lpRealised = sum(closedLps.map(gainOf))
  const [first] = known
  const isSingle =
    first !== undefined &&
    ledger.queuedMints.length === 0 &&
    lps.length === 0 &&
    known.every(({ side }) => side === first.side)
  const ids = [...known, ...closed].flatMap(({ mintedIn }) => mintedIn ?? [])
  return {
    cost,
    worth,
    hasQueued: ledger.queuedMints.length > 0,
    paidIn: ledger.putIn - ledger.flipped,
    paidOut: ledger.takenOut - ledger.flipped,
    movedOut: sum([...ledger.sent, ...ledger.liquidity.sent].map(({ cost = 0n }) => cost)),
    // What a flip has moved is the cost of two lots, and was paid once.
    everPutIn: cost + sum([...closed, ...closedLps].map(({ cost = 0n }) => cost)) - ledger.flipped,
    unrealised: worth - cost,
    realised: sum(closed.map(gainOf)) + lpRealised,
    liquidity: lpRealised + lpWorth - lpCost,
    unknown: { long: unknownOf('long'), short: unknownOf('short') },
    unknownLp: sum(
      ledger.liquidity.open.filter((lot) => !isKnown(lot)).map(({ tokens }) => tokens),
    ),
    single: isSingle
      ? { side: first.side, tokens: sum(known.map(({ tokens }) => tokens)) }
      : undefined,
    oldestId: ids.reduce<bigint | undefined>(
      (oldest, id) => (oldest === undefined || id < oldest ? id : oldest),
      undefined,
    ),
  }
}

/**
 * What made the gain, realised and not, in parts that add up to it, now and over time. A generator, as `splitPosition`. Over
 * time liquidity counts from when it was removed: what the Vault held before now is not read.
 *
 * @param liquidity Of the gain, what LP tokens have brought
 * @returns Undefined where the pool's past is not read as far as the oldest lot, or not known to the unit
 */
export function* splitLedger(
  ledger: PoolLedger,
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  history: PoolHistoryState,
  maxPoints: number,
  liquidity: bigint,
): Generator<void, PositionSplit | undefined> {
  const lots = [...heldLots(ledger), ...ledger.closed].filter(isKnown)
  // A rebalance that the snapshot knows and the history does not yet would be missing in the middle.
  const newest = history.upkeeps[0]?.executed.at(-1)?.updateIntervalId
  if (lots.length > 0 && newest !== snapshot.updateIntervalId - 1n) return undefined
  const histories: Partial<Record<Side, SideHistory>> = {}
  for (const side of ['long', 'short'] as const) {
    const ids = lots.flatMap((lot) => (lot.side === side ? (lot.mintedIn ?? []) : []))
    const [first] = ids
    if (first === undefined) continue
    const oldest = ids.reduce((least, id) => (id < least ? id : least), first)
    const sideHistory = toSideHistory(history, snapshot, side, oldest)
    if (sideHistory === undefined) return undefined
    histories[side] = sideHistory
    yield
  }
  const { parts, points } = yield* splitPosition(lots, histories, maxPoints)
  const queuedFees = sum(ledger.queuedMints.map(({ amount, recorded }) => amount - recorded))
  const removed = ledger.liquidity.closed.filter(isKnown)
  return {
    parts: { ...parts, ownFees: parts.ownFees - queuedFees, liquidity },
    points: points.map((point) => {
      const before = removed.filter(({ closedSec }) => closedSec <= point.timestampSec)
      const gain = sum(before.map(({ proceeds, cost = 0n }) => proceeds - cost))
      return { ...point, parts: { ...point.parts, liquidity: gain } }
    }),
  }
}

/** How far the price has moved since an interval was executed, a wad; undefined where that is not read. */
export function indexMoveWad(
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  { upkeeps }: Pick<PoolHistoryState, 'upkeeps'>,
  sinceId: bigint,
): bigint | undefined {
  const start = upkeeps.find(({ executed }) =>
    executed.some(({ updateIntervalId }) => updateIntervalId === sinceId),
  )?.endPriceWad
  if (start === undefined || start <= 0n) return undefined
  return ((snapshot.executionPriceWad - start) * WAD) / start
}

/** Whether the worth of LP tokens is a part of the profit. */
export function hasLiquidity({ liquidity }: PoolLedger): boolean {
  return liquidity.open.length > 0
}

/** In wallet, escrow and farms, or waiting to be burned. */
export function heldLots({ open, queuedBurns }: PoolLedger): readonly Lot[] {
  return [...open, ...queuedBurns.flatMap(({ lots }) => lots)]
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
