import { FEED_HEARTBEAT_SEC } from './poolStatus'

/** What a feed says one whole token is worth, and since when. */
interface DollarPrice {
  readonly priceWad: bigint
  /** Unix seconds. */
  readonly updatedAtSec: bigint
}

/**
 * What an amount is worth in dollars by a feed's word, a wad. An estimate: no one promises to pay it.
 *
 * @param value Base units
 * @param decimals The token's
 * @param nowSec The chain's time, Unix seconds
 * @returns Undefined when the feed has not been written for longer than it should
 */
export function dollarValueWad(
  value: bigint,
  decimals: number,
  { priceWad, updatedAtSec }: DollarPrice,
  nowSec: bigint,
): bigint | undefined {
  if (nowSec - updatedAtSec > BigInt(FEED_HEARTBEAT_SEC)) return undefined
  return (value * priceWad) / 10n ** BigInt(decimals)
}
