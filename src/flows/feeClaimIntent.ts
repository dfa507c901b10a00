import type { PoolFacts } from '../chain/poolFacts'
import type { FeeClaimIntent } from './flow'

/** Wants a pool's accrued secondary fees paid to their address. */
export function feeClaimIntent(
  facts: Pick<PoolFacts, 'address'>,
  poolName: string,
): FeeClaimIntent {
  return { kind: 'feeClaim', title: `Claim the fees of ${poolName}`, pool: facts.address }
}
