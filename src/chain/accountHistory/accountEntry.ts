import type { Address, Hash, Hex } from 'viem'
import type { Quad } from '../../protocol/quad'
import type { ExecutedInterval } from '../../protocol/snapshot'
import type { AccountCommit } from '../commits/accountLog'
import type { TokenFacts } from '../poolFacts'

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

/** Pool tokens, or LP tokens of a liquidity pool that holds some. */
interface HeldTokens {
  readonly side: 'long' | 'short' | 'lp'
  /** Of LP tokens, their address. */
  readonly lp?: Address | undefined
  readonly tokens: bigint
}

/** Tokens that went from the account's wallet to another, or came. */
export interface TransferEntry extends EntryPlace, HeldTokens {
  readonly kind: 'received' | 'sent'
  readonly other: Address
}

/** Tokens that went to a known farm, or came back. */
export interface StakeEntry extends EntryPlace, HeldTokens {
  readonly kind: 'stake' | 'unstake'
  readonly farm: Address
}

/** What a known farm of the pool's tokens has paid. */
export interface FarmRewardEntry extends EntryPlace {
  readonly kind: 'farmReward'
  readonly farm: Address
  readonly token: TokenFacts
  readonly amount: bigint
}

/** An amount of one of the pool's tokens, or of another one that is traded for them. */
export interface TokenAmount {
  readonly of: 'long' | 'short' | 'settlement' | 'other'
  /** Of another one only: the pool's are known. */
  readonly token?: TokenFacts | undefined
  readonly amount: bigint
}

/** What the last interval before a trade executed at, and in which block. */
export interface PoolPrices {
  readonly updateIntervalId: bigint
  readonly blockNumber: bigint
  readonly longPrice: Quad
  readonly shortPrice: Quad
}

/** Pool tokens that were swapped on Balancer, proven by the Vault's events; stands where their transfer does. */
export interface SwapEntry extends EntryPlace {
  readonly kind: 'swap'
  readonly given: TokenAmount
  readonly received: TokenAmount
  /** Undefined where another token than the pool's is in it, or the last interval was not found: its cost is not known then. */
  readonly prices?: PoolPrices | undefined
}

/** Liquidity that was added or removed on Balancer, proven as swaps are; stands where the transfer of the LP tokens does. */
export interface LiquidityEntry extends EntryPlace {
  readonly kind: 'join' | 'exit'
  readonly lp: Address
  readonly lpTokens: bigint
  readonly amounts: readonly TokenAmount[]
  /** As for a swap. */
  readonly prices?: PoolPrices | undefined
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
  | StakeEntry
  | FarmRewardEntry
  | SwapEntry
  | LiquidityEntry

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
