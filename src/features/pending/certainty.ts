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

/** Says it in a sentence or two: what can still change, and who can do something about it. */
export function describeCertainty(
  { rebalances, terms }: Pick<PendingInterval, 'rebalances' | 'terms'>,
  status: PoolStatus,
  nowSec: number,
  dueSec: number,
): Certainty {
  const isNext = rebalances === 1
  const when = isNext ? content.next : content.later(rebalances)
  const isProjectionMissing = terms === undefined && rebalances <= MAX_UPKEEPS
  switch (status.kind) {
    case 'paused':
      return { isWarning: true, text: content.paused }
    case 'noPrice':
      return { isWarning: true, text: content.noPrice }
    case 'refused':
      return { isWarning: true, text: content.wouldFail(status.side) }
    case 'late': {
      const late = content.late(formatDuration(status.bySec), when)
      return {
        isWarning: true,
        text: isProjectionMissing ? `${late} ${content.noProjection}` : late,
      }
    }
    case 'oracleStale': {
      const stale = status.what === 'feed' ? content.feedStale : content.smaStale
      return { isWarning: true, text: stale(formatDuration(status.forSec), when) }
    }
    default:
  }
  if (isProjectionMissing) return { isWarning: true, text: `${when} ${content.noProjection}` }
  return {
    isWarning: false,
    text: isNext && nowSec >= dueSec ? `${when} ${content.due}` : when,
  }
}
