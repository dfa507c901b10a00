import type { Hex } from 'viem'
import type { BlockRange } from './blockRange'
import type {
  BalancesRecord,
  ClaimRecord,
  CommitRecord,
  FailedUpkeepRecord,
  UpkeepRecord,
} from './records'

/** When a block was, Unix seconds. */
export interface BlockTime {
  readonly number: bigint
  readonly timestampSec: bigint
}

/** What identifies a block, and when it was. */
export interface BlockHeader extends BlockTime {
  readonly hash: Hex
}

/** A pool's past as far as it is known. Every list is newest first. */
export interface PoolHistoryState {
  readonly upkeeps: readonly UpkeepRecord[]
  readonly failedUpkeeps: readonly FailedUpkeepRecord[]
  readonly commits: readonly CommitRecord[]
  readonly claims: readonly ClaimRecord[]
  readonly balances: readonly BalancesRecord[]
  /** From here to `coveredToBlock` nothing is missing; undefined while nothing was read. */
  readonly coveredFromBlock: bigint | undefined
  readonly coveredToBlock: bigint | undefined
  /** Where older records, of an earlier visit, do not connect yet. Ascending. */
  readonly gaps: readonly BlockRange[]
  /** Nothing of the pool lies before `coveredFromBlock`. */
  readonly isComplete: boolean
  /** How much of the wanted time is covered, 0 to 1. */
  readonly progress: number
  /**
   * `loading`: reading what is wanted. `waiting`: the RPC refused or is behind, it is asked again after a pause.
   * `failed`: asking again cannot help; it is still tried once in a while with `refresh`, or at once with `loadMore`.
   */
  readonly status: 'idle' | 'loading' | 'waiting' | 'failed'
  /** Why it is waiting or has failed. */
  readonly error: Error | undefined
}

export const NO_HISTORY: PoolHistoryState = {
  upkeeps: [],
  failedUpkeeps: [],
  commits: [],
  claims: [],
  balances: [],
  coveredFromBlock: undefined,
  coveredToBlock: undefined,
  gaps: [],
  isComplete: false,
  progress: 0,
  status: 'idle',
  error: undefined,
}
