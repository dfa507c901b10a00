import { type Address, type Client, parseAbi, zeroAddress } from 'viem'
import { contractRead, readMany } from '../readMany'

/** A Chainlink proxy counts rounds in the low 64 bits; above them is the number of the aggregator that gave them. */
const ROUND_BITS = 64n
const ROUND_MASK = (1n << ROUND_BITS) - 1n
/** Aggregators before the present one that are looked at: Chainlink replaces one every year or so. */
const MAX_REPLACED = 8

const proxyAbi = parseAbi([
  'function phaseAggregators(uint16 phaseId) view returns (address)',
  'function latestRound() view returns (uint256)',
])

/** One of the aggregators that a feed has stood before. */
export interface Aggregator {
  /** What its rounds' ids begin with: the phase, in the high bits. */
  readonly phase: bigint
  /** Number of its newest round. */
  readonly newest: bigint
}

/** The present aggregator, by the id of the latest round. */
export function presentAggregator(latestRoundId: bigint): Aggregator {
  return { phase: latestRoundId & ~ROUND_MASK, newest: latestRoundId & ROUND_MASK }
}

/**
 * The aggregator before another one.
 *
 * @param present Of the feed
 * @returns Undefined for the first one, for one that does not say how many rounds it has, and beyond a few of them
 */
export async function previousAggregator(
  client: Client,
  multicall3: Address,
  feed: Address,
  { phase }: Aggregator,
  present: Aggregator,
): Promise<Aggregator | undefined> {
  const number = Number(phase >> ROUND_BITS) - 1
  if (number < 1 || Number(present.phase >> ROUND_BITS) - number > MAX_REPLACED) return undefined
  const [address] = await readMany(client, multicall3, [
    contractRead(proxyAbi, feed, 'phaseAggregators', [number]),
  ])
  if (address === undefined || address === zeroAddress) return undefined
  const [newest] = await readMany(client, multicall3, [
    contractRead(proxyAbi, address, 'latestRound'),
  ])
  return newest === undefined || newest > ROUND_MASK
    ? undefined
    : { phase: BigInt(number) << ROUND_BITS, newest }
}
