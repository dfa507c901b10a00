import { type Client, encodeDeployData, getContractError } from 'viem'
import { call, simulateContract } from 'viem/actions'
import { creationOf } from './createRequest'
import type { Flow, Step } from './flow'
import { stepRequest } from './stepRequest'

/**
 * Tries a step out against the chain, without sending.
 *
 * @param blockNumber The state to try it on; the latest when left out
 * @throws What the contract or the RPC answers
 */
export async function simulateStep(
  client: Client,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  blockNumber?: bigint,
): Promise<void> {
  const at = blockNumber === undefined ? {} : { blockNumber }
  const creation = creationOf(intent, step, account)
  if (creation === undefined) {
    await simulateContract(client, { ...stepRequest(intent, step, account), account, ...at })
    return
  }
  try {
    await call(client, { account, data: encodeDeployData(creation), ...at })
  } catch (error) {
    throw getContractError(error as Parameters<typeof getContractError>[0], {
      ...creation,
      functionName: 'constructor',
    })
  }
}
