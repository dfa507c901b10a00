import type { CommitmentAmounts } from '../protocol/snapshot'

/** The six amounts, in the order in which `totalPoolCommitments` and `userCommitments` both return them. */
export function toCommitmentAmounts(
  answer: readonly [bigint, bigint, bigint, bigint, bigint, bigint, ...unknown[]],
): CommitmentAmounts {
  return {
    longMintSettlement: answer[0],
    longBurnPoolTokens: answer[1],
    shortMintSettlement: answer[2],
    shortBurnPoolTokens: answer[3],
    shortBurnLongMintPoolTokens: answer[4],
    longBurnShortMintPoolTokens: answer[5],
  }
}
