import type { PoolSnapshot } from '../../protocol/snapshot'
import { keeperSteps } from './content'
import type { KeeperStage } from './keeperStage'

const content = keeperSteps.scale

/**
 * The update interval from the last rebalance to the next, how much of it has passed, and from where on a commit is too late. The
 * line above and the steps below say the same in words.
 */
export function IntervalBar({
  pool: { updateIntervalSec, frontRunningIntervalSec },
  stage,
}: {
  pool: PoolSnapshot
  stage: KeeperStage
}) {
  const interval = Number(updateIntervalSec)
  const tooLate = interval === 0 ? 1 : Math.min(1, Number(frontRunningIntervalSec) / interval)
  const hasCutOff = tooLate > 0
  return (
    <div aria-hidden="true" className="mt-2 text-xs text-muted">
      <div className="relative h-5 overflow-hidden rounded border border-line bg-canvas">
        <div
          className="absolute inset-y-0 right-0 bg-warn opacity-30"
          style={{ width: `${tooLate * 100}%` }}
        />
        <div
          className={`absolute bottom-0 left-0 h-2 ${stage.step === '3.0' ? 'bg-warn' : 'bg-accent'}`}
          style={{ width: `${stage.passed * 100}%` }}
        />
      </div>
      <div className="mt-1 flex flex-wrap justify-between gap-x-4">
        <span>{content.last}</span>
        {hasCutOff && (
          <span className="flex items-center gap-1.5">
            <span className="inline-block size-2.5 bg-warn opacity-30" />
            {content.cutOff}
          </span>
        )}
        <span>{content.due}</span>
      </div>
    </div>
  )
}
