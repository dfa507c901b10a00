import type { Client, Hash } from 'viem'
import { getTransaction } from 'viem/actions'
import { readDownwards } from '../chain/commits/readDownwards'
import { readLogs } from '../chain/commits/readLogs'
import { MAX_TRANSACTIONS } from '../protocol/bounds'
import type { Flow } from './flow'
import { actionsOf } from './kinds/kinds'
import { matchesStepCalls } from './matchesStepCalls'
import { newestSince } from './sentNonces'
import type { SearchFrom, Step } from './step'
import { UnfinishedSearchError } from './unfinishedSearchError'

/** What a search of the chain has come to. */
interface FoundByEvents {
  readonly hash: Hash | undefined
  /** The last block that was looked at. */
  readonly toBlock: bigint
}

/**
 * Looks on the chain for a step's transaction whose hash never reached us, by the event that it must have left and by
 * the very call that it must have made: a token's `Approval` also comes from a commit that uses a part of one up. Blocks
 * are read in windows that the RPC takes. What came soonest after the wallet was asked is looked at first.
 *
 * @param flows All flows that are known: what is on record for other steps is not this one's
 * @param others Transactions that are known not to make the call: passed over, and added to
 * @returns The first matching transaction since the wallet was asked
 * @throws RPC errors; `UnfinishedSearchError` when more have left the event than are looked at in one search; an Error when the RPC takes too few blocks at once to look at all of them, or has none of them yet
 */
export async function findTransaction(
  client: Client,
  flow: Pick<Flow, 'id' | 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg' | 'hashes' | 'lastRequest'>,
  { fromBlock }: Pick<SearchFrom, 'fromBlock'>,
  flows: () => readonly Flow[],
  others: Set<Hash> = new Set(),
): Promise<FoundByEvents> {
  const toBlock = await newestSince(client, fromBlock)
  // Nodes refuse a range that begins beyond their last block.
  if (toBlock === fromBlock) return { hash: undefined, toBlock }
  const traces = actionsOf(flow, step).flatMap((action) => action.traces())
  const { signal } = new AbortController()
  const range = { fromBlock: fromBlock + 1n, toBlock }
  const { items, fromBlock: reached } = await readDownwards(
    range,
    async (window) => {
      const logs = await Promise.all(
        traces.map(({ address, topics }) => readLogs(client, [address], topics, window, signal)),
      )
      return logs.flat().sort(byPosition)
    },
    () => false,
    signal,
  )
  const left = new Set(items.flatMap(({ transactionHash }) => transactionHash ?? []))
  for (const hash of [...step.hashes, ...others]) left.delete(hash)
  for (const hash of [...left].slice(0, MAX_TRANSACTIONS)) {
    const transaction = await getTransaction(client, { hash })
    if (matchesStepCalls(transaction, flow, step, flows())) return { hash, toBlock }
    // What belongs to another step now may yet turn out to be this one's.
    if (!matchesStepCalls(transaction, flow, step)) others.add(hash)
  }
  if (left.size > MAX_TRANSACTIONS)
    throw new UnfinishedSearchError('Not all transactions with this event could be checked')
  if (reached > range.fromBlock) throw new Error('The RPC doesn’t return events for all blocks')
  return { hash: undefined, toBlock }
}

interface Position {
  readonly blockNumber: bigint
  readonly logIndex: number
}

function byPosition(a: Position, b: Position): number {
  return Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex
}
