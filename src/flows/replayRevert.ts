import type { Client } from 'viem'
import { describeRevert, revertReason } from '../chain/describeFailure'
import type { Flow, Step } from './flow'
import { simulateStep } from './simulateStep'

/**
 * Why a contract refused a step in its block, in a sentence: the call is tried again on the state after that block, and
 * on the one before it. Undefined where neither fails, or no node knows these states any more.
 */
export async function replayRevert(
  client: Client,
  flow: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  blockNumber: bigint,
): Promise<string | undefined> {
  if (step.kind === 'batch') return undefined
  for (const at of [blockNumber, blockNumber - 1n])
    try {
      await simulateStep(client, flow, step, at)
    } catch (error) {
      const reason = revertReason(error)
      if (reason !== undefined) return describeRevert(reason, step.kind === 'claim')
    }
  return undefined
}
