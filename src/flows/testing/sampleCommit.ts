import type { CommitIntent, CommitLeg } from '../kinds/commit'

/** A short mint from the wallet. */
export const SAMPLE_LEG: CommitLeg = { commitType: 0, amount: 5n, fromAggregateBalance: false }

/** An order for tests: one commit, without a projection. */
export const SAMPLE_COMMIT: CommitIntent = {
  kind: 'commit',
  title: 'Mint',
  pool: '0x00000000000000000000000000000000000000A1',
  committer: '0x00000000000000000000000000000000000000A2',
  settlementToken: '0x00000000000000000000000000000000000000a3',
  legs: [SAMPLE_LEG],
  approval: 'exact',
  autoClaimWei: 0n,
  projection: undefined,
}
