import type { Address, Client } from 'viem'
import { getBlockNumber, getTransactionCount } from 'viem/actions'
import { MAX_NONCES } from '../protocol/bounds'
import type { SearchFrom } from './step'

/** The nonces that an account has used since it was asked, but for those that were looked at before. */
interface SentNonces {
  readonly nonces: readonly number[]
  /** Whether these are all of them. */
  readonly isComplete: boolean
  /** The block up to which they were used. */
  readonly toBlock: bigint
}

/**
 * @param others Nonces that are known to have been used for something else
 * @throws RPC errors; an Error when the node is behind the block from which to search
 */
export async function sentNonces(
  client: Client,
  account: Address,
  { nonce: first, fromBlock }: SearchFrom,
  others: ReadonlySet<number>,
): Promise<SentNonces> {
  const toBlock = await newestSince(client, fromBlock)
  if (first === undefined) return { nonces: [], isComplete: false, toBlock }
  const next = await getTransactionCount(client, { address: account, blockNumber: toBlock })
  const unseen: number[] = []
  // Where they end is the node's word, and sizes nothing.
  for (let nonce = first; nonce < next && unseen.length <= MAX_NONCES; nonce++)
    if (!others.has(nonce)) unseen.push(nonce)
  // The first may have come from a node that was ahead of this one.
  const isComplete = next >= first && unseen.length <= MAX_NONCES
  return { nonces: unseen.slice(0, MAX_NONCES), isComplete, toBlock }
}

/**
 * The newest block, for a search of what came after `fromBlock`.
 *
 * @throws RPC errors; an Error when the node is behind `fromBlock`: it can have nothing of what is looked for
 */
export async function newestSince(client: Client, fromBlock: bigint): Promise<bigint> {
  const newest = await getBlockNumber(client, { cacheTime: 0 })
  if (newest < fromBlock)
    throw new Error(`The RPC is at block ${newest}, behind known block ${fromBlock}`)
  return newest
}
