import type { Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'

/** A trade outside the pool's queue. Its pool value is at the price that the last rebalance before it executed at. */
export interface OutsideTrade {
  readonly by: 'swap' | 'liquidity'
  /** Unix seconds. */
  readonly timestampSec: bigint
}

/** Tokens of one side that came at one time. */
export interface Lot {
  readonly side: Side
  readonly tokens: bigint
  /** Settlement units that were put in for them, the minting fee included; undefined where no one knows. */
  readonly cost: bigint | undefined
  /** Of `cost`, the own minting fee. */
  readonly mintingFee: bigint
  /** The interval that minted them, or the last executed before they were bought; undefined where the cost is not known. */
  readonly mintedIn: bigint | undefined
  /** Settlement per token that this interval executed at. */
  readonly mintPrice: Quad | undefined
  /** Undefined for lots that were minted, and those of unknown cost. */
  readonly opened?: OutsideTrade | undefined
}

/** A lot, or a part of one, that was burned, flipped, swapped or put into a liquidity pool. */
export interface ClosedLot extends Lot {
  /** The interval that burned it, or the last executed before it was sold. */
  readonly burnedIn: bigint
  readonly burnPrice: Quad
  /** Settlement units after the burning fee. */
  readonly proceeds: bigint
  readonly burningFee: bigint
  /** Undefined for lots that were burned or flipped. */
  readonly closed?: OutsideTrade | undefined
}

/** LP tokens of one liquidity pool that came at one time. */
export interface LpLot {
  /** The LP token's address, in lower case. */
  readonly lp: string
  readonly tokens: bigint
  /** Settlement units that were put in for them; undefined where no one knows. */
  readonly cost: bigint | undefined
  /** Unix seconds; undefined where the cost is not known. */
  readonly openedSec: bigint | undefined
}

/** An LP lot, or a part of one, whose liquidity was removed. */
export interface ClosedLpLot extends LpLot {
  /** Settlement units, pool tokens at pool value. */
  readonly proceeds: bigint
  /** Unix seconds. */
  readonly closedSec: bigint
}

interface Divisible {
  readonly tokens: bigint
  readonly cost: bigint | undefined
  readonly mintingFee?: bigint
}

/**
 * Takes tokens from lots, oldest first; what the lots do not explain is a lot of unknown cost.
 *
 * @param isOf Which lots are meant
 * @param unknown A lot of unknown cost of so many tokens
 */
export function takeLots<lot extends Divisible>(
  lots: readonly lot[],
  tokens: bigint,
  isOf: (lot: lot) => boolean,
  unknown: (tokens: bigint) => lot,
): readonly [taken: lot[], left: lot[]] {
  const taken: lot[] = []
  const left: lot[] = []
  let wanted = tokens
  for (const lot of lots) {
    if (!isOf(lot) || wanted === 0n) {
      left.push(lot)
      continue
    }
    const part = wanted < lot.tokens ? wanted : lot.tokens
    const [first, rest] = split(lot, part)
    if (first !== undefined) taken.push(first)
    if (rest !== undefined) left.push(rest)
    wanted -= part
  }
  if (wanted > 0n) taken.push(unknown(wanted))
  return [taken, left]
}

/** Two lots that add up to one, to the unit. */
function split<lot extends Divisible>(
  lot: lot,
  tokens: bigint,
): readonly [lot | undefined, lot | undefined] {
  if (tokens === lot.tokens) return [lot, undefined]
  if (tokens === 0n) return [undefined, lot]
  const partOf = (whole: bigint) => (whole * tokens) / lot.tokens
  const cost = lot.cost === undefined ? undefined : partOf(lot.cost)
  const first = { ...lot, tokens, cost }
  const rest = {
    ...lot,
    tokens: lot.tokens - tokens,
    cost: lot.cost === undefined || cost === undefined ? undefined : lot.cost - cost,
  }
  if (lot.mintingFee === undefined) return [first, rest]
  const mintingFee = partOf(lot.mintingFee)
  return [
    { ...first, mintingFee },
    { ...rest, mintingFee: lot.mintingFee - mintingFee },
  ]
}

/** Takes tokens from a side's lots, see `takeLots`. */
export function takeSide(lots: readonly Lot[], side: Side, tokens: bigint) {
  return takeLots(
    lots,
    tokens,
    (lot) => lot.side === side,
    (rest) => unknownLot(side, rest),
  )
}

/** Takes LP tokens of one liquidity pool from their lots, see `takeLots`. */
export function takeLp(lots: readonly LpLot[], lp: string, tokens: bigint) {
  return takeLots(
    lots,
    tokens,
    (lot) => lot.lp === lp,
    (rest) => unknownLpLot(lp, rest),
  )
}

export function unknownLot(side: Side, tokens: bigint): Lot {
  return {
    side,
    tokens,
    cost: undefined,
    mintingFee: 0n,
    mintedIn: undefined,
    mintPrice: undefined,
  }
}

export function unknownLpLot(lp: string, tokens: bigint): LpLot {
  return { lp, tokens, cost: undefined, openedSec: undefined }
}

export function isKnown({ cost }: { readonly cost: bigint | undefined }): boolean {
  return cost !== undefined
}
