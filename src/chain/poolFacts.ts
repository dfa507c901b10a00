import type { Address } from 'viem'
import type { Quad } from '../protocol/quad'

/** An ERC-20 token as its contract describes itself. */
export interface TokenFacts {
  readonly address: Address
  readonly symbol: string
  readonly decimals: number
}

/** A spot wrapper gives the feed's current price; an SMA one the mean of its last samples. */
export type OracleFacts =
  | {
      readonly kind: 'spot'
      readonly wrapper: Address
      readonly feed: Address
      /** Whether the wrapper's code is the published one: then it gives what the feed says, and nobody can change that. */
      readonly isPublished: boolean
    }
  | {
      readonly kind: 'sma'
      readonly wrapper: Address
      /** The same of the averaging oracle and of its spot wrapper. */
      readonly isPublished: boolean
      /** The spot wrapper the samples are taken from. */
      readonly spotWrapper: Address
      readonly feed: Address
      readonly numPeriods: number
      readonly sampleIntervalSec: bigint
      /** Factor from the spot wrapper's unit to a wad. */
      readonly scaler: bigint
    }

/** Everything about a pool that cannot change after it was made. */
export interface PoolFacts {
  readonly address: Address
  /** Made by a deprecated factory: holders burn and claim, minting is not offered. */
  readonly deprecated: boolean
  readonly name: string
  readonly committer: Address
  readonly keeper: Address
  /** Of the factory that made it, when this was read; undefined where none has. */
  readonly factoryKeeper: Address | undefined
  readonly settlementEthOracle: Address
  /** The feed behind that, where it is a wrapper of the published code; undefined for anything else. */
  readonly settlementEthFeed: Address | undefined
  readonly settlementToken: TokenFacts
  readonly longToken: TokenFacts
  readonly shortToken: TokenFacts
  readonly oracle: OracleFacts
  /** What the index is of, e.g. `ETH`, and what its price is counted in, e.g. `USD`, as the feed or the pool's name says. */
  readonly base: string | undefined
  readonly quote: string | undefined
  /** The leverage itself, as the contract holds it. */
  readonly leverageAmount: Quad
  /** Management fee for one update interval, a wad. */
  readonly fee: Quad
  readonly updateIntervalSec: bigint
  readonly frontRunningIntervalSec: bigint
}
