import type { PoolFacts } from '../chain/poolFacts'
import type { ClaimIntent } from './flow'

/** Wants everything that is in escrow in a pool. */
export function claimIntent(
  facts: Pick<PoolFacts, 'address' | 'committer'>,
  poolName: string,
): ClaimIntent {
  return {
    kind: 'claim',
    title: `Claim from ${poolName}`,
    pool: facts.address,
    committer: facts.committer,
  }
}
