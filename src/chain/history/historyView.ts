import type { Quad } from '../../protocol/quad'
import { balancesAfterUpkeeps } from './balancesAfterUpkeeps'
import { type BlockRange, missingRanges } from './blockRange'
import { type HistoryChunk, toSpans } from './historyChunks'
import type { PoolIntervals } from './intervalTotals'
import type { PoolHistoryState } from './poolHistoryState'
import { type PoolRecords, type SideBalances, toRecords } from './records'

/** The pool at the newest block that was read. */
export interface NewestBalances extends SideBalances {
  readonly blockNumber: bigint
  /** Step of the minting fee, wad-scaled. */
  readonly changeInterval: Quad
}

export interface ViewOptions {
  readonly intervals: PoolIntervals
  /** Nothing of the pool lies before it. */
  readonly firstBlock: bigint
  readonly newest: NewestBalances | undefined
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
  const spans = toSpans(chunks)
  const records = spans.map((span) => toSpanRecords(span, options))
  const all = <name extends keyof PoolRecords>(name: name): PoolRecords[name][number][] =>
    records.flatMap((part): PoolRecords[name][number][] => [...part[name]]).reverse()
  return {
    upkeeps: all('upkeeps') as PoolRecords['upkeeps'],
    failedUpkeeps: all('failedUpkeeps') as PoolRecords['failedUpkeeps'],
    commits: all('commits') as PoolRecords['commits'],
    claims: all('claims') as PoolRecords['claims'],
    balances: all('balances') as PoolRecords['balances'],
    ...toCoverage(spans, options.firstBlock),
  }
}

/** What of the chain was read; cheap. */
export function toCoverage(
  spans: readonly HistoryChunk[],
  firstBlock: bigint,
): Omit<HistoryView, keyof Lists> {
  const newest = spans.at(-1)
  const oldest = spans[0]
  return {
    coveredFromBlock: newest?.fromBlock,
    coveredToBlock: newest?.toBlock,
    gaps: oldest && newest ? gapsBetween(spans, oldest, newest) : [],
    isComplete: newest !== undefined && isFromStart(newest, firstBlock),
  }
}

function gapsBetween(
  spans: readonly HistoryChunk[],
  { fromBlock }: BlockRange,
  { toBlock }: BlockRange,
): BlockRange[] {
  return missingRanges(spans, { fromBlock, toBlock })
}

/** Whether nothing of the pool lies before a span. */
export function isFromStart({ fromBlock, events }: HistoryChunk, firstBlock: bigint): boolean {
  return fromBlock <= firstBlock || events.some(({ kind }) => kind === 'initialized')
}

function toSpanRecords(span: HistoryChunk, options: ViewOptions): PoolRecords {
  const { intervals, firstBlock, newest } = options
  const records = toRecords(span.events)
  const balances = balancesAfterUpkeeps(span.events, {
    intervals,
    isFromStart: isFromStart(span, firstBlock),
    endBalances: newest?.blockNumber === span.toBlock ? newest : undefined,
    changeInterval: newest?.changeInterval,
  })
  return {
    ...records,
    upkeeps: records.upkeeps.map((upkeep, index) => ({ ...upkeep, balances: balances[index] })),
  }
}
