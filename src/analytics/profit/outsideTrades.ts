import { getBurn } from '../../protocol/poolSwapLibrary'
import type { Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'
import type { PoolLedger } from './ledgerState'
import {
  type ClosedLot,
  isKnown,
  type Lot,
  type LpLot,
  type OutsideTrade,
  takeLp,
  takeSide,
  unknownLpLot,
} from './lots'
import { shareOut } from './shareOut'

/** What the last rebalance before a trade outside the queue executed at, and when the trade was. */
interface PoolValue {
  readonly updateIntervalId: bigint
  readonly longPrice: Quad
  readonly shortPrice: Quad
  /** Of the trade, Unix seconds. */
  readonly timestampSec: bigint
}

/** Pool tokens swapped for the settlement token or for the other side, all amounts known. */
export interface SwapEvent extends PoolValue {
  readonly kind: 'swap'
  readonly given: SwapLeg
  readonly received: SwapLeg
}

/** An amount of a pool's tokens, base units. */
interface SwapLeg {
  readonly of: Side | 'settlement'
  readonly amount: bigint
}

/** Liquidity added to, or removed from, a pool that holds nothing but this pool's tokens and its settlement token. */
export interface LiquidityEvent extends PoolValue {
  readonly kind: 'join' | 'exit'
  /** The LP token's address, in lower case. */
  readonly lp: string
  readonly lpTokens: bigint
  readonly long: bigint
  readonly short: bigint
  readonly settlement: bigint
}

/** A part of what is given, in settlement units. */
interface Source {
  readonly value: bigint
  readonly isKnown: boolean
}

/** Opens lots at what was paid, closes them at what came; from side to side lots close at pool value, and that is the new cost. */
export function applySwap(ledger: PoolLedger, event: SwapEvent): PoolLedger {
  const { given, received } = event
  if (given.of === 'settlement') {
    if (received.of === 'settlement') return ledger
    const sources = [{ value: given.amount, isKnown: true }]
    const opened = open(received.of, received.amount, sources, event, 'swap')
    return { ...ledger, open: [...ledger.open, ...opened], putIn: ledger.putIn + given.amount }
  }
  const [lots, rest] = takeSide(ledger.open, given.of, given.amount)
  const isSale = received.of === 'settlement'
  const proceeds = isSale ? received.amount : valueAt(given.of, given.amount, event)
  const closed = close(lots, proceeds, event, 'swap')
  const known = knownProceeds(closed)
  const sold = {
    ...ledger,
    open: rest,
    closed: [...ledger.closed, ...closed],
    takenOut: ledger.takenOut + known,
  }
  if (received.of === 'settlement') return sold
  const opened = open(received.of, received.amount, closed.map(toSource), event, 'swap')
  return { ...sold, open: [...rest, ...opened], ...moved(sold, known) }
}

/** Closes lots at pool value and opens LP lots at all that was put in; of what had no known cost, at none. */
export function applyJoin(ledger: PoolLedger, event: LiquidityEvent): PoolLedger {
  let { open: left } = ledger
  const closed: ClosedLot[] = []
  for (const side of ['long', 'short'] as const) {
    if (event[side] === 0n) continue
    const [lots, rest] = takeSide(left, side, event[side])
    left = rest
    closed.push(...close(lots, valueAt(side, event[side], event), event, 'liquidity'))
  }
  const known = knownProceeds(closed)
  const cost = known + event.settlement
  const unknown = sum(closed.filter((lot) => !isKnown(lot)).map(({ proceeds }) => proceeds))
  // Where all that was put in is worth nothing, its cost is still known.
  const weights = cost + unknown === 0n ? [1n, 0n] : [cost, unknown]
  const [knownTokens = 0n, unknownTokens = 0n] = shareOut(event.lpTokens, weights)
  const { lp } = event
  const opened: LpLot[] = [
    { lp, tokens: knownTokens, cost, openedSec: event.timestampSec },
    unknownLpLot(lp, unknownTokens),
  ]
  const taken = { ...ledger, takenOut: ledger.takenOut + known }
  return {
    ...taken,
    open: left,
    closed: [...ledger.closed, ...closed],
    ...moved({ ...taken, putIn: ledger.putIn + event.settlement }, known),
    liquidity: {
      ...ledger.liquidity,
      // A join too small for LP tokens of its own loses what it put in: the lot without tokens says so.
      open: [
        ...ledger.liquidity.open,
        ...opened.filter(({ tokens, cost }) => tokens > 0n || (cost ?? 0n) > 0n),
      ],
    },
  }
}

/** Closes LP lots at the pool value of what came out and opens lots of it at that. */
export function applyExit(ledger: PoolLedger, event: LiquidityEvent): PoolLedger {
  const { lp, lpTokens, settlement, timestampSec } = event
  const [lots, left] = takeLp(ledger.liquidity.open, lp, lpTokens)
  const weights = lots.map(({ tokens }) => tokens)
  const sides = (['long', 'short'] as const).map((side) => {
    const values = shareOut(valueAt(side, event[side], event), weights)
    const sources = values.map((value, index) => ({
      value,
      isKnown: isKnown(lots[index] as LpLot),
    }))
    return { values, sources, opened: openByWeight(side, event[side], sources, weights, event) }
  })
  const money = shareOut(settlement, weights)
  const closed = lots.map((lot, index) => ({
    ...lot,
    proceeds: sides.reduce((all, { values }) => all + (values[index] ?? 0n), money[index] ?? 0n),
    closedSec: timestampSec,
  }))
  const known = sum(closed.filter(isKnown).map(({ proceeds }) => proceeds))
  const again = sum(
    sides.flatMap(({ sources }) => sources.map(({ value, isKnown }) => (isKnown ? value : 0n))),
  )
  return {
    ...ledger,
    open: [...ledger.open, ...sides.flatMap(({ opened }) => opened)],
    takenOut: ledger.takenOut + known,
    putIn: ledger.putIn + again,
    flipped: ledger.flipped + again,
    liquidity: {
      ...ledger.liquidity,
      open: left,
      closed: [...ledger.liquidity.closed, ...closed],
    },
  }
}

/** What came out of lots and went right into others. */
function moved(
  { putIn, flipped }: Pick<PoolLedger, 'putIn' | 'flipped'>,
  amount: bigint,
): Pick<PoolLedger, 'putIn' | 'flipped'> {
  return { putIn: putIn + amount, flipped: flipped + amount }
}

function close(
  lots: readonly Lot[],
  proceeds: bigint,
  event: PoolValue,
  by: OutsideTrade['by'],
): ClosedLot[] {
  const shares = shareOut(
    proceeds,
    lots.map(({ tokens }) => tokens),
  )
  return lots.map((lot, index) => ({
    ...lot,
    burnedIn: event.updateIntervalId,
    burnPrice: priceOf(lot.side, event),
    proceeds: shares[index] ?? 0n,
    burningFee: 0n,
    closed: { by, timestampSec: event.timestampSec },
  }))
}

function open(
  side: Side,
  tokens: bigint,
  sources: readonly Source[],
  event: PoolValue,
  by: OutsideTrade['by'],
): Lot[] {
  const weights = sources.map(({ value }) => value)
  // What came out of nothing still came.
  const isWorthless = weights.every((value) => value === 0n)
  return openByWeight(
    side,
    tokens,
    sources,
    isWorthless ? weights.map(() => 1n) : weights,
    event,
    by,
  )
}

function openByWeight(
  side: Side,
  tokens: bigint,
  sources: readonly Source[],
  weights: readonly bigint[],
  event: PoolValue,
  by: OutsideTrade['by'] = 'liquidity',
): Lot[] {
  if (tokens === 0n) return []
  const shares = shareOut(tokens, weights)
  return sources.map(({ value, isKnown }, index) => ({
    side,
    tokens: shares[index] ?? 0n,
    cost: isKnown ? value : undefined,
    mintingFee: 0n,
    mintedIn: isKnown ? event.updateIntervalId : undefined,
    mintPrice: isKnown ? priceOf(side, event) : undefined,
    opened: isKnown ? { by, timestampSec: event.timestampSec } : undefined,
  }))
}

function toSource(lot: ClosedLot): Source {
  return { value: lot.proceeds, isKnown: isKnown(lot) }
}

function valueAt(side: Side, tokens: bigint, event: PoolValue): bigint {
  return getBurn(priceOf(side, event), tokens)
}

function priceOf(side: Side, { longPrice, shortPrice }: PoolValue): Quad {
  return side === 'long' ? longPrice : shortPrice
}

function knownProceeds(lots: readonly ClosedLot[]): bigint {
  return sum(lots.filter(isKnown).map(({ proceeds }) => proceeds))
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
