import type { Quad } from './quad'

/**
 * Amounts queued for one update interval. Settlement amounts in the settlement token's smallest
 * unit, after the minting fee; pool tokens in theirs (same decimals).
 *
 * @see PoolCommitter.totalPoolCommitments
 */
export interface CommitmentAmounts {
  readonly longMintSettlement: bigint
  readonly longBurnPoolTokens: bigint
  readonly shortMintSettlement: bigint
  readonly shortBurnPoolTokens: bigint
  readonly shortBurnLongMintPoolTokens: bigint
  readonly longBurnShortMintPoolTokens: bigint
}

/** All users' commits of one update interval. @see PoolCommitter.totalPoolCommitments */
export interface TotalCommitment extends CommitmentAmounts {
  /** The mapping's key. */
  readonly updateIntervalId: bigint
}

/** One user's commits of one update interval. @see PoolCommitter.userCommitments */
export interface UserCommitment extends CommitmentAmounts {
  /** The mapping's key. (The struct's own id is 0 when nothing is left in it.) */
  readonly updateIntervalId: bigint
}

/** Settled and unclaimed ("escrow"), in smallest units. @see PoolCommitter.userAggregateBalance */
export interface Balance {
  readonly longTokens: bigint
  readonly shortTokens: bigint
  readonly settlementTokens: bigint
}

/** What an executed interval left behind. @see PoolCommitter.priceHistory */
export interface ExecutedInterval {
  readonly updateIntervalId: bigint
  /** Settlement per long token, `priceHistory(id).longPrice`. */
  readonly longPrice: Quad
  /** Settlement per short token, `priceHistory(id).shortPrice`. */
  readonly shortPrice: Quad
  /** Wad-scaled rate, `burnFeeHistory(id)`. */
  readonly burnFee: Quad
}

/** An oracle wrapper that always gives the current price. @see ChainlinkOracleWrapper */
export interface SpotOracleSnapshot {
  readonly kind: 'spot'
  /** `getPrice()`, wad. */
  readonly priceWad: bigint
}

/** An oracle that averages its last samples. @see SMAOracle */
export interface SmaOracleSnapshot {
  readonly kind: 'sma'
  /**
   * The stored samples `prices(i)`, wad, oldest first: i from `periodCount − min(periodCount,
   * numPeriods)` to `periodCount − 1`. Not the zeros of older, deleted ones.
   */
  readonly prices: readonly bigint[]
  /** `periodCount()`: samples ever taken. */
  readonly periodCount: bigint
  /** `numPeriods()`: samples averaged, 1 to 24. */
  readonly numPeriods: bigint
  /** `lastUpdate()`: when the last sample was taken, Unix seconds. */
  readonly lastUpdateSec: bigint
  /** `updateInterval()`: seconds between samples. */
  readonly updateIntervalSec: bigint
  /** `scaler()`: what a spot price is multiplied with to be a wad. */
  readonly scaler: bigint
  /** `getPrice()` of the wrapper at `oracle()`, **before** scaling. */
  readonly spotPrice: bigint
}

/** An oracle that does not answer: every upkeep reverts until it does. */
export interface UnavailableOracleSnapshot {
  readonly kind: 'unavailable'
}

export type OracleSnapshot = SpotOracleSnapshot | SmaOracleSnapshot | UnavailableOracleSnapshot

/** What the keeper's reward is made of, as far as it can be read. @see KeeperRewards */
export interface KeeperSnapshot {
  /** `PoolKeeper.gasPrice()`, wei. */
  readonly gasPriceWei: bigint
  /** `getPrice()` of the pool's `settlementEthOracle()`: settlement tokens per ETH, wad. */
  readonly settlementEthPriceWad: bigint
  /** `decimals()` of the settlement token. */
  readonly settlementTokenDecimals: bigint
}

/**
 * One pool at one block: everything an upkeep reads, and nothing derived.
 * All of it has to come from the same block, or the projection is worth nothing.
 */
export interface PoolSnapshot {
  /** Time of the block, Unix seconds. */
  readonly timestampSec: bigint

