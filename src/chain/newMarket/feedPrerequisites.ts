import { type Address, zeroAddress } from 'viem'
import { MAX_DECIMALS } from '../../protocol/bounds'
import { contractRead } from '../readMany'
import { aggregatorAbi } from './creationAbi'

/** A Chainlink feed as it answers; undefined for one that does not. */
export interface FeedPrerequisites {
  readonly decimals: number
  readonly description: string | undefined
  readonly answer: bigint
  readonly updatedAtSec: bigint
}

/** What 1 ETH costs by what someone has named, a wad. */
export interface EthPrice {
  readonly priceWad: bigint
  /** Of a feed, which has to be wrapped first; undefined for a wrapper, which does not say. */
  readonly updatedAtSec: bigint | undefined
}

/** Asks whatever stands there as one asks a feed. */
export function feedReads(feed: Address = zeroAddress) {
  return [
    contractRead(aggregatorAbi, feed, 'decimals'),
    contractRead(aggregatorAbi, feed, 'description'),
    contractRead(aggregatorAbi, feed, 'latestRoundData'),
  ] as const
}

/** The answers to `feedReads`; undefined for each that did not come. */
type FeedAnswers = readonly [
  decimals: number | undefined,
  description: string | undefined,
  round: readonly [bigint, bigint, bigint, bigint, bigint] | undefined,
]

/** A feed of the answers; undefined where they are none of a feed. */
export function toFeed([decimals, description, round]: FeedAnswers): FeedPrerequisites | undefined {
  if (decimals === undefined || round === undefined) return undefined
  const [, answer, , updatedAtSec] = round
  return { decimals, description, answer, updatedAtSec }
}

/** A price of ETH from the answers as a feed, or from the one as a wrapper, which comes first. */
export function toEthPrice(
  answers: FeedAnswers,
  wrapperPrice: bigint | undefined,
): EthPrice | undefined {
  if (wrapperPrice !== undefined) return { priceWad: wrapperPrice, updatedAtSec: undefined }
  const feed = toFeed(answers)
  if (feed === undefined || feed.decimals > MAX_DECIMALS) return undefined
  const priceWad = feed.answer * 10n ** (MAX_DECIMALS - BigInt(feed.decimals))
  return { priceWad, updatedAtSec: feed.updatedAtSec }
}
