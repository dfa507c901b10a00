import type { ReactNode } from 'react'
import type { DueUpkeeps } from '../../analytics/dueUpkeeps'
import type { ExitStep } from '../../analytics/exit/nextExitStep'
import { queueAhead } from '../../analytics/exit/queueAhead'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { formatClock } from '../../format/formatTime'
import { exitContent } from './content'

const content = exitContent.steps

/** That another burn executes later than what is queued, and what is due of that while there is more to burn or to wait for. */
export function EarlierBurn({
  pool: { snapshot },
  account: { user },
  kind,
  due,
  nowSec,
  perform,
}: {
  pool: PoolAtBlock
  account: PoolAccount
  kind: ExitStep['kind']
  due: DueUpkeeps | undefined
  nowSec: number
  perform: (due: DueUpkeeps, label: string) => ReactNode
}) {
  if (kind !== 'burn' && kind !== 'wait') return null
  const ahead = queueAhead(snapshot, user, BigInt(nowSec))
  if (ahead === undefined) return null
  const { isFirstReady: isReady } = ahead
  if (!isReady && kind === 'wait') return null
  const clock = (sec: bigint) => formatClock(Number(sec), nowSec)
  return (
    <div className="mb-3 space-y-2">
      {kind === 'burn' ? (
        <p className="tabular text-warn">
          {isReady
            ? content.laterThanDue(clock(ahead.burnSec))
            : content.laterThanQueued(clock(ahead.burnSec), clock(ahead.firstSec))}
        </p>
      ) : (
        <p className="text-muted">{content.queuedDue}</p>
      )}
      {isReady && due !== undefined && perform(due, content.performOne(due.inOneTransaction))}
    </div>
  )
}
