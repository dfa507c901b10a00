import type { Client } from 'viem'
import { simulateContract } from 'viem/actions'
import { describeRevert, revertReason } from '../chain/describeFailure'
import type { Flow, Step } from './flow'
import { stepRequest } from './stepRequest'

/**
 * Why a contract refused a step in its block, in a sentence: the call is tried again on the state after that block, and
 * on the one before it. Undefined where neither fails, or no node knows these states any more.
 */
export async function replayRevert(
  client: Client,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  blockNumber: bigint,
): Promise<string | undefined> {
  if (step.kind === 'batch') return undefined
  const request = stepRequest(intent, step, account)
  for (const at of [blockNumber, blockNumber - 1n])
    try {
      await simulateContract(client, { ...request, account, blockNumber: at })
    } catch (error) {
      const reason = revertReason(error)
      if (reason !== undefined) return describeRevert(reason, step.kind === 'claim')
    }
  return undefined
}
