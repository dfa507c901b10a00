import type { Address, Client } from 'viem'
import { type Failure, revertReason } from '../chain/describeFailure'
import type { Action } from './kinds/flowKind'
import { simulateAction } from './simulateAction'

/**
 * Tries a transaction out against the latest block, without sending.
 *
 * @returns Why the contract refuses it, where the action can tell more than the contract
 * @throws What the contract or the RPC answers; RangeError when there is no such transaction
 */
export async function tryAction(
  client: Client,
  action: Pick<Action, 'request' | 'explainRefusal'>,
  account: Address,
): Promise<Failure | undefined> {
  try {
    await simulateAction(client, action, account)
    return undefined
  } catch (error) {
    if (revertReason(error) === undefined) throw error
    const known = await action.explainRefusal?.(client).catch(() => undefined)
    if (known === undefined) throw error
    return known
  }
}
