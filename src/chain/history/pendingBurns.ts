import { CommitType } from '../../protocol/commitType'
import type { CommitEvent } from './poolEvent'

/** Pool tokens that have left the supply but are not executed. */
export interface PendingBurns {
  readonly long: bigint
  readonly short: bigint
}

/** Follows the queued burns and flips of a pool through its events. */
export interface BurnQueue {
  commit(event: Pick<CommitEvent, 'amount' | 'commitType' | 'updateIntervalId'>): void
  execute(updateIntervalId: bigint): void
  pending(): PendingBurns
  /** A queue that goes on on its own from here. */
  copy(): BurnQueue
}

/** An empty queue. @see PoolCommitter.pendingLongBurnPoolTokens */
export function createBurnQueue(queued?: ReadonlyMap<bigint, PendingBurns>): BurnQueue {
  const queue = new Map(queued)
  return {
    commit({ amount, commitType, updateIntervalId }) {
      const { long, short } = queue.get(updateIntervalId) ?? { long: 0n, short: 0n }
      switch (commitType) {
        case CommitType.LongBurn:
        case CommitType.LongBurnShortMint:
          queue.set(updateIntervalId, { long: long + amount, short })
          break
        case CommitType.ShortBurn:
        case CommitType.ShortBurnLongMint:
          queue.set(updateIntervalId, { long, short: short + amount })
          break
      }
    },
    execute(updateIntervalId) {
      queue.delete(updateIntervalId)
    },
    pending() {
      let long = 0n
      let short = 0n
      for (const burns of queue.values()) {
        long += burns.long
        short += burns.short
      }
      return { long, short }
    },
    copy: () => createBurnQueue(queue),
  }
}
