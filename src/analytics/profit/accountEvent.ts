import { CommitType } from '../../protocol/commitType'
import type { Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'
import type { LiquidityEvent, SwapEvent } from './outsideTrades'
import type { StakeEvent } from './stakes'

/** Something that changed what one account has in one pool. Amounts in base units. */
export type AccountEvent =
  | {
      readonly kind: 'commit'
      readonly commitType: CommitType
      readonly updateIntervalId: bigint
      /** As in `CreateCommit`: settlement units with the minting fee for a mint, pool tokens otherwise. */
      readonly amount: bigint
      /** The same without the minting fee. */
      readonly recorded: bigint
    }
  | {
      /** An interval in which the account has commits. */
      readonly kind: 'executed'
      readonly updateIntervalId: bigint
      readonly longPrice: Quad
      readonly shortPrice: Quad
      /** Wad-scaled rate at execution. */
      readonly burnFee: Quad
      /** Wad-scaled rate when the interval was aggregated, or now where it has not been: what a flip pays. */
      readonly mintingFee: Quad
    }
  /** Pool tokens between wallets; not those that the pool mints, burns or pays out. */
  | { readonly kind: 'received' | 'sent'; readonly side: Side; readonly tokens: bigint }
  /** LP tokens between wallets; `lp` is their address, in lower case. */
  | { readonly kind: 'lpReceived' | 'lpSent'; readonly lp: string; readonly tokens: bigint }
  | StakeEvent
  | SwapEvent
  | LiquidityEvent

/** The side that a mint adds to, or whose tokens a burn or flip takes. */
export function paidSide(commitType: CommitType): Side {
  switch (commitType) {
    case CommitType.LongMint:
    case CommitType.LongBurn:
    case CommitType.LongBurnShortMint:
      return 'long'
    default:
      return 'short'
  }
}
