import { dueUpkeeps } from '../../analytics/dueUpkeeps'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { PerformButton } from './PerformButton'

/** Pools in one transaction at the most, so that their gas fits a block everywhere. */
const MOST_AT_ONCE = 10

/** Offers to perform all rebalances that one keeper contract has due, in one transaction, where there are several. */
export function DueMarkets() {
  const { snapshot } = useSnapshot()
  const nowSec = useChainNowSec(snapshot)
  if (snapshot === undefined || nowSec === undefined) return null
  const allDue = snapshot.pools.flatMap(({ facts, snapshot: pool }) => {
    const upkeeps = dueUpkeeps(pool, nowSec)
    return upkeeps === undefined
      ? []
      : { facts, gas: upkeeps.gas / BigInt(upkeeps.inOneTransaction) }
  })
  const [first] = allDue
  const due = allDue.filter(({ facts }) => facts.keeper === first?.facts.keeper)
  if (first === undefined || due.length < 2) return null
  const chosen = due.slice(0, MOST_AT_ONCE)
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
