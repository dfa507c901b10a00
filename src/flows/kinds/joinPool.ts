import * as v from 'valibot'
import {
  type Address,
  type Hex,
  isAddressEqual,
  parseEventLogs,
  type TransactionReceipt,
  zeroAddress,
} from 'viem'
import { vaultAbi } from '../../chain/balancer/balancerAbi'
import { toJoinRequest } from '../../chain/balancer/joinExit'
import { readTransfers } from '../../chain/balancer/readTransfers'
import { MAX_POOL_TOKENS } from '../../protocol/bounds'
import { type IntentBase, newStep } from '../step'
import { approveAction } from './approve'
import { traceOf } from './eventTrace'
import type { Action, FlowKind } from './flowKind'
import { poolOfId } from './poolOfId'
import { storedAddress, storedPoolId, storedUnits } from './storedFields'
import { VAULT_REVERTS } from './vaultReverts'

/** Puts tokens into a pool on Balancer, for LP tokens. */
export interface JoinPoolIntent extends IntentBase {
  readonly kind: 'joinPool'
  readonly vault: Address
  readonly poolId: Hex
  /** All tokens of the pool, in the Vault's order. */
  readonly tokens: readonly Address[]
  /** For each of them, base units; 0n for one that is left out. */
  readonly amountsIn: readonly bigint[]
  /** LP tokens by the query, and what is accepted at least. */
  readonly quotedLp: bigint
  readonly minLpOut: bigint
}

export const joinPool: FlowKind<JoinPoolIntent> = {
  schema: v.pipe(
    v.looseObject({
      kind: v.literal('joinPool'),
      title: v.string(),
      pool: v.optional(storedAddress),
      vault: storedAddress,
      poolId: storedPoolId,
      tokens: v.pipe(v.array(storedAddress), v.minLength(2), v.maxLength(MAX_POOL_TOKENS)),
      amountsIn: v.array(storedUnits),
      quotedLp: storedUnits,
      minLpOut: storedUnits,
    }),
    v.check(({ tokens, amountsIn }) => tokens.length === amountsIn.length),
    v.check(({ amountsIn }) => amountsIn.some((amount) => amount > 0n)),
  ),
  stepKinds: ['allowToken', 'joinPool'],
  // Each token is approved on its own; an approval that exists already is left out when its turn comes.
  steps: ({ amountsIn }) => [
    ...amountsIn.flatMap((amount, index) => (amount > 0n ? newStep('allowToken', index) : [])),
    newStep('joinPool'),
  ],
  contracts: ({ vault, poolId }) => ({ vault, balancerPools: [poolOfId(poolId)] }),
  purpose: ({ poolId }) => poolId,
  action: (intent, { kind, leg }, account) =>
    kind === 'allowToken' ? allowAction(intent, leg, account) : joinAction(intent, account),
  result: () => 'Added. The LP tokens are in your wallet.',
}

/** @throws RangeError where nothing is taken of such a token */
function allowAction(
  { vault, tokens, amountsIn }: JoinPoolIntent,
  leg: number | undefined,
  account: Address,
): Action {
  const token = tokens[leg ?? -1]
  const amount = amountsIn[leg ?? -1]
  if (token === undefined || amount === undefined || amount === 0n)
    throw new RangeError(`The pool takes no token ${leg}`)
  const given = amountsIn.flatMap((other, index) => (other > 0n ? index : []))
  const place = given.length === 1 ? '' : ` ${given.indexOf(leg ?? -1) + 1} of ${given.length}`
  const name = `Approve token${place}`
  return approveAction({ token, spender: vault, needed: amount, amount, name }, account)
}

function joinAction(intent: JoinPoolIntent, account: Address): Action {
  const { vault, poolId, tokens, amountsIn } = intent
  return {
    name: 'Add liquidity',
    request: () => ({
      address: vault,
      abi: vaultAbi,
      functionName: 'joinPool',
      args: [poolId, account, account, toJoinRequest(intent)],
    }),
    // The Vault notes the block of a change with each balance: within one block a second change takes less than it does after it.
    hasMovingGas: true,
    reverts: VAULT_REVERTS,
    traces: () => [
      traceOf(vault, vaultAbi, 'PoolBalanceChanged', { poolId, liquidityProvider: account }),
    ],
    async prove(_client, { logs }, taken) {
      const own = parseEventLogs({ abi: vaultAbi, eventName: 'PoolBalanceChanged', logs }).filter(
        ({ address, args }) =>
          isAddressEqual(address, vault) &&
          args.poolId === poolId &&
          isAddressEqual(args.liquidityProvider, account) &&
          args.deltas.length === tokens.length &&
          args.deltas.every((delta, index) => delta === amountsIn[index]),
      )
      return { isDone: own.length > taken }
    },
  }
}

/**
 * LP tokens that a join has given, by the transfers of its transaction.
 *
 * @returns Undefined where there is none that fits
 */
export function readJoinedLp(
  { poolId, minLpOut }: Pick<JoinPoolIntent, 'poolId' | 'minLpOut'>,
  account: Address,
  { logs }: Pick<TransactionReceipt, 'logs'>,
): bigint | undefined {
  const minted = readTransfers(logs, { token: poolOfId(poolId), from: zeroAddress, to: account })
  return minted.find((amount) => amount >= minLpOut)
}
