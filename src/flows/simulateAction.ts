import { type Address, type Client, encodeDeployData, getContractError } from 'viem'
import { call, simulateContract } from 'viem/actions'
import { type Action, isCreation } from './kinds/flowKind'

/**
 * Tries a transaction out against the chain, without sending.
 *
 * @param blockNumber The state to try it on; the latest when left out
 * @throws What the contract or the RPC answers; RangeError when there is no such transaction
 */
export async function simulateAction(
  client: Client,
  action: Pick<Action, 'request'>,
  account: Address,
  blockNumber?: bigint,
): Promise<void> {
  const at = blockNumber === undefined ? {} : { blockNumber }
  const request = action.request()
  if (!isCreation(request)) {
    await simulateContract(client, { ...request, account, ...at })
    return
  }
  try {
    await call(client, { account, data: encodeDeployData(request), ...at })
  } catch (error) {
    throw getContractError(error as Parameters<typeof getContractError>[0], {
      ...request,
      functionName: 'constructor',
    })
  }
}
