import type { Address, Client } from 'viem'
import { getBlockNumber, getTransactionCount } from 'viem/actions'
import type { SearchFrom } from './flow'

/** Transactions of one account that are looked at at once; nobody sends more between two looks. */
const MOST_NONCES = 50

/** The nonces that an account has used since it was asked. */
interface SentNonces {
  readonly nonces: readonly number[]
  /** Whether these are all of them. */
  readonly isComplete: boolean
  /** The account's next nonce. */
  readonly nextNonce: number
  /** The block up to which they were used. */
  readonly toBlock: bigint
}

/** @throws RPC errors; an Error when the node is behind the block from which to search */
export async function sentNonces(
  client: Client,
  account: Address,
  { nonce: first, fromBlock }: SearchFrom,
): Promise<SentNonces> {
  const toBlock = await newestSince(client, fromBlock)
  const nextNonce = await getTransactionCount(client, { address: account, blockNumber: toBlock })
  if (first === undefined) return { nonces: [], isComplete: false, nextNonce, toBlock }
  const count = nextNonce - first
  const length = Math.max(0, Math.min(count, MOST_NONCES))
  const nonces = Array.from({ length }, (_, index) => first + index)
  // The nonce may have come from a node that was ahead of this one.
  return { nonces, isComplete: count >= 0 && count <= MOST_NONCES, nextNonce, toBlock }
}

/**
 * The newest block, for a search of what came after `fromBlock`.
 *
 * @throws RPC errors; an Error when the node is behind `fromBlock`: it can have nothing of what is looked for
 */
export async function newestSince(client: Client, fromBlock: bigint): Promise<bigint> {
  const newest = await getBlockNumber(client, { cacheTime: 0 })
  if (newest < fromBlock)
    throw new Error(
      `The RPC is at block ${newest}, behind block ${fromBlock} that is known already`,
    )
  return newest
}
