import type { Address, Client, Hash } from 'viem'
import { getTransactionReceipt } from 'viem/actions'
import { readSwapOut, type SwapIntent } from './kinds/swap'

/**
 * What a mined swap has given its account, base units.
 *
 * @returns Undefined where the transaction holds no such transfer
 * @throws RPC errors
 */
export async function getSwapOut(
  client: Client,
  intent: SwapIntent,
  account: Address,
  hash: Hash,
): Promise<bigint | undefined> {
  return readSwapOut(intent, account, await getTransactionReceipt(client, { hash }))
}
