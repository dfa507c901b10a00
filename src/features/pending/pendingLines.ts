import type { PoolFacts, TokenFacts } from '../../chain/poolRegistry'
import type { UserCommitment } from '../../protocol/snapshot'

/** One queued amount: what it is, and what was put in. */
export interface PendingLine {
  readonly label: string
  readonly amount: bigint
  readonly token: TokenFacts
}

/** What an account has queued in one interval, by kind; a mint's amount has its fee already taken. */
export function pendingLines(
  { settlementToken, longToken, shortToken }: PoolFacts,
  commitment: UserCommitment,
): PendingLine[] {
  const lines: PendingLine[] = [
    { label: 'Mint long', amount: commitment.longMintSettlement, token: settlementToken },
    { label: 'Mint short', amount: commitment.shortMintSettlement, token: settlementToken },
    { label: 'Burn long', amount: commitment.longBurnPoolTokens, token: longToken },
    { label: 'Burn short', amount: commitment.shortBurnPoolTokens, token: shortToken },
    {
      label: 'Flip long to short',
      amount: commitment.longBurnShortMintPoolTokens,
      token: longToken,
    },
    {
      label: 'Flip short to long',
      amount: commitment.shortBurnLongMintPoolTokens,
      token: shortToken,
    },
  ]
  return lines.filter(({ amount }) => amount > 0n)
}
