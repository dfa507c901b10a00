import type { Address } from 'viem'

/** Something that a market is made of, known by its address, with a name for people. */
export interface VerifiedComponent {
  readonly name: string
  readonly address: Address
}

/** A Chainlink feed. Its name is the pair, as in a pool's name: `ETH/USD`. */
export interface KnownFeed extends VerifiedComponent {
  /** It is written at least this often, seconds. */
  readonly heartbeatSec?: number | undefined
  /** It is also written when the price has moved by so many percent. */
  readonly deviationPercent?: number | undefined
}

/** A token that markets settle in. */
export interface KnownToken extends VerifiedComponent {
  /** The feed of what 1 ETH costs in it, which keepers are paid by. */
  readonly ethFeed?: Address | undefined
}

/** What markets can be made of without being a stranger's. */
export interface VerifiedComponents {
  readonly tokens: readonly KnownToken[]
  readonly feeds: readonly KnownFeed[]
  /** Who may set a market's fees, or govern its averaging oracle. */
  readonly governors: readonly Address[]
}
