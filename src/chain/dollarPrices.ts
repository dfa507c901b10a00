import type { Address } from 'viem'
import { MAX_DOLLAR_DECIMALS } from '../protocol/bounds'
import { WAD } from '../protocol/wad'
import type { LensResult } from './lens/lensFunctions'

/** What a feed says one whole token is worth. */
export interface DollarPrice {
  readonly token: Address
  readonly priceWad: bigint
  /** When the feed was last written, Unix seconds. */
  readonly updatedAtSec: bigint
}

type FeedPrice = LensResult<'readPools'>[4][number]

/** A token's price by its feed; undefined when the feed does not answer, or has no price above zero. */
export function toDollarPrice(
  token: Address,
  feed: FeedPrice | undefined,
): DollarPrice | undefined {
  if (feed === undefined || !feed.isReadable || feed.decimals > MAX_DOLLAR_DECIMALS)
    return undefined
  const priceWad = (feed.answer * WAD) / 10n ** feed.decimals
  return priceWad > 0n ? { token, priceWad, updatedAtSec: feed.updatedAtSec } : undefined
}
