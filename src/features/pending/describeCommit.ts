import type { Settled } from '../../analytics/settlement'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import { CommitType } from '../../protocol/commitType'
import { pendingContent } from './content'

/** What a type of commit is called, what goes in and what comes out. */
export interface CommitText {
  readonly label: string
  /** The token of the commit's amount. */
  readonly paid: TokenFacts
  readonly receivedToken: TokenFacts
  /** Of what was settled, the part that such a commit gives. */
  readonly receivedOf: (settled: Settled) => bigint
}

/** The tokens of a pool as they are called beside it: their own symbols are the pool's whole name. */
export function sideTokens({ longToken, shortToken }: PoolFacts) {
  return { long: { ...longToken, symbol: 'long' }, short: { ...shortToken, symbol: 'short' } }
}

export function describeCommit(facts: PoolFacts, commitType: CommitType): CommitText {
  const { settlementToken: money } = facts
  const { long, short } = sideTokens(facts)
  const text = (
    paid: TokenFacts,
    receivedToken: TokenFacts,
    received: keyof Omit<Settled, 'feeWei'>,
  ): CommitText => ({
    label: pendingContent.labels[commitType],
    paid,
    receivedToken,
    receivedOf: (settled) => settled[received],
  })
  switch (commitType) {
    case CommitType.LongMint:
      return text(money, long, 'longTokens')
    case CommitType.ShortMint:
      return text(money, short, 'shortTokens')
    case CommitType.LongBurn:
      return text(long, money, 'settlementTokens')
    case CommitType.ShortBurn:
      return text(short, money, 'settlementTokens')
    case CommitType.LongBurnShortMint:
      return text(long, short, 'shortTokens')
    case CommitType.ShortBurnLongMint:
      return text(short, long, 'longTokens')
  }
}
