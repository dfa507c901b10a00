import type { Address, Hex } from 'viem'
import type { CommitType } from '../../protocol/commitType'
import type { PoolRebalance } from '../../protocol/leveragedPool'
import type { Quad } from '../../protocol/quad'

/** Where on the chain a log stands. */
export interface LogPlace {
  readonly blockNumber: bigint
  readonly blockHash: Hex
  readonly transactionHash: Hex
  /** Position in the block. */
  readonly logIndex: number
  /** The block's time, Unix seconds, as the chain says it. */
  readonly timestampSec: bigint
}

/** Prices of both tokens when an interval was executed. @see PoolCommitter.priceHistory */
export interface IntervalPrices {
  /** Settlement per long token. */
  readonly longPrice: Quad
  /** Settlement per short token. */
  readonly shortPrice: Quad
}

/** `PoolRebalance`: what a price change did to both balances, settlement units. */
export interface RebalanceEvent extends LogPlace, PoolRebalance {
  readonly kind: 'rebalance'
}

/** Both sides' balances, settlement units. */
export interface SideBalances {
  readonly longBalance: bigint
  readonly shortBalance: bigint
}

/** `PoolBalancesChanged`: both balances as a commit or an aggregation left them. */
export interface BalancesEvent extends LogPlace, SideBalances {
  readonly kind: 'balances'
}

/** `CreateCommit`. */
export interface CommitEvent extends LogPlace {
  readonly kind: 'commit'
  readonly user: Address
  /** Settlement units for mints, minting fee included; pool token units for burns and flips. */
  readonly amount: bigint
  readonly commitType: CommitType
  readonly updateIntervalId: bigint
  readonly fromAggregateBalance: boolean
  readonly payForClaim: boolean
  /** The rate at the time of the commit, wad-scaled. */
  readonly mintingFee: Quad
}

/** An interval whose commits an upkeep executed. */
export interface IntervalExecution {
  readonly updateIntervalId: bigint
  /** Wad-scaled rate. */
  readonly burningFee: Quad
  /** Undefined until the committer has told them. */
  readonly prices: IntervalPrices | undefined
}

/** `ExecutedCommitsForInterval`, and what the committer remembers of it. */
export interface ExecutedEvent extends LogPlace, IntervalExecution {
  readonly kind: 'executed'
}

/** `UpkeepSuccessful`; prices in wads. */
export interface UpkeepEvent extends LogPlace {
  readonly kind: 'upkeep'
  readonly startPriceWad: bigint
  readonly endPriceWad: bigint
}

/** `PoolUpkeepError`. */
export interface UpkeepErrorEvent extends LogPlace {
  readonly kind: 'upkeepError'
  readonly reason: string
}

/** What the keeper got for an upkeep, settlement units. */
export interface KeeperPayment {
  readonly keeper: Address
  /** What was paid; what was due where `isPaid` is false. */
  readonly rewardWei: bigint
  readonly isPaid: boolean
}

/** `KeeperPaid`, or `KeeperPaymentError` where `isPaid` is false. */
export interface KeeperPaymentEvent extends LogPlace, KeeperPayment {
  readonly kind: 'keeperPayment'
}

/** `Claim`. */
export interface ClaimEvent extends LogPlace {
  readonly kind: 'claim'
  readonly user: Address
}

/** `PoolInitialized`: there is nothing of this pool before it. */
export interface InitializedEvent extends LogPlace {
  readonly kind: 'initialized'
}

/** One log of a pool, its committer, or the keeper about the pool. */
export type PoolEvent =
  | RebalanceEvent
  | BalancesEvent
  | CommitEvent
  | ExecutedEvent
  | UpkeepEvent
  | UpkeepErrorEvent
  | KeeperPaymentEvent
  | ClaimEvent
  | InitializedEvent

/** What distinguishes a log, and what is made of it, from all others, also those of one transaction. */
export function logKey({
  transactionHash,
  logIndex,
}: Pick<LogPlace, 'transactionHash' | 'logIndex'>): string {
  return `${transactionHash}:${logIndex}`
}

/** Chain order: negative when `a` happened before `b`. */
export function compareEvents(a: LogPlace, b: LogPlace): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1
  return a.logIndex - b.logIndex
}
