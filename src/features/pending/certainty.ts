import type { PendingInterval } from '../../analytics/pendingIntervals'
import type { PoolStatus } from '../../analytics/poolStatus'
import { formatDuration } from '../../format/formatTime'
import { MAX_UPKEEPS } from '../../protocol/bounds'
import { pendingContent } from './content'

const content = pendingContent.certainty

/** How sure it is that, and when, an interval executes. */
export interface Certainty {
  /** Whether something is in the way. */
  readonly isWarning: boolean
  readonly text: string
}

/**
 * Says it in a sentence or two: what can still change, and who can do something about it. Empty where the time beside it, that of
 * the next rebalance, says it all.
 */
export function describeCertainty(
  { rebalances, terms }: Pick<PendingInterval, 'rebalances' | 'terms'>,
  status: PoolStatus,
  nowSec: number,
  dueSec: number,
): Certainty {
  const isNext = rebalances === 1
  // An interval that is due is headed by its rebalance instead of a time.
  // A late one is headed by what it waits for, and one rebalance can cover several intervals.
  const when =
    status.kind === 'late'
      ? ''
      : !isNext
        ? content.later(rebalances)
        : nowSec < dueSec
          ? content.next
          : ''
  const warning = describeWarning(status)
  if (warning !== undefined && 'stops' in warning) return { isWarning: true, text: warning.stops }
  const isProjectionMissing = terms === undefined && rebalances <= MAX_UPKEEPS
  const parts = [warning?.delays, when, isProjectionMissing ? content.noProjection : undefined]
  return {
    isWarning: warning !== undefined || isProjectionMissing,
    text: parts.filter(Boolean).join(' '),
  }
}

/** What is in the way of a pool's rebalances; undefined where nothing is. */
function describeWarning(
  status: PoolStatus,
): { readonly stops: string } | { readonly delays: string } | undefined {
  switch (status.kind) {
    case 'paused':
      return { stops: content.paused }
    case 'noPrice':
      return { stops: content.noPrice }
    case 'refused':
      return { stops: content.wouldFail(status.side) }
    case 'late':
      return { delays: content.late(formatDuration(status.bySec)) }
    case 'oracleStale': {
      const stale = status.what === 'feed' ? content.feedStale : content.smaStale
      return { delays: stale(formatDuration(status.forSec)) }
    }
    default:
      return undefined
  }
}
