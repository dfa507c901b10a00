import type { Address, Hex } from 'viem'
import type { TokenFacts } from '../poolFacts'

/** A weighted pool on Balancer, which is its own LP token. */
export interface Lp {
  readonly address: Address
  readonly id: Hex
  readonly tokens: readonly TokenFacts[]
}

/** The venues of one pool's tokens. */
export interface PoolVenues {
  readonly vault: Address | undefined
  readonly lps: readonly PoolLp[]
  readonly farms: readonly PoolFarm[]
}

export interface PoolLp extends Lp {
  /** Whether it holds nothing but the pool's tokens and its settlement token, so that its value is known to the unit. */
  readonly isPriced: boolean
}

export interface PoolFarm {
  readonly address: Address
  readonly of: 'long' | 'short' | 'lp'
  /** The LP token that it takes. */
  readonly lp?: Address
  readonly rewardToken: TokenFacts
}
