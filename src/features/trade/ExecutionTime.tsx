import { cutOffSec } from '../../analytics/cutOff'
import { useExecutionTime } from '../../data/useExecutionTime'
import { formatAboutClock } from '../../format/formatAboutClock'
import { formatDuration } from '../../format/formatTime'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { describeWaiting } from '../../ui/describeEarliest'
import { Tooltip } from '../../ui/Tooltip'
import { tradeContent } from './content'

const content = tradeContent.summary

/**
 * When an order executes, and until when that holds: a sentence, and a bar that runs out. Counts each second. Where no rebalance
 * comes in time, or what is shown is old, there is no such time, only what it waits for.
 */
export function ExecutionTime({
  snapshot,
  intervalId,
  executesAtSec,
}: {
  snapshot: PoolSnapshot
  intervalId: bigint
  /** The earliest, Unix seconds. */
  executesAtSec: bigint
}) {
  const { nowSec, timeOf } = useExecutionTime(snapshot)
  const executesAt = Number(executesAtSec)
  const left = Math.max(0, Number(cutOffSec(snapshot, intervalId)) - nowSec)
  const share = Math.min(1, left / Math.max(1, Number(snapshot.updateIntervalSec)))
  const within = formatDuration(left)
  const time = timeOf(executesAt)
  const isCounting = time.kind === 'at' || time.kind === 'next'
  return (
    <div className="border-t border-line py-1.5">
      {/* All that the tooltip says is below the button too: no stop of the keyboard before it. */}
      <Tooltip text={content.executesHint(intervalId)} isFocusable={false}>
        {/* Room for its longest form, so that nothing below moves when it gets shorter. */}
        <p className="tabular min-h-10">
          {time.kind === 'unknown'
            ? content.executesUnknown
            : time.kind === 'at'
              ? content.executes(
                  formatAboutClock(executesAt, nowSec),
                  formatDuration(executesAt - nowSec),
                  within,
                )
              : time.kind === 'next'
                ? content.executesNext(within)
                : describeWaiting(time, nowSec)}
        </p>
      </Tooltip>
      {/* Its room stays, so that nothing below moves when the rebalance comes. */}
      <div
        aria-hidden="true"
        className={`mt-1 h-1 overflow-hidden rounded-full ${isCounting ? 'bg-line' : ''}`}
      >
        {isCounting && (
          <div className="h-full rounded-full bg-accent" style={{ width: `${100 * share}%` }} />
        )}
      </div>
    </div>
  )
}
