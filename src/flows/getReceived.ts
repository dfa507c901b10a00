import {
  type Address,
  type Client,
  type Hash,
  isAddressEqual,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import { getTransactionReceipt } from 'viem/actions'
import { tokenOutOf } from '../chain/balancer/swapRoute'
import { farmAbi } from '../chain/staking/farmAbi'
import { getUpkeepOutcome } from '../chain/upkeepOutcome'
import type { Flow } from './flow'
import { readClaimed } from './kinds/claim'
import { readExitedAmounts } from './kinds/exitPool'
import { readJoinedLp } from './kinds/joinPool'
import { readSwapOut } from './kinds/swap'

/** What was received: a token by its address, a pool's settlement token, a farm's tokens, or LP tokens. */
export type ReceivedToken =
  | { readonly of: 'token'; readonly address: Address }
  | { readonly of: 'settlement'; readonly pool: Address }
  | { readonly of: 'staked' | 'rewards'; readonly farm: Address }
  | { readonly of: 'lp' }

export interface Received {
  readonly token: ReceivedToken
  /** Base units. */
  readonly amount: bigint
}

type ReceivingFlow = Pick<Flow, 'intent' | 'account'>

/**
 * What a mined transaction has brought its account, by the contracts' events.
 *
 * @returns Undefined where the kind brings nothing, or the transaction doesn't say
 * @throws RPC errors
 */
export async function getReceived(
  client: Client,
  flow: ReceivingFlow,
  hash: Hash,
): Promise<readonly Received[] | undefined> {
  const { intent } = flow
  if (intent.kind === 'upkeep') {
    const outcomes = await getUpkeepOutcome(client, hash, intent.pools)
    const done = outcomes.filter(({ upkeeps }) => upkeeps > 0)
    return done.map(({ pool, reward }) => ({ token: { of: 'settlement', pool }, amount: reward }))
  }
  return readReceived(flow, await getTransactionReceipt(client, { hash }))
}

function readReceived(
  { intent, account }: ReceivingFlow,
  receipt: TransactionReceipt,
): readonly Received[] | undefined {
  switch (intent.kind) {
    case 'claim':
      return readClaimed(intent, account, receipt)?.map(({ token, amount }) => {
        return { token: { of: 'token', address: token }, amount }
      })
    case 'swap': {
      const amount = readSwapOut(intent, account, receipt)
      const address = tokenOutOf(intent.route)
      return amount === undefined ? undefined : [{ token: { of: 'token', address }, amount }]
    }
    case 'joinPool': {
      const amount = readJoinedLp(intent, account, receipt)
      return amount === undefined ? undefined : [{ token: { of: 'lp' }, amount }]
    }
    case 'exitPool':
      return readExitedAmounts(intent, account, receipt)?.flatMap((amount, index) => {
        const address = intent.tokens[index]
        return address === undefined ? [] : { token: { of: 'token', address }, amount }
      })
    case 'claimRewards':
    case 'withdrawStake':
    case 'exitFarm':
      return readFromFarm(intent.farm, account, receipt)
    default:
      return undefined
  }
}

/** Undefined where one of the events is there more than once: the others are those of something else in the same transaction. */
function readFromFarm(
  farm: Address,
  account: Address,
  { logs }: TransactionReceipt,
): readonly Received[] | undefined {
  const isOwn = (log: { address: Address; args: { user: Address } }) =>
    isAddressEqual(log.address, farm) && isAddressEqual(log.args.user, account)
  const withdrawn = parseEventLogs({ abi: farmAbi, eventName: 'Withdrawn', logs }).filter(isOwn)
  const paid = parseEventLogs({ abi: farmAbi, eventName: 'RewardPaid', logs }).filter(isOwn)
  if (withdrawn.length > 1 || paid.length > 1) return undefined
  return [
    ...withdrawn.map(
      ({ args }) => ({ token: { of: 'staked', farm }, amount: args.amount }) as const,
    ),
    ...paid.map(({ args }) => ({ token: { of: 'rewards', farm }, amount: args.reward }) as const),
  ]
}
