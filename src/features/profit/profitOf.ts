import type { Side } from '../../analytics/poolFigures'
import type { Lot, PoolLedger } from '../../analytics/profit/poolLedger'
import type { SideHistory } from '../../analytics/profit/splitLot'
import { type PositionSplit, splitPosition } from '../../analytics/profit/splitPosition'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import { toSideHistory } from '../../chain/history/toSideHistory'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { getBurn, getPrice } from '../../protocol/poolSwapLibrary'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'

/** Pool tokens that no mint of the account's explains, and their worth in settlement units. */
export type UnknownTokens = Readonly<
  Record<Side, { readonly tokens: bigint; readonly worth: bigint }>
>

/** What an account has made in a pool. Settlement units. */
export interface PoolProfit {
  /** Cost of what is held or queued. */
  readonly cost: bigint
  /** Whether mints are queued, which count in cost and worth. */
  readonly hasQueued: boolean
  /** What that is worth now, before a burning fee; queued mints at what they mint with. */
  readonly worth: bigint
  /** Settlement units paid for mints so far, and brought by burns of tokens of known cost; flips are neither. */
  readonly paidIn: bigint
  readonly paidOut: bigint
  /** Cost of everything of known cost, what is sold included; what flips have moved counts once. */
  readonly everPutIn: bigint
  readonly unrealised: bigint
  /** Of what has been burned or flipped. */
  readonly realised: bigint
  /** Tokens whose cost no one knows; in none of the others. */
  readonly unknown: UnknownTokens
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

/** What an account has put in, taken out, and still has. */
export function profitOf(
  ledger: PoolLedger,
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
): PoolProfit {
  const lots = heldLots(ledger)
  const known = lots.filter(isKnown)
  const worthOf = (lot: Lot) => lotWorth(lot, snapshot)
  const unknownOf = (side: Side) => {
    const unknown = lots.filter((lot) => lot.side === side && !isKnown(lot))
    return { tokens: sum(unknown.map(({ tokens }) => tokens)), worth: sum(unknown.map(worthOf)) }
  }
  const queuedCost = sum(ledger.queuedMints.map(({ amount }) => amount))
  const queuedWorth = sum(ledger.queuedMints.map(({ recorded }) => recorded))
  const cost = sum(known.map(({ cost = 0n }) => cost)) + queuedCost
  const worth = sum(known.map(worthOf)) + queuedWorth
  const closed = ledger.closed.filter(isKnown)
  const [first] = known
  const isSingle =
    first !== undefined &&
    ledger.queuedMints.length === 0 &&
    known.every(({ side }) => side === first.side)
  const ids = [...known, ...closed].flatMap(({ mintedIn }) => mintedIn ?? [])
  return {
    cost,
    worth,
    hasQueued: ledger.queuedMints.length > 0,
    paidIn: ledger.putIn - ledger.flipped,
    paidOut: ledger.takenOut - ledger.flipped,
    // What a flip has moved is the cost of two lots, and was paid once.
    everPutIn: cost + sum(closed.map(({ cost = 0n }) => cost)) - ledger.flipped,
    unrealised: worth - cost,
    realised: sum(closed.map((lot) => lot.proceeds - (lot.cost ?? 0n))),
    unknown: { long: unknownOf('long'), short: unknownOf('short') },
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
 * What made the gain, realised and not, in parts that add up to it, now and over time. A generator, as `splitPosition`.
 *
 * @returns Undefined where the pool's past is not read as far as the oldest lot, or not known to the unit
 */
export function* splitLedger(
  ledger: PoolLedger,
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  history: PoolHistoryState,
  maxPoints: number,
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
  return { parts: { ...parts, ownFees: parts.ownFees - queuedFees }, points }
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

/** In wallet and escrow, or waiting to be burned. */
export function heldLots({ open, queuedBurns }: PoolLedger): readonly Lot[] {
  return [...open, ...queuedBurns.flatMap(({ lots }) => lots)]
}

function isKnown({ cost }: Lot): boolean {
  return cost !== undefined
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
