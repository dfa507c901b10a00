import type { PoolFacts, TokenFacts } from '../../chain/poolRegistry'
import { CommitType } from '../../protocol/commitType'
import type { ProjectedCommit } from '../../protocol/projection'

/** One queued commit in words: what it is, what went in, and what comes out. */
export interface CommitLine {
  readonly label: string
  /** The token of the commit's amount; a mint's amount has its fee already taken. */
  readonly paid: TokenFacts
  readonly receivedToken: TokenFacts
  /** Undefined when there is no projection for it. */
  readonly received: bigint | undefined
}

const LABELS: Readonly<Record<CommitType, string>> = {
  [CommitType.LongMint]: 'Mint long',
  [CommitType.ShortMint]: 'Mint short',
  [CommitType.LongBurn]: 'Burn long',
  [CommitType.ShortBurn]: 'Burn short',
  [CommitType.LongBurnShortMint]: 'Flip long to short',
  [CommitType.ShortBurnLongMint]: 'Flip short to long',
}

export function commitLine(facts: PoolFacts, { commitType, outcome }: ProjectedCommit): CommitLine {
  const label = LABELS[commitType]
  const { settlementToken } = facts
  // The tokens' own symbols are the pool's whole name; beside the pool, the side says it all.
  const long = { ...facts.longToken, symbol: 'long' }
  const short = { ...facts.shortToken, symbol: 'short' }
  switch (commitType) {
    case CommitType.LongMint:
      return {
        label,
        paid: settlementToken,
        receivedToken: long,
        received: outcome?._newLongTokens,
      }
    case CommitType.ShortMint:
      return {
        label,
        paid: settlementToken,
        receivedToken: short,
        received: outcome?._newShortTokens,
      }
    case CommitType.LongBurn:
    case CommitType.ShortBurn:
      return {
        label,
        paid: commitType === CommitType.LongBurn ? long : short,
        receivedToken: settlementToken,
        received: outcome?._newSettlementTokens,
      }
    case CommitType.LongBurnShortMint:
      return { label, paid: long, receivedToken: short, received: outcome?._newShortTokens }
    case CommitType.ShortBurnLongMint:
      return { label, paid: short, receivedToken: long, received: outcome?._newLongTokens }
  }
}
