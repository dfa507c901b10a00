import type { Address, Client } from 'viem'
import { aggregatorAbi } from '../newMarket/creationAbi'
import { contractRead, readMany } from '../readMany'

/** An answer of a feed. */
export interface FeedRound {
  /** When the feed was written, Unix seconds. */
  readonly atSec: number
  /** Wad. */
  readonly priceWad: bigint
}

/** The past of a feed, as far as it was read. */
export interface FeedPast {
  /** Ascending in time; of a long past evenly many rounds, the newest included. */
  readonly rounds: readonly FeedRound[]
  /** Whether the feed goes back to the time that was asked for: a replaced feed begins with its replacement. */
  readonly isWhole: boolean
}

/** Rounds in one request. */
const ROUNDS_PER_REQUEST = 250
/** Rounds asked for at a time while the first one is looked for: each request narrows it down to a seventeenth. */
const PROBES = 16
/** A Chainlink proxy counts rounds in the low 64 bits; above them is the aggregator that it stood before. */
const ROUND_BITS = 64n
const ROUND_MASK = (1n << ROUND_BITS) - 1n
const MAX_DECIMALS = 18

/**
 * Reads the past of a Chainlink feed through `getRoundData`: first where the time begins, by looking in ever smaller parts, then
 * evenly many rounds up to now. Only rounds of the present aggregator are read.
 *
 * @param maxRounds Most rounds to read
 * @param onProgress Called with the rounds read so far
 * @returns Undefined where the contract doesn't answer as a feed does
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function readFeedPast(
  client: Client,
  multicall3: Address,
  feed: Address,
  {
    fromSec,
    maxRounds,
    signal,
    onProgress = () => {},
  }: {
    fromSec: number
    maxRounds: number
    signal: AbortSignal
    onProgress?: (rounds: number) => void
  },
): Promise<FeedPast | undefined> {
  const [decimals, latest] = await readMany(client, multicall3, [
    contractRead(aggregatorAbi, feed, 'decimals'),
    contractRead(aggregatorAbi, feed, 'latestRoundData'),
  ])
  if (decimals === undefined || decimals > MAX_DECIMALS || latest === undefined) return undefined
  const phase = latest[0] & ~ROUND_MASK
  const newest = latest[0] & ROUND_MASK
  const scale = 10n ** BigInt(MAX_DECIMALS - decimals)
  const read = async (ids: readonly bigint[]): Promise<(FeedRound | undefined)[]> => {
    signal.throwIfAborted()
    const reads = ids.map((id) => contractRead(aggregatorAbi, feed, 'getRoundData', [phase | id]))
    return (await readMany(client, multicall3, reads)).map((round) => toRound(round, scale))
  }
  const first = await findFirst(read, newest, fromSec)
  const rounds: FeedRound[] = []
  for (const ids of inRequests(spread(first, newest, maxRounds))) {
    for (const round of await read(ids)) {
      const before = rounds.at(-1)
      if (round !== undefined && (before === undefined || round.atSec > before.atSec))
        rounds.push(round)
    }
    onProgress(rounds.length)
  }
  const [oldest] = rounds
  return oldest === undefined
    ? undefined
    : { rounds, isWhole: oldest.atSec <= fromSec || first > 1n }
}

function toRound(
  round: readonly [bigint, bigint, bigint, bigint, bigint] | undefined,
  scale: bigint,
): FeedRound | undefined {
  if (round === undefined) return undefined
  const [, answer, , updatedAt] = round
  // A round that never came has no time; one from the far future is a stranger's.
  if (answer <= 0n || updatedAt === 0n || updatedAt > 2n ** 40n) return undefined
  return { atSec: Number(updatedAt), priceWad: answer * scale }
}

/** The first round that is not before a time; 1 where all are later. */
async function findFirst(
  read: (ids: readonly bigint[]) => Promise<(FeedRound | undefined)[]>,
  newest: bigint,
  fromSec: number,
): Promise<bigint> {
  let [low, high] = [1n, newest]
  while (high - low > 1n) {
    const ids = spread(low, high, PROBES + 2).slice(1, -1)
    const rounds = await read(ids)
    // Rounds that do not answer are as if they were too old.
    const later = rounds.findIndex((round) => round !== undefined && round.atSec >= fromSec)
    const [before, after] = later === -1 ? [ids.at(-1), high] : [ids[later - 1], ids[later]]
    if (before === undefined && after === high) break
    low = before ?? low
    high = after ?? high
    if (ids.length === 0) break
  }
  const [start] = await read([low])
  return start !== undefined && start.atSec >= fromSec ? low : high
}

/** Whole numbers from one to another, both included, evenly spread, at most so many. */
function spread(from: bigint, to: bigint, most: number): bigint[] {
  const count = Number(to - from) + 1
  if (count <= most) return Array.from({ length: count }, (_, index) => from + BigInt(index))
  return Array.from(
    { length: most },
    (_, index) => from + ((to - from) * BigInt(index)) / BigInt(most - 1),
  )
}

function* inRequests(ids: readonly bigint[]): Generator<readonly bigint[]> {
  for (let at = 0; at < ids.length; at += ROUNDS_PER_REQUEST)
    yield ids.slice(at, at + ROUNDS_PER_REQUEST)
}
