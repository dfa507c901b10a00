import * as v from 'valibot'
import type { Address, TransactionReceipt } from 'viem'
import { transferAbi } from '../../chain/balancer/balancerAbi'
import { buildSwap } from '../../chain/balancer/buildSwap'
import { readTransfers } from '../../chain/balancer/readTransfers'
import { type SwapRoute, tokenInOf, tokenOutOf } from '../../chain/balancer/swapRoute'
import { type IntentBase, newStep } from '../step'
import { traceOf } from './eventTrace'
import type { FlowKind } from './flowKind'
import { poolOfId } from './poolOfId'
import { storedAddress, storedPoolId, storedUnits } from './storedFields'
import { VAULT_REVERTS } from './vaultReverts'

/** Swaps tokens now in pools on Balancer, instead of waiting in the queue. */
export interface SwapIntent extends IntentBase {
  readonly kind: 'swap'
  readonly vault: Address
  readonly route: SwapRoute
  /** Base units of the route's first token. */
  readonly amountIn: bigint
  /** What the quote said, base units of its last token; the result is compared with it. */
  readonly quotedOut: bigint
  /** The Vault reverts below it. */
  readonly minOut: bigint
  /** The Vault reverts after it, Unix seconds. */
  readonly deadlineSec: bigint
}

const hop = v.object({ poolId: storedPoolId, tokenIn: storedAddress, tokenOut: storedAddress })

export const swap: FlowKind<SwapIntent> = {
  schema: v.pipe(
    v.looseObject({
      kind: v.literal('swap'),
      title: v.string(),
      pool: v.optional(storedAddress),
      vault: storedAddress,
      route: v.pipe(v.array(hop), v.minLength(1), v.maxLength(2)),
      amountIn: v.pipe(storedUnits, v.minValue(1n)),
      quotedOut: storedUnits,
      minOut: storedUnits,
      deadlineSec: storedUnits,
    }),
    // What the first hop gives is what the second takes.
    v.check(({ route: [first, second] }) => {
      return second === undefined || first?.tokenOut === second.tokenIn
    }),
  ),
  stepKinds: ['swap'],
  steps: (_, needsApproval) =>
    needsApproval ? [newStep('approve'), newStep('swap')] : [newStep('swap')],
  approval: ({ vault, route, amountIn }) => ({
    token: tokenInOf(route),
    spender: vault,
    needed: amountIn,
    amount: amountIn,
    name: 'Approve this amount',
  }),
  contracts: ({ vault, route }) => ({
    vault,
    balancerPools: route.map(({ poolId }) => poolOfId(poolId)),
  }),
  purpose: ({ route }) => route.flatMap(({ tokenIn, tokenOut }) => [tokenIn, tokenOut]).join(),
  action: (intent, _step, account) => {
    const { vault, route } = intent
    const { address, abi, functionName, args } = buildSwap(intent, account)
    return {
      name: 'Swap',
      request: () => ({ address, abi, functionName, args }),
      // The Vault notes the block of a change with each balance: within one block a second change takes less than it does after it.
      hasMovingGas: true,
      reverts: VAULT_REVERTS,
      traces: () => [
        traceOf(tokenInOf(route), transferAbi, 'Transfer', { from: account, to: vault }),
      ],
      prove: async (_client, receipt, taken) => ({
        isDone: countSwaps(intent, account, receipt) > taken,
      }),
    }
  },
  result: () => 'Swapped. The tokens are in your wallet.',
}

/** How often this swap was made in a transaction: so much given, and at least the minimum received. */
function countSwaps(
  { vault, route, amountIn, minOut }: SwapIntent,
  account: Address,
  { logs }: TransactionReceipt,
): number {
  const given = readTransfers(logs, { token: tokenInOf(route), from: account, to: vault })
  const received = readTransfers(logs, { token: tokenOutOf(route), from: vault, to: account })
  return Math.min(
    given.filter((amount) => amount === amountIn).length,
    received.filter((amount) => amount >= minOut).length,
  )
}

/**
 * What a swap has given, by the transfers of its transaction. Base units.
 *
 * @returns Undefined where there is none that fits
 */
export function readSwapOut(
  { vault, route, minOut }: Pick<SwapIntent, 'vault' | 'route' | 'minOut'>,
  account: Address,
  { logs }: Pick<TransactionReceipt, 'logs'>,
): bigint | undefined {
  const received = readTransfers(logs, { token: tokenOutOf(route), from: vault, to: account })
  return received.find((amount) => amount >= minOut)
}
