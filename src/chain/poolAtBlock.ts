import type { Address } from 'viem'
import type { Balance, PoolSnapshot, UserSnapshot } from '../protocol/snapshot'
import type { PoolFacts } from './poolFacts'
import type { UnverifiedComponent } from './unverifiedComponent'

/** What else is worth knowing of a pool at a block, beyond what an upkeep reads. Prices in wads. */
export interface PoolMarket {
  /** The current index price, as the oracle's own input gives it; undefined where the oracle does not answer. */
  readonly spotPriceWad: bigint | undefined
  /** What the pool's oracle answers now; for an SMA the average before its next sample. */
  readonly oraclePriceWad: bigint | undefined
  /** When the feed behind the oracle was last written, Unix seconds; undefined where the feed does not say. */
  readonly feedUpdatedAtSec: bigint | undefined
  readonly secondaryFeeAddress: Address
}

/** Who has a hand in a pool at a block. */
export interface PoolControllers {
  /** Whose upkeeps it takes; the protocol's governance can change it. */
  readonly keeper: Address
  /** Who may set its minting and burning fee; the zero address for no one. */
  readonly feeController: Address
  /** Who may have an averaging oracle take a sample; undefined for a spot oracle. */
  readonly oracleKeeper: Address | undefined
  /** Who may change that. */
  readonly oracleGovernance: Address | undefined
}

/** One account's part in one pool, in base units. */
export interface PoolAccount {
  readonly settlementBalance: bigint
  /** What the pool may take of the account's settlement tokens. */
  readonly settlementAllowance: bigint
  readonly longBalance: bigint
  readonly shortBalance: bigint
  /** Settled and not yet claimed, executed commits included: `getAggregateBalance`. */
  readonly escrow: Balance
  /** The stored parts that `escrow` comes from, as the exact engine takes them. */
  readonly user: UserSnapshot
}

/** One pool at the snapshot's block; `account` is there when an account was asked for. */
export interface PoolAtBlock {
  readonly facts: PoolFacts
  /** What the exact engine computes from. */
  readonly snapshot: PoolSnapshot
  readonly market: PoolMarket
  readonly poolControllers: PoolControllers
  /** What of it is not known; empty for a verified market. */
  readonly unverifiedComponents: readonly UnverifiedComponent[]
  readonly account: PoolAccount | undefined
}

/** Whether everything that a market is made of is known. */
export function isVerified({
  unverifiedComponents,
}: Pick<PoolAtBlock, 'unverifiedComponents'>): boolean {
  return unverifiedComponents.length === 0
}
