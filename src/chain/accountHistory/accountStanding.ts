import type { PoolReach } from './pastReach'

/** How far everything of an account is known. */
export interface AccountStanding {
  /** The newest block that was read; undefined before the first. */
  readonly headBlock: bigint | undefined
  /** From here on nothing is missing in any of the pools. */
  readonly fromBlock: bigint | undefined
  /** When that block was, Unix seconds; found out once the reading stops there. */
  readonly fromSec: bigint | undefined
  /** The same of each pool, by its address in lower case. The same object until something changes. */
  readonly reach: ReadonlyMap<string, PoolReach>
  /** Nothing of any pool lies before that. */
  readonly isWhole: boolean
  /** Of the blocks since the first, 0 to 1. */
  readonly progress: number
  /** Whether the past goes on once it is asked for. */
  readonly isPaused: boolean
}

export const NOTHING_READ: AccountStanding = {
  headBlock: undefined,
  fromBlock: undefined,
  fromSec: undefined,
  reach: new Map(),
  isWhole: false,
  progress: 0,
  isPaused: false,
}
