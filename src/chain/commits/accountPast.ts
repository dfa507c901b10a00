import type { Hash } from 'viem'
import type { AccountEvent } from '../../analytics/profit/accountEvent'
import type { AccountClaim, AccountCommit } from './accountLog'

interface Place {
  readonly blockNumber: bigint
  readonly logIndex: number
}

/** Pool tokens that went from the account's wallet to another, or came. */
export interface TokenTransfer extends Place {
  readonly kind: 'received' | 'sent'
  readonly side: 'long' | 'short'
  readonly tokens: bigint
}

/** Pool tokens that the pool has paid to the account's wallet: with a claim. */
export interface TokenPayout extends Place {
  readonly transactionHash: Hash
  readonly side: 'long' | 'short'
  readonly tokens: bigint
}

/** What the account did outside of the pool's queue: stakes, swaps, liquidity. */
export interface OutsideMove extends Place {
  readonly event: AccountEvent
}

/** When an interval in which the account has commits was executed. */
export interface ExecutionPlace extends Place {
  readonly updateIntervalId: bigint
}

/** What an account has ever done in a pool, oldest first, as far down as the RPC gave it. */
export interface AccountPast {
  readonly commits: readonly AccountCommit[]
  readonly claims: readonly AccountClaim[]
  readonly transfers: readonly TokenTransfer[]
  readonly payouts: readonly TokenPayout[]
  readonly executions: readonly ExecutionPlace[]
  readonly moves: readonly OutsideMove[]
  /** Intervals that swaps and liquidity are valued at, and the blocks that executed them. */
  readonly valuedAt: readonly { readonly updateIntervalId: bigint; readonly blockNumber: bigint }[]
  readonly fromBlock: bigint
  readonly toBlock: bigint
  /** Nothing of the pool lies before `fromBlock`. */
  readonly isWhole: boolean
}