  /** `LeveragedPool.longBalance()`, settlement units; equals `balances()[1]`. */
  readonly longBalance: bigint
  /** `LeveragedPool.shortBalance()`, settlement units; equals `balances()[0]`. */
  readonly shortBalance: bigint
  /** `LeveragedPool.leverageAmount()`, raw: the leverage itself. */
  readonly leverageAmount: Quad
  /** `LeveragedPool.fee()`, raw: wad-scaled management fee **per update interval**. */
  readonly fee: Quad
  /** `LeveragedPool.lastPriceTimestamp()`, Unix seconds. */
  readonly lastPriceTimestampSec: bigint
  /** `LeveragedPool.updateInterval()`, seconds. */
  readonly updateIntervalSec: bigint
  /** `LeveragedPool.frontRunningInterval()`, seconds. */
  readonly frontRunningIntervalSec: bigint
  /** `LeveragedPool.secondaryFeeSplitPercent()`, 0 to 100. */
  readonly secondaryFeeSplitPercent: bigint
  /** Whether `LeveragedPool.secondaryFeeAddress()` is other than the zero address. */
  readonly hasSecondaryFeeAddress: boolean
  /** `LeveragedPool.primaryFees()`, settlement units accrued and not yet claimed. */
  readonly primaryFees: bigint
  /** `LeveragedPool.secondaryFees()`, settlement units accrued and not yet claimed. */
  readonly secondaryFees: bigint
  /** `LeveragedPool.paused()`. */
  readonly paused: boolean

  /** `totalSupply()` of `tokens(0)`. Queued burns have already left it. */
  readonly longTokenSupply: bigint
  /** `totalSupply()` of `tokens(1)`. Queued burns have already left it. */
  readonly shortTokenSupply: bigint

  /** `PoolCommitter.updateIntervalId()`: the interval that the next upkeep executes first. */
  readonly updateIntervalId: bigint
  /** `PoolCommitter.mintingFee()`, raw: wad-scaled rate. */
  readonly mintingFee: Quad
  /** `PoolCommitter.burningFee()`, raw: wad-scaled rate. */
  readonly burningFee: Quad
  /** `PoolCommitter.changeInterval()`, raw: wad-scaled step of the minting fee. */
  readonly changeInterval: Quad
  /** `PoolCommitter.pendingMintSettlementAmount()`, settlement units. */
  readonly pendingMintSettlementAmount: bigint
  /** `PoolCommitter.pendingLongBurnPoolTokens()`. */
  readonly pendingLongBurnPoolTokens: bigint
  /** `PoolCommitter.pendingShortBurnPoolTokens()`. */
  readonly pendingShortBurnPoolTokens: bigint
  /** `PoolCommitter.paused()`. */
  readonly committerPaused: boolean
  /**
   * Every nonzero `totalPoolCommitments(id)` from `updateIntervalId` on, ascending; zero ones may
   * be left out. Complete exactly when they add up to the three pending amounts, which
   * `validateSnapshot` checks. See `lastCommittableIntervalId` for how far to read.
   */
  readonly totalPoolCommitments: readonly TotalCommitment[]
  /**
   * Where `totalPoolCommitments` is not complete: the first interval that may be missing. All below
   * it are there, so that upkeeps which execute only those can be projected.
   */
  readonly queueReadBelow?: bigint
  /**
   * History of the executed intervals that some user still has unaggregated commits in, ascending.
   * Others may be there too.
   */
  readonly executedIntervals: readonly ExecutedInterval[]

  /** `PoolKeeper.executionPrice(pool)`, wad: the price the next upkeep compares with. */
  readonly executionPriceWad: bigint
  readonly oracle: OracleSnapshot
  /** Only needed to estimate rewards. */
  readonly keeper?: KeeperSnapshot
}

/** A copy of a snapshot that is being worked on. */
export type PoolDraft = { -readonly [K in keyof PoolSnapshot]: PoolSnapshot[K] }

/** One user in one pool, at the block of the {@link PoolSnapshot} it goes with. */
export interface UserSnapshot {
  /** `PoolCommitter.userAggregateBalance(user)`, the stored one: **not** `getAggregateBalance`. */
  readonly aggregateBalance: Balance
  /**
   * `PoolCommitter.unAggregatedCommitments(user, i)` for i = 0, 1, … in this order. Beyond 15 the
   * contract mixes them up: they need not ascend, and one can be there twice.
   */
  readonly unAggregatedCommitments: readonly bigint[]
  /** `PoolCommitter.userCommitments(user, id)` for each of these ids, in any order. */
  readonly userCommitments: readonly UserCommitment[]
}
