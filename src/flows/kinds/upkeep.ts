import * as v from 'valibot'
import { type Address, isAddressEqual, parseEventLogs, type TransactionReceipt } from 'viem'
import { poolKeeperAbi } from '../../chain/abi'
import { MAX_GAS_SENT, MAX_UPKEEPS_STORED } from '../../protocol/bounds'
import { type IntentBase, newStep } from '../step'
import { countTraces, traceOf } from './eventTrace'
import type { CallRequest, FlowKind, Proof } from './flowKind'
import { poolFields, storedAddress } from './storedFields'

/** Being the keeper: anyone may perform an upkeep that is due, and is paid for it. */
export interface UpkeepIntent extends IntentBase {
  readonly kind: 'upkeep'
  readonly pool: Address
  readonly poolKeeper: Address
  /** In this order; a pool that is many intervals late stands there several times. */
  readonly pools: readonly Address[]
  /** Gas to send along: estimates of upkeeps are too low, since the keeper contract catches what runs out of gas. */
  readonly gas: bigint
}

/** The keeper's call that performs the upkeeps. */
export function upkeepRequest({ poolKeeper: address, pools, gas }: UpkeepIntent): CallRequest {
  const call = { address, abi: poolKeeperAbi, gas }
  return pools.length === 1
    ? { ...call, functionName: 'performUpkeepSinglePool', args: pools }
    : { ...call, functionName: 'performUpkeepMultiplePools', args: [pools] }
}

export const upkeep: FlowKind<UpkeepIntent> = {
  schema: v.pipe(
    v.looseObject({
      ...poolFields,
      kind: v.literal('upkeep'),
      poolKeeper: storedAddress,
      pools: v.pipe(v.array(storedAddress), v.minLength(1), v.maxLength(MAX_UPKEEPS_STORED)),
      gas: v.pipe(v.bigint(), v.minValue(1n), v.maxValue(MAX_GAS_SENT)),
    }),
    // The pool on whose page it is shown is one of those that it is for.
    v.check(({ pool, pools }) => pools.some((one) => isAddressEqual(one, pool))),
  ),
  stepKinds: ['upkeep'],
  steps: () => [newStep('upkeep')],
  contracts: ({ poolKeeper }) => ({ poolKeeper }),
  action: (intent, _step, account) => {
    const { poolKeeper, pools } = intent
    return {
      name: 'Perform rebalance',
      request: () => upkeepRequest(intent),
      traces: () => [
        traceOf(poolKeeper, poolKeeperAbi, 'KeeperPaid', {
          _pool: [...new Set(pools)],
          keeper: account,
        }),
        // A pool that refuses pays no one; whose transaction it was, the transaction itself says.
        traceOf(poolKeeper, poolKeeperAbi, 'PoolUpkeepError', { pool: [...new Set(pools)] }),
      ],
      prove: async (_client, receipt, taken) => proveUpkeeps(poolKeeper, pools, receipt, taken),
    }
  },
  result: () => 'Rebalanced. See the transaction for the result.',
}

/** One `UpkeepSuccessful` for each upkeep; a pool that refuses, or that someone else was faster with, has none. */
function proveUpkeeps(
  poolKeeper: Address,
  pools: readonly Address[],
  receipt: TransactionReceipt,
  taken: number,
): Proof {
  const different = [...new Set(pools)]
  const missing = different.filter(
    (pool) => performed(pool) < pools.filter((other) => isAddressEqual(other, pool)).length,
  )
  if (missing.length === 0) return { isDone: true }
  const done = different.reduce((sum, pool) => sum + performed(pool), 0)
  const errors = parseEventLogs({
    abi: poolKeeperAbi,
    eventName: 'PoolUpkeepError',
    logs: receipt.logs,
  })
  const [refusal] = errors.filter(({ args }) =>
    missing.some((pool) => isAddressEqual(pool, args.pool)),
  )
  const count = done === 0 ? '' : `${done} of ${pools.length} rebalances were done. `
  const why =
    refusal === undefined
      ? 'Someone else rebalanced first. Nothing more was due.'
      : `The rebalance failed: “${refusal.args.reason}”.`
  return { isDone: false, reason: `${count}${why}` }

  function performed(pool: Address): number {
    const trace = traceOf(poolKeeper, poolKeeperAbi, 'UpkeepSuccessful', { pool })
    // Another flow of the same upkeeps in this transaction has as many of them.
    const others = taken * pools.filter((other) => isAddressEqual(other, pool)).length
    return Math.max(0, countTraces(receipt, [trace]) - others)
  }
}
