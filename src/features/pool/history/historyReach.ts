import type { PoolHistoryState } from '../../../chain/history/poolHistoryState'

/** The part of a pool's past in which nothing is missing. */
export interface HistoryReach extends Pick<PoolHistoryState, 'upkeeps' | 'failedUpkeeps'> {
  /** The time of its oldest upkeep or refusal, Unix seconds; undefined while there is none. */
  readonly oldestSec: number | undefined
}

/** What was read without a gap down from the newest block: what an earlier visit has left below a gap does not count. */
export function connectedPast({
  upkeeps,
  failedUpkeeps,
  coveredFromBlock,
}: Pick<PoolHistoryState, 'upkeeps' | 'failedUpkeeps' | 'coveredFromBlock'>): HistoryReach {
  if (coveredFromBlock === undefined)
    return { upkeeps: [], failedUpkeeps: [], oldestSec: undefined }
  const isConnected = ({ blockNumber }: { blockNumber: bigint }) => blockNumber >= coveredFromBlock
  const past = {
    upkeeps: upkeeps.filter(isConnected),
    failedUpkeeps: failedUpkeeps.filter(isConnected),
  }
  const times = [past.upkeeps.at(-1), past.failedUpkeeps.at(-1)].flatMap((record) =>
    record === undefined ? [] : [Number(record.timestampSec)],
  )
  return { ...past, oldestSec: times.length === 0 ? undefined : Math.min(...times) }
}

/**
 * Whether nothing is missing since a time that was asked for.
 *
 * @param sinceSec Unix seconds; 0 for everything
 */
export function isReadSince(
  history: Pick<PoolHistoryState, 'coveredToBlock' | 'isComplete' | 'gaps' | 'progress'>,
  { oldestSec }: Pick<HistoryReach, 'oldestSec'>,
  sinceSec: number,
): boolean {
  if (history.coveredToBlock === undefined) return false
  if (history.isComplete && history.gaps.length === 0) return true
  if (oldestSec !== undefined && oldestSec < sinceSec) return true
  // All that was ever asked for, of which this is a part.
  return history.progress === 1
}

/** Whether the pool's whole past has been read and begins later: an axis from that time on would be empty at first. */
export function isYoungerThan(
  sinceSec: number,
  { isComplete, gaps }: Pick<PoolHistoryState, 'isComplete' | 'gaps'>,
  { oldestSec }: Pick<HistoryReach, 'oldestSec'>,
): boolean {
  return isComplete && gaps.length === 0 && oldestSec !== undefined && oldestSec > sinceSec
}
