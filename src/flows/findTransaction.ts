import { type Abi, type Address, type Client, encodeEventTopics, type Hash, type Hex } from 'viem'
import { getTransaction } from 'viem/actions'
import { erc20Abi, leveragedPoolAbi, poolCommitterAbi, poolKeeperAbi } from '../chain/abi'
import { readDownwards } from '../chain/commits/readDownwards'
import { readLogs } from '../chain/commits/readLogs'
import { marketFactoryAbi } from '../chain/newMarket/creationAbi'
import { approvalOf } from './approval'
import { carriesCall } from './carriesCall'
import type { Flow, SearchFrom, Step } from './flow'
import { newestSince } from './sentNonces'

/**
 * Looks on the chain for a step's transaction whose hash never reached us, by the event that it must have left and by
 * the very call that it must have made: a token's `Approval` also comes from a commit that uses a part of one up. Blocks
 * are read in windows that the RPC takes.
 *
 * @param taken Hashes that are on record already, which this one cannot be
 * @returns The first matching transaction since the wallet was asked, or undefined
 * @throws RPC errors; an Error when the RPC takes too few blocks at once to look at all of them, or has none of them yet
 */
export async function findTransaction(
  client: Client,
  flow: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  { fromBlock }: SearchFrom,
  taken: ReadonlySet<Hash>,
): Promise<Hash | undefined> {
  const toBlock = await newestSince(client, fromBlock)
  // Nodes refuse a range that begins beyond their last block.
  if (toBlock === fromBlock) return undefined
  const { signal } = new AbortController()
  const range = { fromBlock: fromBlock + 1n, toBlock }
  const { items, fromBlock: reached } = await readDownwards(
    range,
    async (window) => {
      const logs = await Promise.all(
        tracesOf(flow, step).map(({ address, topics }) =>
          readLogs(client, [address], topics, window, signal),
        ),
      )
      return logs.flat().sort(byPosition)
    },
    () => false,
    signal,
  )
  for (const { transactionHash: hash } of items) {
    if (hash === null || taken.has(hash)) continue
    if (carriesCall(await getTransaction(client, { hash }), flow, step)) return hash
  }
  if (reached > range.fromBlock) throw new Error('The RPC does not give the events of all blocks')
  return undefined
}

/** Events that a transaction must have left: of one contract, each topic a list of which one has to match. */
interface EventTrace {
  readonly address: Address
  readonly topics: readonly (readonly Hex[])[]
}

function traceOf(address: Address, abi: Abi, eventName: string, args?: object): EventTrace {
  const topics = encodeEventTopics({ abi, eventName, ...(args === undefined ? {} : { args }) })
  return {
    address,
    topics: topics.map((topic) => (topic === null ? [] : [topic].flat())),
  }
}

/** What a step leaves on the chain, whatever else its transaction does. */
function tracesOf(
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
): readonly EventTrace[] {
  if (intent.kind === 'upkeep') {
    const { poolKeeper } = intent
    const pools = [...new Set(intent.pools)]
    return [
      traceOf(poolKeeper, poolKeeperAbi, 'KeeperPaid', { _pool: pools, keeper: account }),
      // A pool that refuses pays nobody; whose transaction it was, the transaction itself says.
      traceOf(poolKeeper, poolKeeperAbi, 'PoolUpkeepError', { pool: pools }),
    ]
  }
  if (intent.kind === 'claim')
    return [traceOf(intent.committer, poolCommitterAbi, 'Claim', { user: account })]
  if (intent.kind === 'feeClaim')
    return [traceOf(intent.pool, leveragedPoolAbi, 'SecondaryFeesPaid')]
  if (step.kind === 'approve') {
    const approval = approvalOf(intent)
    if (approval === undefined) return []
    const { token, spender } = approval
    return [traceOf(token, erc20Abi, 'Approval', { owner: account, spender })]
  }
  if (intent.kind === 'create') return [traceOf(intent.poolFactory, marketFactoryAbi, 'DeployPool')]
  const leg = intent.legs[step.leg ?? 0]
  if (leg === undefined) return []
  const { amount, commitType } = leg
  return [
    traceOf(intent.committer, poolCommitterAbi, 'CreateCommit', {
      user: account,
      amount,
      commitType,
    }),
  ]
}

interface Position {
  readonly blockNumber: bigint
  readonly logIndex: number
}

function byPosition(a: Position, b: Position): number {
  return Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex
}
