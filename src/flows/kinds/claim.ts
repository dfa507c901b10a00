import * as v from 'valibot'
import { type Address, isAddressEqual, parseEventLogs, type TransactionReceipt } from 'viem'
import { poolCommitterAbi, poolKeeperAbi } from '../../chain/abi'
import { transferAbi } from '../../chain/balancer/balancerAbi'
import type { PoolFacts } from '../../chain/poolFacts'
import { type IntentBase, newStep } from '../step'
import { countTraces, provedBy, traceOf } from './eventTrace'
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
    ...provedBy(() => claimTrace(committer, account)),
  }),
  result: () => 'Claimed. Everything in your escrow in this pool is now in your wallet.',
}

function claimTrace(committer: Address, account: Address) {
  return traceOf(committer, poolCommitterAbi, 'Claim', { user: account })
}

/**
 * What a claim has paid out: the pool's transfers to the account, which come after its event, one of each token. Base units.
 *
 * @returns Undefined where there is no claim, or the pool has paid the account for a rebalance, too
 */
export function readClaimed(
  { pool, committer }: Pick<ClaimIntent, 'pool' | 'committer'>,
  account: Address,
  { logs }: Pick<TransactionReceipt, 'logs'>,
): readonly { readonly token: Address; readonly amount: bigint }[] | undefined {
  const trace = claimTrace(committer, account)
  const isClaim = (log: TransactionReceipt['logs'][number]) =>
    countTraces({ logs: [log] }, [trace]) === 1
  const from = logs.findIndex(isClaim)
  if (from < 0) return undefined
  const after = logs.slice(from + 1)
  const next = after.findIndex(isClaim)
  const own = next < 0 ? after : after.slice(0, next)
  if (parseEventLogs({ abi: poolKeeperAbi, eventName: 'KeeperPaid', logs: own }).length > 0)
    return undefined
  return parseEventLogs({ abi: transferAbi, eventName: 'Transfer', logs: own })
    .filter(({ args }) => isAddressEqual(args.from, pool) && isAddressEqual(args.to, account))
    .map(({ address, args }) => ({ token: address, amount: args.value }))
    .filter(({ token }, index, all) => {
      return all.findIndex((other) => isAddressEqual(other.token, token)) === index
    })
}
