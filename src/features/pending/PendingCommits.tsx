import { Link } from 'react-router'
import { computeEach } from '../../analytics/computeEach'
import { type PendingInterval, pendingIntervals } from '../../analytics/pendingIntervals'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { type LiveAccountLog, useAccountLog } from '../../data/useAccountLog'
import { useNamesakes } from '../../data/useNamesakes'
import { Card } from '../../ui/Card'
import { Name } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { pendingContent } from './content'
import { LogError } from './LogError'
import { NoCommits } from './NoCommits'
import { PendingIntervals, usePendingIntervals } from './PendingIntervals'
import { pendingLines } from './pendingLines'

/** The account's commits that wait for their rebalance in a pool, and what they bring if the index does not move. */
export function PendingCommits({ pool }: { pool: PoolAtBlock }) {
  const live = useAccountLog()
  const intervals = usePendingIntervals(pool)
  if (intervals.length === 0) return <NoCommits />
  return (
    <Card title={pendingContent.title}>
      <PendingIntervals pool={pool} intervals={intervals} log={live.log} />
      <Footnotes live={live} waiting={[{ pool, intervals }]} />
    </Card>
  )
}

/** The same over all pools. */
export function AllPendingCommits() {
  const live = useAccountLog()
  const { snapshot } = useSnapshot()
  const namesakes = useNamesakes()
  const pools = snapshot?.pools ?? []
  const computed = computeEach(pools, (pool) => ({ pool, intervals: intervalsOf(pool) }))
  const waiting = computed.filter(({ intervals }) => intervals.length > 0)
  const failed = pools.length - computed.length
  if (waiting.length + failed === 0) return <NoCommits />
  return (
    <Card title={pendingContent.title}>
      {failed > 0 && (
        <Notice tone="warn" standing>
          {pendingContent.notComputed(failed)}
        </Notice>
      )}
      {waiting.length > 0 && (
        <>
          {waiting.map(({ pool, intervals }) => (
            <section key={pool.facts.address} className="mb-5">
              <h3 className="mb-2 font-medium">
                <Link
                  to={`/pool/${pool.facts.address}`}
                  className="underline decoration-line underline-offset-4 hover:decoration-current"
                >
                  <Name
                    of={pool.facts.name}
                    at={namesakes.has(pool.facts.address) ? pool.facts.address : undefined}
                  />
                </Link>
              </h3>
              <PendingIntervals pool={pool} intervals={intervals} log={live.log} />
            </section>
          ))}
          <Footnotes live={live} waiting={waiting} />
        </>
      )}
    </Card>
  )
}

interface Waiting {
  readonly pool: PoolAtBlock
  readonly intervals: readonly PendingInterval[]
}

function intervalsOf({ snapshot, account }: PoolAtBlock): readonly PendingInterval[] {
  return account === undefined ? [] : pendingIntervals(snapshot, account.user)
}

function Footnotes({ live, waiting }: { live: LiveAccountLog; waiting: readonly Waiting[] }) {
  const lines = waiting.flatMap(({ pool, intervals }) =>
    intervals.map((interval) => pendingLines(pool.facts.address, interval, live.log)),
  )
  const isShared = lines.some((interval) => interval.lines.length > 1)
  return (
    <div className="mt-3 space-y-2">
      {lines.some(({ isSingle }) => !isSingle) && <LogError live={live} />}
      <p className="text-xs text-muted">
        {isShared
          ? `${pendingContent.footnote} ${pendingContent.rounding}`
          : pendingContent.footnote}
      </p>
    </div>
  )
}
