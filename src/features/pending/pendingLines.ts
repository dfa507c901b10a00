import type { PendingInterval } from '../../analytics/pendingIntervals'
import { type Settled, settleInOrder } from '../../analytics/settlement'
import { type AccountCommit, type AccountLog, isAccountedFor } from '../../chain/commits/accountLog'
import { logKey } from '../../chain/history/poolEvent'
import { AMOUNT_OF, type CommitType } from '../../protocol/commitType'

/** One commit of an interval, or the sum of all of one type where the single ones are not known. */
export interface PendingLine {
  readonly key: string
  readonly commitType: CommitType
  /** What was put in; undefined for a sum, whose fees are not known. */
  readonly commit: AccountCommit | undefined
  /** What the interval holds of it: mints after their fee. */
  readonly recorded: bigint
  /** What it adds to the lines before it; undefined without a projection. */
  readonly settled: Settled | undefined
}

export interface PendingLines {
  readonly lines: readonly PendingLine[]
  /** Whether each line is one commit. */
  readonly isSingle: boolean
}

/**
 * Whether a claim has been paid for: one covers all that the interval brings, whichever of its commits paid. Undefined where the
 * single commits are not known.
 */
export function hasPaidClaim({ lines, isSingle }: PendingLines): boolean | undefined {
  return isSingle ? lines.some(({ commit }) => commit?.payForClaim) : undefined
}

/** The commits of a pool's interval in the order in which they were made, or the committer's own sums. */
export function pendingLines(
  pool: string,
  interval: PendingInterval,
  log: AccountLog | undefined,
): PendingLines {
  const { updateIntervalId, amounts, terms } = interval
  const commits = (log?.commits ?? []).filter(
    (commit) => commit.pool === pool && commit.updateIntervalId === updateIntervalId,
  )
  const isSingle = isAccountedFor(amounts, commits)
  const entries = isSingle
    ? commits.map((commit) => ({ ...commit, key: logKey(commit), commit }))
    : Object.entries(AMOUNT_OF)
        .map(([type, field]) => ({
          key: field,
          commitType: Number(type) as CommitType,
          recorded: amounts[field],
          commit: undefined,
        }))
        .filter(({ recorded }) => recorded > 0n)
  const parts = terms && settleInOrder(entries, terms)
  return {
    isSingle,
    lines: entries.map(({ key, commitType, recorded, commit }, index) => ({
      key,
      commitType,
      recorded,
      commit,
      settled: parts?.[index],
    })),
  }
}
