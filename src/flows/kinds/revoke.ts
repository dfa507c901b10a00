import * as v from 'valibot'
import type { Address } from 'viem'
import type { PoolFacts } from '../../chain/poolFacts'
import { type IntentBase, newStep } from '../step'
import { approveAction } from './approve'
import type { FlowKind } from './flowKind'
import { poolFields, storedAddress } from './storedFields'

/** Takes back what a pool may take of the account's settlement tokens. */
export interface RevokeIntent extends IntentBase {
  readonly kind: 'revoke'
  readonly pool: Address
  readonly settlementToken: Address
}

export function revokeIntent(
  { address: pool, settlementToken }: Pick<PoolFacts, 'address' | 'settlementToken'>,
  poolName: string,
): RevokeIntent {
  return {
    kind: 'revoke',
    title: `Revoke approval for ${poolName}`,
    pool,
    settlementToken: settlementToken.address,
  }
}

export const revoke: FlowKind<RevokeIntent> = {
  schema: v.looseObject({
    ...poolFields,
    kind: v.literal('revoke'),
    settlementToken: storedAddress,
  }),
  stepKinds: ['revoke'],
  steps: () => [newStep('revoke')],
  contracts: ({ settlementToken }) => ({ settlementToken }),
  action: ({ settlementToken: token, pool: spender }, _step, account) =>
    approveAction({ token, spender, needed: 0n, amount: 0n, name: 'Revoke approval' }, account),
  result: () => 'Revoked. The pool can no longer spend tokens from your wallet.',
}
