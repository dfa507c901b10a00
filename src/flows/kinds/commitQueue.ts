import type { Address, Client } from 'viem'
import { readContract } from 'viem/actions'
import { queueRoom } from '../../analytics/queueRoom'
import { poolCommitterAbi } from '../../chain/abi'
import { type Failure, revertReason } from '../../chain/describeFailure'
import { MAX_ITERATIONS } from '../../protocol/bounds'

/**
 * Why a commit must not be sent for want of room in the account's list: the contract would take one too many, and lose
 * track of some.
 *
 * @throws RPC errors
 * @see queueRoom
 */
export async function queueProblem(
  client: Client,
  account: Address,
  { committer, projection }: { committer: Address; projection: { intervalId: bigint } | undefined },
): Promise<Failure | undefined> {
  const about = { address: committer, abi: poolCommitterAbi } as const
  const idAt = (index: number) =>
    readContract(client, {
      ...about,
      functionName: 'unAggregatedCommitments',
      args: [account, BigInt(index)],
    })
  try {
    await idAt(MAX_ITERATIONS - 1)
  } catch (error) {
    // The list is shorter: what nearly everybody has.
    if (revertReason(error) !== undefined) return undefined
    throw error
  }
  const [updateIntervalId, ...unAggregatedCommitments] = await Promise.all([
    readContract(client, { ...about, functionName: 'updateIntervalId' }),
    ...Array.from({ length: MAX_ITERATIONS }, (_, index) => idAt(index)),
  ])
  const intervalId = projection?.intervalId ?? updateIntervalId + 2n ** 64n
  if (queueRoom({ updateIntervalId }, { unAggregatedCommitments }, intervalId) !== 'full')
    return undefined
  return {
    code: 'QUEUE_FULL',
    message:
      'You have commits in 15 intervals of this pool, and the contract can lose any beyond that. Nothing was sent. Wait for a rebalance, claim, then commit.',
  }
}
