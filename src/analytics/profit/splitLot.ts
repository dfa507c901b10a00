import { calculateValueTransfer, getBurn, getPrice } from '../../protocol/poolSwapLibrary'
import { POSITIVE_ZERO, type Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'
import type { ClosedLot, Lot } from './lots'
import { NO_PARTS, type ProfitParts, sumParts } from './profitParts'

/** What one side holds, and how many tokens share it, queued burns included. */
export interface SideState {
  readonly balance: bigint
  readonly supply: bigint
}

/** One upkeep, as the holders of one side's tokens meet it. Settlement units; prices in wads. */
export interface SideUpkeep {
  readonly timestampSec: bigint
  readonly startPriceWad: bigint
  readonly endPriceWad: bigint
  /** Ascending. */
  readonly executedIds: readonly bigint[]
  /** Right before the price change. */
  readonly before: SideState
  /** `PoolRebalance`: the management fee, and the balance's change with it; both 0 where a price was not above zero. */
  readonly feeAmount: bigint
  readonly balanceChange: bigint
  /** After everything, the keeper's payment included. */
  readonly after: SideState
  /** What of that payment came from this side. */
  readonly keeperPayment: bigint
}

/** All that a lot's value depends on. */
export interface SideHistory {
  readonly side: Side
  readonly leverageAmount: Quad
  /** In chain order, without a gap from the lot's first to its last. */
  readonly upkeeps: readonly SideUpkeep[]
  /** The side as it is. */
  readonly now: SideState
}

/** The parts of a lot's gain or loss, and how they came about. */
export interface LotSplit {
  readonly parts: ProfitParts
  /** What burning brought, or, of an open lot, what it is worth before a burning fee. */
  readonly value: bigint
}

/** A lot after one of its upkeeps. */
export interface LotPoint {
  readonly upkeep: SideUpkeep
  /**
   * The gain or loss up to there, as if the lot were then worth its share of the side; nothing where it was bought only after
   * this upkeep. Computed when it is called.
   */
  readonly parts: () => ProfitParts
}

/**
 * What a lot of known cost has gained or lost, in parts that add up to the unit. Each upkeep's price change is taken apart on
 * its own, from the interval that minted the lot to the one that burned it, or to now. A lot that was swapped counts from, or to,
 * the price that the last rebalance before the swap executed at; what the swap differs from it is its premium.
 *
 * With v the lot's value after the management fee and r the lower over the higher price, an even pool's transfer is
 * v · tanh(leverage · (1 − r)), as the contract computes it. @see PoolSwapLibrary.calculateValueTransfer
 *
 * @throws RangeError where an upkeep that minted or burned the lot is not in the history, or its cost is not known
 */
export function splitLot(lot: Lot | ClosedLot, history: SideHistory): LotSplit {
  const points = splitLotOverTime(lot, history)
  let next = points.next()
  while (!next.done) next = points.next()
  return next.value
}

/**
 * The same step by step: yields after each upkeep that the lot has met, from the one that minted it on, and returns the whole.
 *
 * @throws As `splitLot`
 */
export function* splitLotOverTime(
  lot: Lot | ClosedLot,
  history: SideHistory,
): Generator<LotPoint, LotSplit> {
  const { cost, mintedIn, mintPrice, tokens } = lot
  if (cost === undefined || mintedIn === undefined || mintPrice === undefined)
    throw new RangeError('what this lot has cost is not known')
  const { side, leverageAmount, upkeeps } = history
  const first = indexOf(upkeeps, mintedIn)
  const last = 'burnedIn' in lot ? indexOf(upkeeps, lot.burnedIn) : upkeeps.length - 1
  const start = upkeeps[first] as SideUpkeep
  const firstValue = getBurn(mintPrice, tokens)
  const even = (value: bigint, from: bigint, to: bigint) =>
    evenTransfer(side, leverageAmount, value, from, to)

  let value = firstValue
  let sums = {
    managementFee: 0n,
    keepers: 0n,
    others: 0n,
    premium: lot.opened?.by === 'swap' ? firstValue - cost : 0n,
    transferred: 0n,
    evenSum: 0n,
  }
  /** From the price change of an upkeep to its end: everything but the keeper's payment is others' doing. */
  const finished = ({ after, keeperPayment }: SideUpkeep) => {
    const end = worth(tokens, after)
    const paid = end - worth(tokens, withBalance(after, keeperPayment))
    const others = sums.others + end - value - paid
    return { end, sums: { ...sums, keepers: sums.keepers + paid, others } }
  }
  const partsAt = (
    { endPriceWad }: SideUpkeep,
    { transferred, evenSum, ...fees }: typeof sums,
    ownFees: bigint,
    total: bigint,
  ): ProfitParts => {
    const direction = even(firstValue, start.endPriceWad, endPriceWad)
    const path = evenSum - direction
    const skew = transferred - evenSum
    const parts: ProfitParts = { ...NO_PARTS, direction, path, skew, ...fees, ownFees }
    return { ...parts, rounding: total - sumParts(parts) }
  }
  for (let index = first; ; index++) {
    const upkeep = upkeeps[index] as SideUpkeep
    if (index > first) {
      const { before, feeAmount, balanceChange, startPriceWad, endPriceWad } = upkeep
      const ahead = worth(tokens, before)
      sums.others += ahead - value
      const afterFee = worth(tokens, withBalance(before, -feeAmount))
      const afterTransfer = worth(tokens, withBalance(before, balanceChange))
      sums.managementFee += afterFee - ahead
      sums.transferred += afterTransfer - afterFee
      sums.evenSum += even(afterFee, startPriceWad, endPriceWad)
      value = afterTransfer
    }
    const { end, sums: reached } = finished(upkeep)
    const gain = end - cost
    const isHeld = index > first || lot.opened === undefined
    const atEnd = {
      upkeep,
      parts: () => (isHeld ? partsAt(upkeep, reached, -lot.mintingFee, gain) : NO_PARTS),
    }
    if (index === last && 'burnedIn' in lot) {
      const isOutside = lot.closed !== undefined
      // It was sold after this upkeep, at whose price its pool value is.
      if (isOutside) yield atEnd
      // Nothing lies between the price change and the burn but what other intervals of the same upkeep have left.
      sums.others += getBurn(lot.burnPrice, tokens) - value
      const { proceeds, mintingFee, burningFee } = lot
      if (lot.closed?.by === 'swap') sums.premium += proceeds - getBurn(lot.burnPrice, tokens)
      const parts = partsAt(upkeep, sums, -mintingFee - burningFee, proceeds - cost)
      if (!isOutside) yield { upkeep, parts: () => parts }
      return { parts, value: proceeds }
    }
    sums = { ...reached }
    value = end
    yield atEnd
    if (index >= last) break
  }
  sums.others += worth(tokens, history.now) - value
  const { balance, supply } = history.now
  const final = getBurn(getPrice(balance, supply), tokens)
  const parts = partsAt(upkeeps[last] as SideUpkeep, sums, -lot.mintingFee, final - cost)
  return { parts, value: final }
}

function indexOf(upkeeps: readonly SideUpkeep[], updateIntervalId: bigint): number {
  const index = upkeeps.findIndex(({ executedIds }) => executedIds.includes(updateIntervalId))
  if (index === -1) throw new RangeError(`interval ${updateIntervalId} is not in the history`)
  return index
}

/** What an even pool moves to tokens worth `value`, or away from them. */
function evenTransfer(
  side: Side,
  leverageAmount: Quad,
  value: bigint,
  startPriceWad: bigint,
  endPriceWad: bigint,
): bigint {
  if (startPriceWad <= 0n || endPriceWad <= 0n || startPriceWad === endPriceWad) return 0n
  const [long] = calculateValueTransfer(
    value,
    value,
    leverageAmount,
    startPriceWad,
    endPriceWad,
    POSITIVE_ZERO,
  )
  return side === 'long' ? long - value : value - long
}

/** What so many of a side's tokens are worth, cut to the unit. */
function worth(tokens: bigint, { balance, supply }: SideState): bigint {
  return supply === 0n ? tokens : (tokens * balance) / supply
}

function withBalance({ balance, supply }: SideState, change: bigint): SideState {
  return { balance: balance + change, supply }
}
