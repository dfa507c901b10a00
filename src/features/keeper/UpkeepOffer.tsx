import { type DueUpkeeps, dueUpkeeps } from '../../analytics/dueUpkeeps'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatName } from '../../format/formatAddress'
import { Amount } from '../../ui/Amount'
import { PerformButton } from './PerformButton'

/** Shown while a pool's rebalance is due: anybody may perform it, and is paid from the pool. */
export function UpkeepOffer({ pool }: { pool: PoolAtBlock }) {
  const nowSec = useChainNowSec(useSnapshot().snapshot)
  const due = nowSec === undefined ? undefined : dueUpkeeps(pool.snapshot, nowSec)
  if (due === undefined) return null
  const { facts } = pool
  if (due.isRefused)
    return (
      <p className="max-w-prose rounded-panel border border-line bg-surface px-4 py-3">
        The rebalance is due, but at the current index the contract would refuse it: one side has
        tokens and no money.
      </p>
    )
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-panel border border-line bg-surface px-4 py-3">
      <p className="max-w-prose">
        The rebalance is due. <Reward due={due} token={facts.settlementToken} />{' '}
        <CatchingUp due={due} />
      </p>
      <PerformButton
        label="Perform it"
        intent={{
          kind: 'upkeep',
          title: `Rebalance ${formatName(facts.name)}`,
          pool: facts.address,
          poolKeeper: facts.keeper,
          pools: Array.from({ length: due.inOneTransaction }, () => facts.address),
          gas: due.gas,
        }}
      />
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
  if (isUnpaid) return 'Anybody may perform it. The pool pays nothing for it: it holds too little.'
  if (rewardEstimate === undefined) return 'Anybody may perform it and is paid for it.'
  if (rewardEstimate === 0n) return 'Anybody may perform it. The pool pays nothing for it.'
  return (
    <>
      Anybody may perform it and is paid about <Amount value={rewardEstimate} token={token} /> (an
      estimate, it depends on gas).
    </>
  )
}

function CatchingUp({ due }: { due: DueUpkeeps }) {
  if (due.upkeeps === 1) return null
  return (
    <>
      {due.lateIntervals.toString()} intervals have passed without one; catching up takes{' '}
      {due.upkeeps} rebalances, {due.inOneTransaction} in one transaction. The price moves in the
      first of them. Commits made before all are done execute far later: catch up first.
    </>
  )
}
