import type { Address, Hash, Hex } from 'viem'
import type { ExecutedInterval } from '../../protocol/snapshot'
import type { AccountCommit } from '../commits/accountLog'

/** Where on the chain a log stands, and of which pool it is. */
export interface EntryPlace {
  readonly pool: Address
  readonly blockNumber: bigint
  readonly blockHash: Hex
  readonly transactionHash: Hash
  /** Position in the block. */
  readonly logIndex: number
  /** The block's time, Unix seconds, where the log or the block's header has said it. */
  readonly timestampSec?: bigint | undefined
}

/** One `CreateCommit` of the account. */
export interface CommitEntry extends EntryPlace, Omit<AccountCommit, keyof EntryPlace> {
  readonly kind: 'commit'
}

/** A `Claim` by or for the account. */
interface ClaimEntry extends EntryPlace {
  readonly kind: 'claim'
}

/** Pool tokens that went from the account's wallet to another, or came. */
interface TransferEntry extends EntryPlace {
  readonly kind: 'received' | 'sent'
  readonly side: 'long' | 'short'
  readonly tokens: bigint
  readonly other: Address
}

/** What the pool has paid to the account's wallet. */
export interface PayoutEntry extends EntryPlace {
  readonly kind: 'payout'
  readonly of: 'long' | 'short' | 'settlement'
  readonly amount: bigint
}

/** `KeeperPaid`, settlement units. */
interface RewardEntry extends EntryPlace {
  readonly kind: 'reward'
  readonly amount: bigint
}

/** An interval in which the account has commits was executed. */
export interface ExecutionEntry extends EntryPlace {
  readonly kind: 'execution'
  readonly updateIntervalId: bigint
  /** Undefined until the committer has told it. */
  readonly executed?: ExecutedInterval | undefined
}

/** The pool was created: nothing of it lies before, and an RPC that tells of it has logs of that time. */
interface CreatedEntry extends EntryPlace {
  readonly kind: 'created'
}

/** One log about the account, or about the beginning of a pool. */
export type AccountEntry =
  | CreatedEntry
  | CommitEntry
  | ClaimEntry
  | TransferEntry
  | PayoutEntry
  | RewardEntry
  | ExecutionEntry

/** What distinguishes an entry from all others of the chain. */
export function entryKey({
  blockNumber,
  logIndex,
}: Pick<EntryPlace, 'blockNumber' | 'logIndex'>): string {
  return `${blockNumber}:${logIndex}`
}

/** What distinguishes an interval from those of other pools. */
export function intervalKey(pool: Address, updateIntervalId: bigint): string {
  return `${pool.toLowerCase()}:${updateIntervalId}`
}

/** Chain order: negative when `a` happened before `b`. */
export function byPlace(
  a: Pick<EntryPlace, 'blockNumber' | 'logIndex'>,
  b: Pick<EntryPlace, 'blockNumber' | 'logIndex'>,
): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1
  return a.logIndex - b.logIndex
}
