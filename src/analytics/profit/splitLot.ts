import { calculateValueTransfer, getBurn, getPrice } from '../../protocol/poolSwapLibrary'
import { POSITIVE_ZERO, type Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'
import type { ClosedLot, Lot } from './poolLedger'
import { NO_PARTS, type ProfitParts, sumParts } from './profitParts'

/** What one side holds, and how many tokens share it, queued burns included. */
export interface SideState {
  readonly balance: bigint
  readonly supply: bigint
}

/** One upkeep, as the holders of one side's tokens meet it. Settlement units; prices in wads. */
export interface SideUpkeep {
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

/**
 * What a lot of known cost has gained or lost, in parts that add up to the unit. Each upkeep's price change is taken apart on
 * its own, from the interval that minted the lot to the one that burned it, or to now.
 *
 * With v the lot's value after the management fee and r the lower over the higher price, an even pool's transfer is
 * v · tanh(leverage · (1 − r)), as the contract computes it. @see PoolSwapLibrary.calculateValueTransfer
 *
 * @throws RangeError where an upkeep that minted or burned the lot is not in the history, or its cost is not known
 */
export function splitLot(lot: Lot | ClosedLot, history: SideHistory): LotSplit {
  const { cost, mintedIn, mintPrice, tokens } = lot
  if (cost === undefined || mintedIn === undefined || mintPrice === undefined)
    throw new RangeError('what this lot has cost is not known')
  const { side, leverageAmount, upkeeps } = history
  const first = indexOf(upkeeps, mintedIn)
  const last = 'burnedIn' in lot ? indexOf(upkeeps, lot.burnedIn) : upkeeps.length - 1
  const firstValue = getBurn(mintPrice, tokens)
  const even = (value: bigint, start: bigint, end: bigint) =>
    evenTransfer(side, leverageAmount, value, start, end)

  let value = firstValue
  let managementFee = 0n
  let keepers = 0n
  let others = 0n
  let transferred = 0n
  let evenSum = 0n
  /** From the end of one upkeep to the beginning of the next: everything but the keeper's payment is others' doing. */
  const pass = (until: bigint, upkeep: SideUpkeep) => {
    const { after, keeperPayment } = upkeep
    const paid = worth(tokens, after) - worth(tokens, withBalance(after, keeperPayment))
    keepers += paid
    others += until - value - paid
    value = until
  }
  for (let index = first; index < last; index++) {
    const earlier = upkeeps[index] as SideUpkeep
    const upkeep = upkeeps[index + 1] as SideUpkeep
    const { before, feeAmount, balanceChange, startPriceWad, endPriceWad } = upkeep
    pass(worth(tokens, before), earlier)
    const afterFee = worth(tokens, withBalance(before, -feeAmount))
    const afterTransfer = worth(tokens, withBalance(before, balanceChange))
    managementFee += afterFee - value
    transferred += afterTransfer - afterFee
    evenSum += even(afterFee, startPriceWad, endPriceWad)
    value = afterTransfer
  }
  const start = upkeeps[first] as SideUpkeep
  const end = upkeeps[last] as SideUpkeep
  const direction = even(firstValue, start.endPriceWad, end.endPriceWad)
  let final: bigint
  let burningFee = 0n
  if ('burnedIn' in lot) {
    burningFee = lot.burningFee
    final = lot.proceeds
    // Nothing lies between the price change and the burn but what other intervals of the same upkeep have left.
    const burned = getBurn(lot.burnPrice, tokens)
    others += burned - value
    value = burned
  } else {
    pass(worth(tokens, history.now), end)
    final = getBurn(getPrice(history.now.balance, history.now.supply), tokens)
  }
  const parts: ProfitParts = {
    ...NO_PARTS,
    direction,
    path: evenSum - direction,
    skew: transferred - evenSum,
    managementFee,
    keepers,
    others,
    ownFees: -lot.mintingFee - burningFee,
  }
  const total = final - cost
  return { parts: { ...parts, rounding: total - sumParts(parts) }, value: final }
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
