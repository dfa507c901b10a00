import { type DueUpkeeps, dueUpkeeps } from '../../analytics/dueUpkeeps'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { Amount } from '../../ui/Amount'
import { keeperContent } from './content'
import { RebalanceButton } from './RebalanceButton'

/** Shown while a pool's rebalance is due: anyone can perform it, and is paid from the pool. */
export function UpkeepOffer({ pool }: { pool: PoolAtBlock }) {
  const nowSec = useChainNowSec(useSnapshot().snapshot)
  const due = nowSec === undefined ? undefined : dueUpkeeps(pool.snapshot, nowSec)
  if (due === undefined) return null
  const { facts } = pool
  if (due.isRefused)
    return (
      <p className="max-w-prose rounded-panel border border-line bg-surface px-4 py-3">
        {keeperContent.wouldFail}
      </p>
    )
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-panel border border-line bg-surface px-4 py-3">
      <p className="max-w-prose">
        {keeperContent.due} <Reward due={due} token={facts.settlementToken} />{' '}
        <CatchingUp due={due} />
      </p>
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
