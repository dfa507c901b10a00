import { computeEach } from '../../analytics/computeEach'
import { dueUpkeeps, estimateRewards } from '../../analytics/dueUpkeeps'
import { upkeepBatch } from '../../analytics/upkeepBatch'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { Amount } from '../../ui/Amount'
import { Flash } from '../../ui/Flash'
import { PerformButton } from './PerformButton'

/** Offers to perform the rebalances that one keeper contract has due, in one transaction, where there are several. */
export function DueMarkets() {
  const { snapshot } = useSnapshot()
  const nowSec = useChainNowSec(snapshot)
  if (snapshot === undefined || nowSec === undefined) return null
  // A stranger's market is performed on its own page, by whoever means it.
  const allDue = computeEach(snapshot.pools.filter(isVerified), (pool) => {
    const upkeeps = dueUpkeeps(pool.snapshot, nowSec)
    // Pools that pay nobody: anybody can make any number of them.
    if (upkeeps === undefined || upkeeps.isRefused || upkeeps.isUnpaid) return []
    return [{ ...upkeeps, pool }]
  }).flat()
  const [first] = allDue
  const due = allDue.filter(({ pool }) => pool.facts.keeper === first?.pool.facts.keeper)
  const needed = due.reduce((sum, { upkeeps }) => sum + upkeeps, 0)
  if (first === undefined || needed < 2) return null
  const { chosen, upkeeps, gas } = upkeepBatch(due)
  const rewards = sumRewards(
    chosen.map(({ due: { pool }, times }) => ({
      token: pool.facts.settlementToken,
      reward: estimateRewards(pool.snapshot, nowSec, times),
    })),
  )
  const isAll = upkeeps === needed
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-panel border border-line bg-surface px-4 py-3">
      <p className="max-w-prose">
        <Flash>
          <span className="font-semibold">
            {count(due.length, 'market')}, {count(needed, 'rebalance')} behind.
          </span>
        </Flash>{' '}
        {!isAll && `${upkeeps} of them fit into one transaction. `}
        {rewards.every(({ reward }) => reward === 0n) ? (
          'Anybody may perform them. The pools pay nothing for it.'
        ) : (
          <>
            Anybody may perform them and is paid from the pools
            <Rewards rewards={rewards} />.
          </>
        )}
      </p>
      <PerformButton
        label={isAll ? 'Perform all' : `Perform ${upkeeps} of ${needed}`}
        intent={{
          kind: 'upkeep',
          title: `Rebalance ${count(chosen.length, 'market')}`,
          pool: first.pool.facts.address,
          poolKeeper: first.pool.facts.keeper,
          pools: chosen.flatMap(({ due: { pool }, times }) =>
            Array.from({ length: times }, () => pool.facts.address),
          ),
          gas,
        }}
      />
    </div>
  )
}

interface Reward {
  readonly token: TokenFacts
  /** Settlement units; undefined where some pool has no estimate. */
  readonly reward: bigint | undefined
}

/** One for each token: amounts of different money are not added up. */
function sumRewards(all: readonly Reward[]): Reward[] {
  const sums = new Map<PoolAtBlock['facts']['settlementToken']['address'], Reward>()
  for (const { token, reward } of all) {
    const sum = sums.get(token.address)
    const before = sum === undefined ? 0n : sum.reward
    const isKnown = before !== undefined && reward !== undefined
    sums.set(token.address, { token, reward: isKnown ? before + reward : undefined })
  }
  return [...sums.values()]
}

/** `, about 2.9 USDC and 0.85 BAL`, and that there is more where some of it is not known. */
function Rewards({ rewards }: { rewards: readonly Reward[] }) {
  const known = rewards.flatMap(({ token, reward }) =>
    reward === undefined || reward === 0n ? [] : { token, reward },
  )
  if (known.length === 0) return null
  return (
    <>
      , about{' '}
      {known.map(({ token, reward }, index) => (
        <span key={token.address}>
          {index > 0 && ' and '}
          <Amount value={reward} token={token} />
        </span>
      ))}
      {rewards.some(({ reward }) => reward === undefined) && ' and more that cannot be estimated'}{' '}
      (an estimate, it depends on gas)
    </>
  )
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
