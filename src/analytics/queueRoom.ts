import { MAX_ITERATIONS } from '../protocol/bounds'
import type { PoolSnapshot, UserSnapshot } from '../protocol/snapshot'

/** In how many intervals the user has commits that no claim and no later commit has settled yet. */
export function queuedIntervals({ unAggregatedCommitments }: UserSnapshot): number {
  return new Set(unAggregatedCommitments.filter((id) => id !== 0n)).size
}

/**
 * Whether the contract's list of a user's intervals can take one more. Beyond 15 the contract can lose an interval
 * from it, and with it the tokens of its commits (docs/exactness.md).
 *
 * `last`: this commit takes the last place. `full`: it must not be sent before a rebalance has executed one of them.
 *
 * @param intervalId The interval that the commit goes into
 */
export function queueRoom(
  pool: Pick<PoolSnapshot, 'updateIntervalId'>,
  { unAggregatedCommitments: ids }: Pick<UserSnapshot, 'unAggregatedCommitments'>,
  intervalId: bigint,
): 'free' | 'last' | 'full' {
  if (ids.length > MAX_ITERATIONS) return 'full'
  const newest = ids.at(-1)
  // Also the contract looks at the end of its list alone.
  if (newest !== undefined && newest >= intervalId) return 'free'
  // A commit settles what has been executed before it queues.
  const waiting = ids.filter((id) => id >= pool.updateIntervalId).length
  if (waiting >= MAX_ITERATIONS) return 'full'
  return waiting === MAX_ITERATIONS - 1 ? 'last' : 'free'
}
