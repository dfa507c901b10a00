import type { Side } from '../../analytics/poolFigures'
import type { TokenFacts } from '../../chain/poolRegistry'
import type { PoolAtBlock } from '../../chain/snapshot'
import { CommitType } from '../../protocol/commitType'

export type Action = 'mint' | 'burn'

const COMMIT_TYPES: Readonly<Record<Action, Readonly<Record<Side, CommitType>>>> = {
  mint: { long: CommitType.LongMint, short: CommitType.ShortMint },
  burn: { long: CommitType.LongBurn, short: CommitType.ShortBurn },
}

/** What a choice of side and action means in a pool. */
export interface CommitChoice {
  readonly commitType: CommitType
  readonly poolToken: TokenFacts
  /** The token the amount is in. */
  readonly paid: TokenFacts
  /** The token that comes out. */
  readonly received: TokenFacts
  /** What the wallet holds of `paid`; undefined while no account is known. */
  readonly balance: bigint | undefined
}

export function commitChoice(
  { facts, account }: PoolAtBlock,
  side: Side,
  action: Action,
): CommitChoice {
  const poolToken = side === 'long' ? facts.longToken : facts.shortToken
  const poolTokenBalance = side === 'long' ? account?.longBalance : account?.shortBalance
  const isMint = action === 'mint'
  return {
    commitType: COMMIT_TYPES[action][side],
    poolToken,
    paid: isMint ? facts.settlementToken : poolToken,
    received: isMint ? poolToken : facts.settlementToken,
    balance: isMint ? account?.settlementBalance : poolTokenBalance,
  }
}
