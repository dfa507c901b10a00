import type { Quad } from '../../protocol/quad'
import {
  type BalanceMemory,
  balancesAfterUpkeeps,
  createBalanceMemory,
} from './balancesAfterUpkeeps'
import { type BlockRange, missingRanges } from './blockRange'
import { type HistoryChunk, toSpans } from './historyChunks'
import type { PoolIntervals } from './intervalTotals'
import type { SideBalances } from './poolEvent'
import type { PoolHistoryState } from './poolHistoryState'
import { type ComputedBalances, type PoolRecords, toRecords } from './records'

/** The pool at the newest block that was read. */
export interface NewestBalances extends SideBalances {
  readonly blockNumber: bigint
  /** Step of the minting fee, wad-scaled. */
  readonly changeInterval: Quad
}

export interface ViewOptions {
  readonly intervals: PoolIntervals
  readonly newest: NewestBalances | undefined
  readonly memory?: ViewMemory
}

/** What earlier views of the same pool have worked out; without it everything is worked out again. */
export interface ViewMemory {
  readonly balances: BalanceMemory
  /** By a chunk's events: they are never changed, only replaced. */
  readonly records: WeakMap<HistoryChunk['events'], PoolRecords>
}

export function createViewMemory(): ViewMemory {
  return { balances: createBalanceMemory(), records: new WeakMap() }
}

type Lists = Pick<PoolHistoryState, 'upkeeps' | 'failedUpkeeps' | 'commits' | 'claims' | 'balances'>
export type HistoryView = Lists &
  Pick<PoolHistoryState, 'coveredFromBlock' | 'coveredToBlock' | 'gaps' | 'isComplete'>

/**
 * Everything that can be said of the blocks that were read. Newest first.
 *
 * @param chunks Without overlap, in any order
 */
export function toView(chunks: readonly HistoryChunk[], options: ViewOptions): HistoryView {
  const { memory = createViewMemory() } = options
  const spans = toSpans(chunks)
  const ascending = [...chunks].sort((a, b) => (a.fromBlock < b.fromBlock ? -1 : 1))
  // A transaction lies in one block, and a block in one chunk: a chunk's records need no other chunk.
  const records = ascending.map(({ events }) => recordsOf(events, memory))
  const balances = spans.flatMap((span) => balancesOf(span, options, memory))
  const upkeeps = records.flatMap((chunk) => chunk.upkeeps)
  return {
    upkeeps: upkeeps.map((upkeep, index) => ({ ...upkeep, balances: balances[index] })).reverse(),
    failedUpkeeps: records.flatMap((chunk) => chunk.failedUpkeeps).reverse(),
    commits: records.flatMap((chunk) => chunk.commits).reverse(),
    claims: records.flatMap((chunk) => chunk.claims).reverse(),
    balances: records.flatMap((chunk) => chunk.balances).reverse(),
    ...toCoverage(spans),
  }
}

function recordsOf(events: HistoryChunk['events'], { records }: ViewMemory): PoolRecords {
  const known = records.get(events)
  if (known !== undefined) return known
  const made = toRecords(events)
  records.set(events, made)
  return made
}

/** What of the chain was read; cheap. */
export function toCoverage(spans: readonly HistoryChunk[]): Omit<HistoryView, keyof Lists> {
  const newest = spans.at(-1)
  const oldest = spans[0]
  return {
    coveredFromBlock: newest?.fromBlock,
    coveredToBlock: newest?.toBlock,
    gaps: oldest && newest ? gapsBetween(spans, oldest, newest) : [],
    isComplete: newest !== undefined && isFromStart(newest),
  }
}

function gapsBetween(
  spans: readonly HistoryChunk[],
  { fromBlock }: BlockRange,
  { toBlock }: BlockRange,
): BlockRange[] {
  return missingRanges(spans, { fromBlock, toBlock })
}

/**
 * Whether nothing of the pool lies before a span: its creation is in it. That everything was read is not enough, as an RPC
 * without old logs may give empty lists.
 */
function isFromStart({ events }: HistoryChunk): boolean {
  return events.some(({ kind }) => kind === 'initialized')
}

function balancesOf(
  span: HistoryChunk,
  { intervals, newest }: ViewOptions,
  { balances }: ViewMemory,
): readonly (ComputedBalances | undefined)[] {
  return balancesAfterUpkeeps(
    span.events,
    {
      intervals,
      isFromStart: isFromStart(span),
      endBalances: newest?.blockNumber === span.toBlock ? newest : undefined,
      changeInterval: newest?.changeInterval,
    },
    balances,
  )
}
