import { executePriceChange } from '../../protocol/leveragedPool'
import { getBurn, getPrice, mintingOrBurningFee } from '../../protocol/poolSwapLibrary'
import type { PoolDraft, PoolSnapshot } from '../../protocol/snapshot'
import type { Side } from '../poolFigures'

/** Beyond a billion times the price, or a billionth of it, a transfer changes by less than a unit. */
const MOST_FACTOR = 10n ** 9n

/**
 * The price at which the next rebalance makes burning a side's tokens bring what was put in for them, the burning fee taken
 * off. With a spot oracle it is the index; with an SMA the average that the pool executes at.
 *
 * @param tokens Pool tokens
 * @param cost Settlement units
 * @returns The nearest such price, a wad; undefined where one rebalance cannot bring it, as the other side is too small
 */
export function breakEvenPrice(
  pool: PoolSnapshot,
  side: Side,
  tokens: bigint,
  cost: bigint,
): bigint | undefined {
  const { executionPriceWad } = pool
  if (executionPriceWad <= 0n || tokens <= 0n) return undefined
  const isEnough = (priceWad: bigint) => proceedsAt(pool, side, tokens, priceWad) >= cost
  // What a side's tokens bring rises with the price for longs, and falls for shorts.
  const [worst, best] =
    side === 'long'
      ? [executionPriceWad / MOST_FACTOR + 1n, executionPriceWad * MOST_FACTOR]
      : [executionPriceWad * MOST_FACTOR, executionPriceWad / MOST_FACTOR + 1n]
  if (!isEnough(best)) return undefined
  if (isEnough(worst)) return worst
  let [low, high] = [worst, best]
  while (high - low > 1n || low - high > 1n) {
    const middle = (low + high) / 2n
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}

/** What burning brings right after a rebalance at a price, if no one else does anything. Settlement units. */
function proceedsAt(pool: PoolSnapshot, side: Side, tokens: bigint, priceWad: bigint): bigint {
  const after: PoolDraft = { ...pool }
  executePriceChange(after, pool.executionPriceWad, priceWad)
  const [balance, supply] =
    side === 'long'
      ? [after.longBalance, after.longTokenSupply + after.pendingLongBurnPoolTokens]
      : [after.shortBalance, after.shortTokenSupply + after.pendingShortBurnPoolTokens]
  if (balance === 0n) return 0n
  const value = getBurn(getPrice(balance, supply), tokens)
  return value - mintingOrBurningFee(pool.burningFee, value)
}
