import { type DueUpkeeps, dueUpkeeps } from '../../analytics/dueUpkeeps'
import { isOverdue } from '../../analytics/exit/nextExitStep'
import { upkeepDueSec } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatDuration } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { keeperContent } from './content'
import { RebalanceButton } from './RebalanceButton'

/** Shown while keepers are late, in a line: anyone can perform the rebalance, and is paid from the pool. The rest on demand. */
export function UpkeepOffer({ pool }: { pool: PoolAtBlock }) {
  const nowSec = useChainNowSec(useSnapshot().snapshot)
  const due = nowSec === undefined ? undefined : dueUpkeeps(pool.snapshot, nowSec)
  if (due === undefined || nowSec === undefined) return null
  const { facts, snapshot } = pool
  const overdueSec = nowSec - Number(upkeepDueSec(snapshot))
  if (due.isRefused)
    return (
      <p className="max-w-prose rounded-panel border border-line bg-surface px-4 py-3">
        {keeperContent.wouldFail}
      </p>
    )
  if (!isOverdue(snapshot, BigInt(nowSec))) return null
  return (
    <div className="flex items-start justify-between gap-3 rounded-panel border border-line bg-surface py-1 pr-1 pl-4">
      <details className="min-w-0 flex-1 py-2">
        <summary className="cursor-pointer">
          {keeperContent.overdue(formatDuration(overdueSec))}
          {due.rewardEstimate !== undefined && due.rewardEstimate > 0n && !due.isUnpaid && (
            <>
              {' · '}
              {keeperContent.shortReward(
                <Amount value={due.rewardEstimate} token={facts.settlementToken} />,
              )}
            </>
          )}
        </summary>
        <p className="mt-1 max-w-prose text-muted">
          <Reward due={due} token={facts.settlementToken} /> <CatchingUp due={due} />
        </p>
      </details>
      <RebalanceButton facts={facts} due={due} />
    </div>
  )
}

function Reward({
  due: { rewardEstimate, isUnpaid },
  token,
}: {
  due: DueUpkeeps
  token: TokenFacts
}) {
  if (isUnpaid) return keeperContent.noRewardEmptyPool
  if (rewardEstimate === undefined) return keeperContent.unknownReward
  if (rewardEstimate === 0n) return keeperContent.noReward
  return keeperContent.reward(<Amount value={rewardEstimate} token={token} />)
}

function CatchingUp({ due }: { due: DueUpkeeps }) {
  if (due.upkeeps === 1) return null
  return keeperContent.catchUp(due.lateIntervals.toString(), due.upkeeps, due.inOneTransaction)
}
