import type { PoolAtBlock } from '../chain/poolAtBlock'

/** An account's commits that a rebalance has executed between two snapshots. */
export interface ExecutedIn {
  readonly pool: PoolAtBlock
  /** Whether something waits in escrow; auto-claim may have taken it already. */
  readonly isClaimable: boolean
}

/** How many of these markets hold something of the account to claim. */
export function countClaimable(pools: readonly PoolAtBlock[]): number {
  return pools.filter(hasEscrow).length
}

/**
 * The pools in which a commit of the account was queued before and is executed now: its interval lies behind the pool's current one.
 *
 * @param before The pools of an earlier snapshot of the same account
 */
export function executedSince(
  before: readonly PoolAtBlock[],
  now: readonly PoolAtBlock[],
): readonly ExecutedIn[] {
  const earlier = new Map(before.map((pool) => [pool.facts.address, pool]))
  return now.flatMap((pool) => {
    const queued = queuedIds(earlier.get(pool.facts.address))
    const isExecuted = queued.some((id) => id < pool.snapshot.updateIntervalId)
    return isExecuted ? [{ pool, isClaimable: hasEscrow(pool) }] : []
  })
}

/** The intervals that the account's commits wait for. */
function queuedIds(pool: PoolAtBlock | undefined): readonly bigint[] {
  const { account, snapshot } = pool ?? {}
  if (account === undefined || snapshot === undefined) return []
  return account.user.unAggregatedCommitments.filter((id) => id >= snapshot.updateIntervalId)
}

/** Whether the account has something to claim in a pool. */
export function hasEscrow({ account }: PoolAtBlock): boolean {
  return account !== undefined && Object.values(account.escrow).some((amount) => amount > 0n)
}
