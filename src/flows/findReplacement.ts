import type { Address, Client, Hash, Hex } from 'viem'
import { getBlock, getBlockNumber, getTransactionCount } from 'viem/actions'
import type { Trace } from './step'

export interface MinedTransaction {
  readonly hash: Hash
  readonly from: Address
  readonly to: Address | null
  readonly input: Hex
  readonly value: bigint
  readonly blockNumber?: bigint | null | undefined
}

/**
 * The transaction that has used up a nonce, found by halving the blocks since: some twenty requests for a day.
 *
 * @param fromBlock A block in which the nonce was still free
 * @returns Undefined when the nonce is free
 * @throws RPC errors, also of a node that does not keep the states of these blocks
 */
export async function findReplacement(
  client: Client,
  { sender, nonce }: Trace,
  fromBlock: bigint,
): Promise<MinedTransaction | undefined> {
  const isUsedAt = async (blockNumber: bigint) =>
    (await getTransactionCount(client, { address: sender, blockNumber })) > nonce
  let free = fromBlock
  let used = await getBlockNumber(client, { cacheTime: 0 })
  if (!(await isUsedAt(used))) return undefined
  while (used - free > 1n) {
    const middle = (free + used) / 2n
    if (await isUsedAt(middle)) used = middle
    else free = middle
  }
  const { transactions } = await getBlock(client, { blockNumber: used, includeTransactions: true })
  return transactions.find(
    (mined) => mined.nonce === nonce && mined.from.toLowerCase() === sender.toLowerCase(),
  )
}
