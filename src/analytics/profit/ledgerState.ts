import type { CommitType } from '../../protocol/commitType'
import type { Side } from '../poolFigures'
import type { ClosedLot, ClosedLpLot, Lot, LpLot } from './lots'

/** A mint that waits for its interval. Settlement units. */
export interface QueuedMint {
  readonly side: Side
  readonly updateIntervalId: bigint
  readonly amount: bigint
  readonly recorded: bigint
}

/** A burn or flip that waits for its interval. */
export interface QueuedBurn {
  readonly updateIntervalId: bigint
  readonly commitType: CommitType
  /** First in, first out. */
  readonly lots: readonly Lot[]
}

/** Everything an account has and had in one pool, in lots. */
export interface PoolLedger {
  /** In wallet, escrow and farms, oldest first. */
  readonly open: readonly Lot[]
  readonly queuedMints: readonly QueuedMint[]
  readonly queuedBurns: readonly QueuedBurn[]
  readonly closed: readonly ClosedLot[]
  /** Sent to someone, at cost and without a gain. */
  readonly sent: readonly Lot[]
  /** Settlement units paid for mints, swaps and liquidity so far, from the wallet or out of burns. */
  readonly putIn: bigint
  /** Settlement units that lots of known cost have brought. */
  readonly takenOut: bigint
  /** Of both, what flips have moved from one side to the other, and liquidity from tokens to LP tokens and back. */
  readonly flipped: bigint
  readonly liquidity: Liquidity
  /** Where some of the tokens of `open` and of the open LP tokens are. */
  readonly staked: readonly Stake[]
}

/** LP tokens of liquidity pools that hold the pool's tokens. */
export interface Liquidity {
  /** In the wallet and in farms, oldest first. */
  readonly open: readonly LpLot[]
  readonly closed: readonly ClosedLpLot[]
  /** Sent to someone, at cost and without a gain. */
  readonly sent: readonly LpLot[]
}

/** Tokens of the account in a farm. */
export interface Stake {
  readonly farm: string
  /** A side's tokens, or the LP token of this address, in lower case. */
  readonly of: Side | { readonly lp: string }
  readonly tokens: bigint
}

export const EMPTY_LEDGER: PoolLedger = {
  open: [],
  queuedMints: [],
  queuedBurns: [],
  closed: [],
  sent: [],
  putIn: 0n,
  takenOut: 0n,
  flipped: 0n,
  liquidity: { open: [], closed: [], sent: [] },
  staked: [],
}
