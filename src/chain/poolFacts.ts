import type { Address, Hex } from 'viem'
import type { Quad } from '../protocol/quad'

/** An ERC-20 token as its contract describes itself. */
export interface TokenFacts {
  readonly address: Address
  readonly symbol: string
  readonly decimals: number
}

/** Hashes of a wrapper's code and of its spot wrapper's, by which the published ones are known. @see PoolLens.Facts */
export type CodeHashes = readonly [oracle: Hex, spot: Hex]

/**
 * A spot wrapper gives the feed's current price; an SMA one the mean of its last samples. One that does not say what it is
 * keeps no one from burning and claiming.
 */
export type OracleFacts =
  | {
      readonly kind: 'spot'
      readonly wrapper: Address
      readonly feed: Address
      /** Of the wrapper, twice: see `WRAPPER_HASHES`. */
      readonly codeHashes: CodeHashes
    }
  | {
      readonly kind: 'unavailable'
      readonly wrapper: Address
      /** The zero address, as nothing is known of it. */
      readonly feed: Address
      readonly codeHashes: CodeHashes
    }
  | {
      readonly kind: 'sma'
      readonly wrapper: Address
      readonly codeHashes: CodeHashes
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
  /** The feed behind that, if its code is the published one. */
  readonly settlementEthFeed: Address
  readonly settlementEthCodeHash: Hex
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
