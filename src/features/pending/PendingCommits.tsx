import { executionSec } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatClock, formatDuration } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { pendingLines } from './pendingLines'

/** The account's commits that wait for their rebalance. */
export function PendingCommits({ pool }: { pool: PoolAtBlock }) {
  const { snapshot: live } = useSnapshot()
  const { facts, snapshot, account } = pool
  const nowSec = useChainNowSec(live) ?? Number(snapshot.timestampSec)
  const pending = account?.user.userCommitments.filter(
    ({ updateIntervalId }) => updateIntervalId >= snapshot.updateIntervalId,
  )
  if (pending === undefined || pending.length === 0)
    return (
      <Card title="Pending commits">
        <p className="text-muted">Nothing of yours is in the queue.</p>
      </Card>
    )
  return (
    <Card title="Pending commits">
      <ul className="divide-y divide-line">
        {pending.map((commitment) => {
          const dueSec = Number(executionSec(snapshot, commitment.updateIntervalId))
          const upkeeps = commitment.updateIntervalId - snapshot.updateIntervalId + 1n
          return (
            <li key={commitment.updateIntervalId.toString()} className="py-2 first:pt-0 last:pb-0">
              {pendingLines(facts, commitment).map((line) => (
                <p key={line.label} className="flex justify-between gap-3">
                  <span>{line.label}</span>
                  <Amount value={line.amount} token={line.token} />
                </p>
              ))}
              <p className="tabular mt-1 flex justify-between gap-3 text-xs text-muted">
                <span>
                  Interval {commitment.updateIntervalId.toString()},{' '}
                  {upkeeps === 1n ? 'the next rebalance' : `${upkeeps} rebalances from now`}
                </span>
                <span title={formatClock(dueSec, nowSec)}>
                  {dueSec > nowSec ? `in ${formatDuration(dueSec - nowSec)}` : 'due now'}
                </span>
              </p>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 text-xs text-muted">
        Times are the earliest possible. Queued commits cannot be cancelled.
      </p>
    </Card>
  )
}
