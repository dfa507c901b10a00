import { dueUpkeeps, MOST_GAS } from '../../analytics/dueUpkeeps'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { PerformButton } from './PerformButton'

/** Offers to perform all rebalances that one keeper contract has due, in one transaction, where there are several. */
export function DueMarkets() {
  const { snapshot } = useSnapshot()
  const nowSec = useChainNowSec(snapshot)
  if (snapshot === undefined || nowSec === undefined) return null
  const allDue = snapshot.pools.flatMap(({ facts, snapshot: pool }) => {
    const upkeeps = dueUpkeeps(pool, nowSec)
    return upkeeps === undefined || upkeeps.isRefused
      ? []
      : { facts, gas: upkeeps.gas / BigInt(upkeeps.inOneTransaction) }
  })
  const [first] = allDue
  const due = allDue.filter(({ facts }) => facts.keeper === first?.facts.keeper)
  if (first === undefined || due.length < 2) return null
  const chosen = fitting(due)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-panel border border-line bg-surface px-4 py-3">
      <p>{due.length} rebalances are due. Anybody may perform them and is paid from each pool.</p>
      <PerformButton
        label={chosen.length === due.length ? 'Perform all' : `Perform the first ${chosen.length}`}
        intent={{
          kind: 'upkeep',
          title: `Rebalance ${chosen.length} markets`,
          pool: first.facts.address,
          poolKeeper: first.facts.keeper,
          pools: chosen.map(({ facts }) => facts.address),
          gas: chosen.reduce((sum, { gas }) => sum + gas, 0n),
        }}
      />
    </div>
  )
}

/** As many of the first as one transaction has gas for, wherever it is. */
function fitting<due extends { readonly gas: bigint }>(all: readonly due[]): readonly due[] {
  let left = MOST_GAS
  return all.filter(({ gas }) => {
    left -= gas
    return left >= 0n
  })
}
