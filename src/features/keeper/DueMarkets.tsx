import { computeEach } from '../../analytics/computeEach'
import { dueUpkeeps, estimateRewards } from '../../analytics/dueUpkeeps'
import { upkeepBatch } from '../../analytics/upkeepBatch'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { useStaleness } from '../../data/useStaleness'
import { Amount } from '../../ui/Amount'
import { Flash } from '../../ui/Flash'
import { keeperContent } from './content'
import { PerformButton } from './PerformButton'

/** Offers to perform the due rebalances of one keeper contract in one transaction, where there are several. */
export function DueMarkets() {
  const { snapshot } = useSnapshot()
  const nowSec = useChainNowSec(snapshot)
  // What the clock says of an old block may have been done by someone since.
  const isStale = useStaleness() !== undefined
  if (snapshot === undefined || nowSec === undefined || isStale) return null
  // An unverified market is rebalanced on its own page only.
  const allDue = computeEach(snapshot.pools.filter(isVerified), (pool) => {
    const upkeeps = dueUpkeeps(pool.snapshot, nowSec)
    // Pools without a reward: anyone can create any number of them.
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
    <div className="flex items-center justify-between gap-3 rounded-panel border border-line bg-surface py-1 pr-1 pl-4 sm:py-2 sm:pr-2">
      <p className="min-w-0 max-sm:truncate max-sm:leading-5">
        <Flash>
          <span className="font-semibold">
            {keeperContent.several.due(needed)}
            {/* A phone has room for a line. */}
            <span className="max-sm:hidden">{keeperContent.several.inMarkets(due.length)}</span>
          </span>
        </Flash>{' '}
        <span className="max-sm:hidden">
          {!isAll && `${keeperContent.several.fit(upkeeps)} `}
          <Rewards rewards={rewards} />
        </span>
      </p>
      <PerformButton
        label={isAll ? keeperContent.several.all : keeperContent.several.some(upkeeps, needed)}
        intent={{
          kind: 'upkeep',
          title: keeperContent.several.title(chosen.length),
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

/** Who can perform them and for how much: an amount for each token, and that there is more where some of it is unknown. */
function Rewards({ rewards }: { rewards: readonly Reward[] }) {
  const known = rewards.flatMap(({ token, reward }) =>
    reward === undefined || reward === 0n ? [] : { token, reward },
  )
  const { several } = keeperContent
  if (rewards.every(({ reward }) => reward === 0n)) return several.noReward
  if (known.length === 0) return several.unknownReward
  return several.reward(
    known.map(({ token, reward }, index) => (
      <span key={token.address}>
        {index > 0 && several.and}
        <Amount value={reward} token={token} />
      </span>
    )),
    rewards.some(({ reward }) => reward === undefined),
  )
}
