/** An answer of a feed. */
export interface FeedRound {
  /** When the feed was written, Unix seconds. */
  readonly atSec: number
  /** Wad. */
  readonly priceWad: bigint
}

/** Rounds asked for at a time: each request narrows the search down to a seventeenth. */
const PROBES = 16

/** Reads rounds of one aggregator by their numbers; undefined for each that has no price. */
export type ReadRounds = (ids: readonly bigint[]) => Promise<readonly (FeedRound | undefined)[]>

/**
 * The first round of an aggregator that is not before a time, or one of a few before it where rounds around it are missing.
 *
 * @param newest The last number that can be a round
 * @returns 1 where all rounds are later, `newest` where all are earlier
 */
export async function findFirstRound(
  read: ReadRounds,
  newest: bigint,
  timeSec: number,
): Promise<bigint> {
  let [low, high] = [1n, newest]
  while (high - low > 1n) {
    const ids = spread(low, high, PROBES + 2).slice(1, -1)
    const rounds = await read(ids)
    const later = rounds.findIndex((round) => round !== undefined && round.atSec >= timeSec)
    const earlier = rounds
      .slice(0, later === -1 ? rounds.length : later)
      .findLastIndex((round) => round !== undefined)
    // Missing rounds say nothing of their time: the search goes on between those that are there.
    if (later === -1 && earlier === -1) return low
    low = ids[earlier] ?? low
    high = ids[later] ?? high
  }
  const [start] = await read([low])
  return start !== undefined && start.atSec >= timeSec ? low : high
}

/** Whole numbers from one to another, both included, evenly spread, at most so many. */
export function spread(from: bigint, to: bigint, most: number): bigint[] {
  const count = Number(to - from) + 1
  if (count <= most) return Array.from({ length: count }, (_, index) => from + BigInt(index))
  if (most < 2) return [to]
  return Array.from(
    { length: most },
    (_, index) => from + ((to - from) * BigInt(index)) / BigInt(most - 1),
  )
}
