import type { Settled } from '../../analytics/settlement'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import { CommitType } from '../../protocol/commitType'

/** What a type of commit is called, what goes in and what comes out. */
export interface CommitWords {
  readonly label: string
  /** The token of the commit's amount. */
  readonly paid: TokenFacts
  readonly receivedToken: TokenFacts
  /** Of what was settled, the part that such a commit gives. */
  readonly receivedOf: (settled: Settled) => bigint
}

const LABELS: Readonly<Record<CommitType, string>> = {
  [CommitType.LongMint]: 'Mint long',
  [CommitType.ShortMint]: 'Mint short',
  [CommitType.LongBurn]: 'Burn long',
  [CommitType.ShortBurn]: 'Burn short',
  [CommitType.LongBurnShortMint]: 'Flip long to short',
  [CommitType.ShortBurnLongMint]: 'Flip short to long',
}

/** The tokens of a pool as they are called beside it: their own symbols are the pool's whole name. */
export function sideTokens({ longToken, shortToken }: PoolFacts) {
  return { long: { ...longToken, symbol: 'long' }, short: { ...shortToken, symbol: 'short' } }
}

export function commitWords(facts: PoolFacts, commitType: CommitType): CommitWords {
  const { settlementToken: money } = facts
  const { long, short } = sideTokens(facts)
  const words = (
    paid: TokenFacts,
    receivedToken: TokenFacts,
    received: keyof Omit<Settled, 'feeWei'>,
  ): CommitWords => ({
    label: LABELS[commitType],
    paid,
    receivedToken,
    receivedOf: (settled) => settled[received],
  })
  switch (commitType) {
    case CommitType.LongMint:
      return words(money, long, 'longTokens')
    case CommitType.ShortMint:
      return words(money, short, 'shortTokens')
    case CommitType.LongBurn:
      return words(long, money, 'settlementTokens')
    case CommitType.ShortBurn:
      return words(short, money, 'settlementTokens')
    case CommitType.LongBurnShortMint:
      return words(long, short, 'shortTokens')
    case CommitType.ShortBurnLongMint:
      return words(short, long, 'longTokens')
  }
}
