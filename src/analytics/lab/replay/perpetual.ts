import type { Estimate } from '../estimate'

/** A leveraged position in a perpetual future with margin of its own (isolated), in units of that margin. */
export interface PerpetualTerms {
  /** 1 for long, −1 for short. */
  readonly direction: 1 | -1
  /** Notional value at the start, as a multiple of the margin. */
  readonly leverage: number
  /** Margin below which the position is liquidated, as a part of its notional value. */
  readonly maintenanceMargin: number
  /** What longs pay shorts every {@link FUNDING_PERIOD_SEC}, as a part of the notional value; negative: shorts pay. */
  readonly funding: number
}

/** Eight hours, as most exchanges have it. */
export const FUNDING_PERIOD_SEC = 28_800

/**
 * Defaults of the inputs.
 *
 * - `maintenanceMargin`: 0.5%, BitMEX's base maintenance margin of XBTUSD (BitMEX, "Risk Limits").
 * - `funding`: 0.01% per eight hours, the interest component to which the funding rate is clamped while a perpetual trades
 *   near its index (BitMEX, "Perpetual Contracts Guide"; Binance, "Introduction to Funding Rates").
 */
export const PERPETUAL_DEFAULTS = { maintenanceMargin: 0.005, funding: 0.0001 } as const

/** The position at one time. Estimates: a real one is marked to another price and pays other funding. */
export interface PerpetualState {
  /** What it is worth, as a multiple of the margin; 0 from its liquidation on, as the rest goes to the exchange's insurance. */
  readonly value: Estimate
  readonly isLiquidated: boolean
  /** The index price at which it would be liquidated, as a multiple of the price at the start; it moves with the funding paid. */
  readonly liquidationPrice: Estimate
  /** Paid so far, as a part of the margin; negative: received. */
  readonly fundingPaid: Estimate
}

/**
 * A perpetual along a path. It is looked at once per upkeep, so a liquidation in between is found late.
 *
 * @returns Takes the index price as a multiple of that at the start, and the seconds since the start, in ascending order
 */
export function startPerpetual(
  terms: PerpetualTerms,
): (price: number, elapsedSec: number) => PerpetualState {
  const { direction, leverage, maintenanceMargin, funding } = terms
  let fundingPaid = 0
  let periods = 0
  let ended: PerpetualState | undefined
  return (price, elapsedSec) => {
    if (ended !== undefined) return ended
    // The size is fixed in units of the index; at the start one unit is worth 1.
    const due = Math.floor(elapsedSec / FUNDING_PERIOD_SEC)
    fundingPaid += (due - periods) * funding * direction * leverage * price
    periods = due
    const value = 1 + direction * leverage * (price - 1) - fundingPaid
    const state = {
      value,
      isLiquidated: value <= maintenanceMargin * leverage * price,
      liquidationPrice: Math.max(
        0,
        (direction * leverage - 1 + fundingPaid) / (leverage * (direction - maintenanceMargin)),
      ),
      fundingPaid,
    }
    if (state.isLiquidated) ended = { ...state, value: 0 }
    return ended ?? state
  }
}
