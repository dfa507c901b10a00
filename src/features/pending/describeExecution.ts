import { executionTime } from '../../analytics/executionTime'
import { formatAboutClock } from '../../format/formatAboutClock'
import { formatDuration } from '../../format/formatTime'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { describeWaiting } from '../../ui/describeEarliest'
import { pendingContent } from './content'

const content = pendingContent.interval

/**
 * When an interval executes, and how long that is from now, or what is in the way: in two pieces of text.
 *
 * @param earliestSec The interval's earliest execution, Unix seconds
 * @param nowSec The chain's time, Unix seconds
 */
export function describeExecution(
  pool: PoolSnapshot,
  earliestSec: number,
  nowSec: number,
): readonly [heading: string, wait: string | undefined] {
  if (pool.paused) return [content.executesNext, content.paused]
  const time = executionTime(pool, earliestSec, nowSec)
  switch (time.kind) {
    case 'at':
      return [
        content.executesAt(formatAboutClock(time.sec, nowSec)),
        content.wait(formatDuration(time.sec - nowSec)),
      ]
    case 'next':
      return [content.executesNext, content.due]
    default:
      return [describeWaiting(time, nowSec), undefined]
  }
}
