import * as v from 'valibot'
import type { Address } from 'viem'
import { poolCommitterAbi } from '../../chain/abi'
import type { PoolFacts } from '../../chain/poolFacts'
import { type IntentBase, newStep } from '../step'
import { provedBy, traceOf } from './eventTrace'
import type { FlowKind } from './flowKind'
import { poolFields, storedAddress } from './storedFields'

/** Wants everything that is in escrow in a pool. */
export interface ClaimIntent extends IntentBase {
  readonly kind: 'claim'
  readonly pool: Address
  readonly committer: Address
}

export function claimIntent(
  facts: Pick<PoolFacts, 'address' | 'committer'>,
  poolName: string,
): ClaimIntent {
  const { address: pool, committer } = facts
  return { kind: 'claim', title: `Claim from ${poolName}`, pool, committer }
}

export const claim: FlowKind<ClaimIntent> = {
  schema: v.looseObject({ ...poolFields, kind: v.literal('claim'), committer: storedAddress }),
  stepKinds: ['claim'],
  steps: () => [newStep('claim')],
  contracts: ({ committer }) => ({ committer }),
  action: ({ committer }, _step, account) => ({
    name: 'Claim',
    request: () => ({
      address: committer,
      abi: poolCommitterAbi,
      functionName: 'claim',
      args: [account],
    }),
    hasMovingGas: true,
    reverts: [
      [
        'ERC20: transfer amount exceeds balance',
        'The pool currently holds fewer tokens than it owes you, because a flip was credited at a lower minting fee than it paid. Your balance is safe. Claim again after the next mint in this pool.',
      ],
    ],
    ...provedBy(() => traceOf(committer, poolCommitterAbi, 'Claim', { user: account })),
  }),
  result: () => 'Claimed. Everything in your escrow in this pool is now in your wallet.',
}
