import type { Address, Client } from 'viem'
import { describeRevert, revertReason } from '../chain/describeFailure'
import type { Action } from './kinds/flowKind'
import { simulateAction } from './simulateAction'

/**
 * Why a contract refused a transaction in its block, in a sentence: the call is tried again on the state after that block,
 * and on the one before it. Undefined where neither fails, or no node knows these states any more.
 */
export async function replayRevert(
  client: Client,
  action: Action,
  account: Address,
  blockNumber: bigint,
): Promise<string | undefined> {
  for (const at of [blockNumber, blockNumber - 1n])
    try {
      await simulateAction(client, action, account, at)
    } catch (error) {
      const reason = revertReason(error)
      if (reason !== undefined) return describeRevert(reason, action.reverts)
    }
  return undefined
}
