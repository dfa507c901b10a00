import * as v from 'valibot'
import type { Address, Client } from 'viem'
import { readContract } from 'viem/actions'
import { leveragedPoolAbi } from '../../chain/abi'
import type { Failure } from '../../chain/describeFailure'
import type { PoolFacts } from '../../chain/poolFacts'
import { type IntentBase, newStep } from '../step'
import { provedBy, traceOf } from './eventTrace'
import type { FlowKind } from './flowKind'
import { poolFields } from './storedFields'

/** Sends a pool's accrued secondary fees to its secondary fee address: anyone may. */
export interface FeeClaimIntent extends IntentBase {
  readonly kind: 'feeClaim'
  readonly pool: Address
}

export function feeClaimIntent(
  { address: pool }: Pick<PoolFacts, 'address'>,
  poolName: string,
): FeeClaimIntent {
  return { kind: 'feeClaim', title: `Claim fees from ${poolName}`, pool }
}

export const feeClaim: FlowKind<FeeClaimIntent> = {
  schema: v.looseObject({ ...poolFields, kind: v.literal('feeClaim') }),
  stepKinds: ['feeClaim'],
  steps: () => [newStep('feeClaim')],
  contracts: () => ({}),
  action: ({ pool }) => ({
    name: 'Claim fees',
    request: () => ({
      address: pool,
      abi: leveragedPoolAbi,
      functionName: 'claimSecondaryFees',
      args: [],
    }),
    check: (client) => noFeesProblem(client, pool),
    ...provedBy(() => traceOf(pool, leveragedPoolAbi, 'SecondaryFeesPaid')),
  }),
  result: () => 'Claimed. The accrued fees were sent to the pool’s secondary fee address.',
}

/** The contract would pay nothing, and the network fee would be lost. */
async function noFeesProblem(client: Client, pool: Address): Promise<Failure | undefined> {
  const fees = await readContract(client, {
    address: pool,
    abi: leveragedPoolAbi,
    functionName: 'secondaryFees',
  })
  if (fees > 0n) return undefined
  return {
    code: 'NO_FEES',
    message: 'No fees to claim: someone may have claimed them already. Nothing was sent.',
  }
}
