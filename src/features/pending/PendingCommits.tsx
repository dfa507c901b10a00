import { useMemo } from 'react'
import { userOutlook } from '../../analytics/userOutlook'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatClock, formatDuration } from '../../format/formatTime'
import type { ProjectedCommit } from '../../protocol/projection'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { type CommitLine, commitLine } from './commitLine'

/** The account's commits that wait for their rebalance, and what they become if the index stays. */
export function PendingCommits({ pool }: { pool: PoolAtBlock }) {
  const { snapshot: live } = useSnapshot()
  const commits = usePendingCommits(pool)
  if (commits.length === 0)
    return (
      <Card title="Pending commits">
        <p className="text-muted">Nothing of yours is in the queue.</p>
      </Card>
    )
  return (
    <Card title="Pending commits">
      <ul className="divide-y divide-line">
        {commits.map((commit) => (
          <Pending
            key={`${commit.updateIntervalId}-${commit.commitType}`}
            pool={pool}
            commit={commit}
          />
        ))}
      </ul>
      <p className="mt-3 text-xs text-muted">
        Queued commits cannot be cancelled. Times are the earliest possible. What they become is
        computed from block {live?.block.number.toString()} for an index that stays where it is,
        keepers’ rewards estimated.
      </p>
    </Card>
  )
}

function usePendingCommits({ snapshot, account }: PoolAtBlock): readonly ProjectedCommit[] {
  const user = account?.user
  return useMemo(
    () => (user === undefined ? [] : userOutlook(snapshot, user).commits),
    [snapshot, user],
  )
}

function Pending({ pool, commit }: { pool: PoolAtBlock; commit: ProjectedCommit }) {
  const { snapshot, facts } = pool
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  const dueSec = Number(earliestExecutionSec(snapshot, commit.updateIntervalId))
  const upkeeps = commit.updateIntervalId - snapshot.updateIntervalId + 1n
  const line: CommitLine = commitLine(facts, commit)
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      <p className="flex justify-between gap-3">
        <span>{line.label}</span>
        <Amount value={commit.amount} token={line.paid} />
      </p>
      {line.received !== undefined && (
        <p className="flex justify-between gap-3">
          <span className="text-muted">becomes</span>
          <Amount value={line.received} token={line.receivedToken} />
        </p>
      )}
      <p className="tabular mt-1 flex justify-between gap-3 text-xs text-muted">
        <span>
          Interval {commit.updateIntervalId.toString()},{' '}
          {upkeeps === 1n ? 'the next rebalance' : `${upkeeps} rebalances from now`}
        </span>
        <span title={formatClock(dueSec, nowSec)}>
          {dueSec > nowSec ? `in ${formatDuration(dueSec - nowSec)}` : 'due now'}
        </span>
      </p>
    </li>
  )
}
