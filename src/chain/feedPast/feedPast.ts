import type { Address, Client } from 'viem'
import { aggregatorAbi } from '../newMarket/creationAbi'
import { contractRead, readMany } from '../readMany'
import { type Aggregator, presentAggregator, previousAggregator } from './aggregators'
import { type FeedRound, findFirstRound, type ReadRounds, spread } from './findFirstRound'

/** The past of a feed, as far as it was read. */
export interface FeedPast {
  /** Ascending in time; of a long past evenly many rounds, the first and the last one included. */
  readonly rounds: readonly FeedRound[]
  /** How many rounds the feed has in that time, those without a price included. */
  readonly existing: number
  /** Whether the feed has a round at or before the time that was asked for. */
  readonly isWhole: boolean
}

/** What is asked for. */
export interface FeedSpan {
  /** Unix seconds. */
  readonly fromSec: number
  /** Absent for up to now. */
  readonly toSec?: number
  /** Most rounds to read. */
  readonly maxRounds: number
  readonly signal: AbortSignal
  /** Called with the rounds read so far. */
  readonly onProgress?: (rounds: number) => void
}

/** Rounds in one request. */
const ROUNDS_PER_REQUEST = 250
const MAX_DECIMALS = 18

/** Rounds of one aggregator that are within the span. */
interface Stretch {
  readonly phase: bigint
  readonly first: bigint
  readonly last: bigint
}

/**
 * Reads the past of a Chainlink feed through `getRoundData`: first where the time begins, by looking in ever smaller parts, then
 * evenly many rounds of it. The aggregators that the feed had before are read too, where they still answer. Rounds without a
 * price are left out.
 *
 * @returns No rounds where the feed has none; undefined where the contract doesn't answer as a feed does
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function readFeedPast(
  client: Client,
  multicall3: Address,
  feed: Address,
  { fromSec, toSec, maxRounds, signal, onProgress = () => {} }: FeedSpan,
): Promise<FeedPast | undefined> {
  const [decimals, latest] = await readMany(client, multicall3, [
    contractRead(aggregatorAbi, feed, 'decimals'),
    contractRead(aggregatorAbi, feed, 'latestRoundData'),
  ])
  if (decimals === undefined || decimals > MAX_DECIMALS) return undefined
  if (latest === undefined) return { rounds: [], existing: 0, isWhole: false }
  const scale = 10n ** BigInt(MAX_DECIMALS - decimals)
  const readIds = async (ids: readonly bigint[]) => {
    signal.throwIfAborted()
    const reads = ids.map((id) => contractRead(aggregatorAbi, feed, 'getRoundData', [id]))
    return (await readMany(client, multicall3, reads)).map((round) => toRound(round, scale))
  }
  const present = presentAggregator(latest[0])
  const stretches: Stretch[] = []
  let isWhole = false
  for (
    let aggregator: Aggregator | undefined = present;
    aggregator !== undefined && !isWhole;
    aggregator = await previousAggregator(client, multicall3, feed, aggregator, present)
  ) {
    const { phase, newest } = aggregator
    if (newest === 0n) continue
    const read: ReadRounds = (ids) => readIds(ids.map((id) => phase | id))
    const first = await findFirstRound(read, newest, fromSec)
    const last = toSec === undefined ? newest : await findFirstRound(read, newest, toSec)
    stretches.unshift({ phase, first, last })
    const [start] = await read([first])
    isWhole = first > 1n || (start !== undefined && start.atSec <= fromSec)
  }
  const rounds: FeedRound[] = []
  for (const ids of inRequests(spreadOver(stretches, maxRounds))) {
    for (const round of await readIds(ids)) if (round !== undefined) add(rounds, round, fromSec)
    onProgress(rounds.length)
  }
  return { rounds, existing: stretches.reduce((sum, stretch) => sum + sizeOf(stretch), 0), isWhole }
}

/** Of several in one second the last one counts. */
function add(rounds: FeedRound[], round: FeedRound, fromSec: number): void {
  const before = rounds.at(-1)
  if (before?.atSec === round.atSec) rounds[rounds.length - 1] = round
  else if (round.atSec >= fromSec && (before === undefined || round.atSec > before.atSec))
    rounds.push(round)
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

function sizeOf({ first, last }: Stretch): number {
  return Number(last - first) + 1
}

/** Ids of evenly many rounds over all stretches, at most about so many. */
function spreadOver(stretches: readonly Stretch[], most: number): bigint[] {
  const all = stretches.reduce((sum, stretch) => sum + sizeOf(stretch), 0)
  return stretches.flatMap((stretch) => {
    const share = Math.max(1, Math.floor((most * sizeOf(stretch)) / Math.max(most, all)))
    return spread(stretch.first, stretch.last, share).map((id) => stretch.phase | id)
  })
}

function* inRequests(ids: readonly bigint[]): Generator<readonly bigint[]> {
  for (let at = 0; at < ids.length; at += ROUNDS_PER_REQUEST)
    yield ids.slice(at, at + ROUNDS_PER_REQUEST)
}
