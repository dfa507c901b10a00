import { calculateValueTransfer } from '../protocol/poolSwapLibrary'
import { fromUInt, POSITIVE_ZERO } from '../protocol/quad'
import { WAD } from '../protocol/wad'

/** What other traders do between two rebalances: nothing, or they mint until both sides are equal again. */
export type Flows = 'none' | 'even'

/** One token of each side after a rebalance, in units of its value at the start, wads. */
export interface TokenValues {
  readonly long: bigint
  readonly short: bigint
}

/** What each side holds at the start; large enough that the contracts' rounding does not show. */
const BALANCE = 1_000_000n * WAD

/**
 * An index that goes up and comes back, again and again: what that makes of one long and one short token, before all fees.
 *
 * @param movePercent Whole percents the index rises before it falls back to where it was
 * @param rebalances How many there are, rising and falling in turn
 * @returns The start, and the values after each rebalance
 */
export function roundTrips(
  leverage: bigint,
  movePercent: number,
  rebalances: number,
  flows: Flows,
): TokenValues[] {
  const leverageAmount = fromUInt(leverage)
  const prices = [100n * WAD, BigInt(100 + movePercent) * WAD] as const
  const values: TokenValues[] = [{ long: WAD, short: WAD }]
  let [long, short] = [BALANCE, BALANCE]
  let last: TokenValues = { long: WAD, short: WAD }
  for (let index = 0; index < rebalances; index++) {
    const [low, high] = prices
    const [from, to] = index % 2 === 0 ? [low, high] : [high, low]
    const [longAfter, shortAfter] = calculateValueTransfer(
      long,
      short,
      leverageAmount,
      from,
      to,
      POSITIVE_ZERO,
    )
    last = { long: (last.long * longAfter) / long, short: (last.short * shortAfter) / short }
    values.push(last)
    // New tokens are minted at the price of the old ones, whose value does not change by it.
    ;[long, short] = flows === 'even' ? [BALANCE, BALANCE] : [longAfter, shortAfter]
  }
  return values
}
