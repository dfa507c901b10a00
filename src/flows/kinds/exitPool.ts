import * as v from 'valibot'
import {
  type Address,
  type Hex,
  isAddressEqual,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import { vaultAbi } from '../../chain/balancer/balancerAbi'
import { toExitRequest } from '../../chain/balancer/joinExit'
import { MAX_POOL_TOKENS } from '../../protocol/bounds'
import { type IntentBase, newStep } from '../step'
import { traceOf } from './eventTrace'
import type { FlowKind } from './flowKind'
import { poolOfId } from './poolOfId'
import { storedAddress, storedCount, storedPoolId, storedUnits } from './storedFields'
import { VAULT_REVERTS } from './vaultReverts'

/** Takes tokens out of a pool on Balancer, for LP tokens. Needs no approval: the pool itself burns them. */
export interface ExitPoolIntent extends IntentBase {
  readonly kind: 'exitPool'
  readonly vault: Address
  readonly poolId: Hex
  /** All tokens of the pool, in the Vault's order. */
  readonly tokens: readonly Address[]
  readonly lpIn: bigint
  /** Index of the only token that is taken; undefined for all in proportion. */
  readonly onlyToken: number | undefined
  /** By the query, for each token, base units. */
  readonly quotedAmounts: readonly bigint[]
  readonly minAmountsOut: readonly bigint[]
}

export const exitPool: FlowKind<ExitPoolIntent> = {
  schema: v.pipe(
    v.looseObject({
      kind: v.literal('exitPool'),
      title: v.string(),
      pool: v.optional(storedAddress),
      vault: storedAddress,
      poolId: storedPoolId,
      tokens: v.pipe(v.array(storedAddress), v.minLength(2), v.maxLength(MAX_POOL_TOKENS)),
      lpIn: v.pipe(storedUnits, v.minValue(1n)),
      onlyToken: v.optional(storedCount),
      quotedAmounts: v.array(storedUnits),
      minAmountsOut: v.array(storedUnits),
    }),
    v.check(({ tokens, quotedAmounts, minAmountsOut }) => {
      return [quotedAmounts, minAmountsOut].every(({ length }) => length === tokens.length)
    }),
    v.check(({ onlyToken, tokens }) => onlyToken === undefined || onlyToken < tokens.length),
  ),
  stepKinds: ['exitPool'],
  steps: () => [newStep('exitPool')],
  contracts: ({ vault, poolId }) => ({ vault, balancerPools: [poolOfId(poolId)] }),
  purpose: ({ poolId }) => poolId,
  action: (intent, _step, account) => {
    const { vault, poolId } = intent
    return {
      name: 'Remove liquidity',
      request: () => ({
        address: vault,
        abi: vaultAbi,
        functionName: 'exitPool',
        args: [poolId, account, account, toExitRequest(intent)],
      }),
      // The Vault notes the block of a change with each balance: within one block a second change takes less than it does after it.
      hasMovingGas: true,
      reverts: VAULT_REVERTS,
      traces: () => [
        traceOf(vault, vaultAbi, 'PoolBalanceChanged', { poolId, liquidityProvider: account }),
      ],
      prove: async (_client, receipt, taken) => ({
        isDone: readExits(intent, account, receipt).length > taken,
      }),
    }
  },
  result: () => 'Removed. The tokens are in your wallet.',
}

/** The amounts of all exits in a transaction that fit: in the Vault's order of tokens, base units. */
function readExits(
  { vault, poolId, minAmountsOut }: Pick<ExitPoolIntent, 'vault' | 'poolId' | 'minAmountsOut'>,
  account: Address,
  { logs }: Pick<TransactionReceipt, 'logs'>,
): readonly (readonly bigint[])[] {
  return parseEventLogs({ abi: vaultAbi, eventName: 'PoolBalanceChanged', logs })
    .filter(
      ({ address, args }) =>
        isAddressEqual(address, vault) &&
        args.poolId === poolId &&
        isAddressEqual(args.liquidityProvider, account) &&
        args.deltas.length === minAmountsOut.length &&
        args.deltas.every((delta, index) => delta <= 0n && -delta >= (minAmountsOut[index] ?? 0n)),
    )
    .map(({ args }) => args.deltas.map((delta) => -delta))
}

/**
 * What an exit has given, by the Vault's event: in its order of tokens, base units.
 *
 * @returns Undefined where there is none that fits
 */
export function readExitedAmounts(
  intent: Pick<ExitPoolIntent, 'vault' | 'poolId' | 'minAmountsOut'>,
  account: Address,
  receipt: Pick<TransactionReceipt, 'logs'>,
): readonly bigint[] | undefined {
  return readExits(intent, account, receipt)[0]
}
