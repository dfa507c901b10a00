import { type Client, type Hash, isAddressEqual } from 'viem'
import { getBlockNumber, getContractEvents, getTransaction } from 'viem/actions'
import { erc20Abi, leveragedPoolAbi, poolCommitterAbi, poolKeeperAbi } from '../chain/abi'
import { marketFactoryAbi } from '../chain/newMarket/creationAbi'
import { approvalOf } from './approval'
import { carriesCall } from './carriesCall'
import type { Flow, SearchFrom, Step } from './flow'

/**
 * Looks on the chain for a step's transaction whose hash never reached us, by the event that it must have left and by
 * the very call that it must have made: a token's `Approval` also comes from a commit that uses a part of one up.
 *
 * @param taken Hashes that are on record already, which this one cannot be
 * @returns The first matching transaction since the wallet was asked, or undefined
 * @throws RPC errors
 */
export async function findTransaction(
  client: Client,
  flow: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  { fromBlock }: SearchFrom,
  taken: ReadonlySet<Hash>,
): Promise<Hash | undefined> {
  // Nodes refuse a range that begins beyond their last block.
  if ((await getBlockNumber(client, { cacheTime: 0 })) <= fromBlock) return undefined
  const hashes = await matchingEvents(client, flow, step, fromBlock + 1n)
  for (const hash of hashes) {
    if (taken.has(hash)) continue
    if (carriesCall(await getTransaction(client, { hash }), flow, step)) return hash
  }
  return undefined
}

async function matchingEvents(
  client: Client,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  fromBlock: bigint,
): Promise<Hash[]> {
  const range = { fromBlock, toBlock: 'latest', strict: true } as const
  if (intent.kind === 'upkeep') {
    const about = { ...range, address: intent.poolKeeper, abi: poolKeeperAbi }
    const pools = [...new Set(intent.pools)]
    const [paid, refused] = await Promise.all([
      getContractEvents(client, {
        ...about,
        eventName: 'KeeperPaid',
        args: { _pool: pools, keeper: account },
      }),
      // A pool that refuses pays nobody; whose transaction it was, the transaction itself says.
      getContractEvents(client, {
        ...about,
        eventName: 'PoolUpkeepError',
        args: { pool: pools },
      }),
    ])
    return [...paid, ...refused].sort(byPosition).map((event) => event.transactionHash)
  }
  if (intent.kind === 'claim') {
    const events = await getContractEvents(client, {
      ...range,
      address: intent.committer,
      abi: poolCommitterAbi,
      eventName: 'Claim',
      args: { user: account },
    })
    return events.map((event) => event.transactionHash)
  }
  if (intent.kind === 'feeClaim') {
    const events = await getContractEvents(client, {
      ...range,
      address: intent.pool,
      abi: leveragedPoolAbi,
      eventName: 'SecondaryFeesPaid',
    })
    return events.map((event) => event.transactionHash)
  }
  if (step.kind === 'approve') {
    const approval = approvalOf(intent)
    if (approval === undefined) return []
    const events = await getContractEvents(client, {
      ...range,
      address: approval.token,
      abi: erc20Abi,
      eventName: 'Approval',
      args: { owner: account, spender: approval.spender },
    })
    return events.map((event) => event.transactionHash)
  }
  if (intent.kind === 'create') {
    const events = await getContractEvents(client, {
      ...range,
      address: intent.poolFactory,
      abi: marketFactoryAbi,
      eventName: 'DeployPool',
    })
    return events.map((event) => event.transactionHash)
  }
  const leg = intent.legs[step.leg ?? 0]
  if (leg === undefined) return []
  const events = await getContractEvents(client, {
    ...range,
    address: intent.committer,
    abi: poolCommitterAbi,
    eventName: 'CreateCommit',
    args: { user: account, amount: leg.amount, commitType: leg.commitType },
  })
  return events
    .filter((event) => isAddressEqual(event.args.user, account))
    .map((event) => event.transactionHash)
}

interface Position {
  readonly blockNumber: bigint
  readonly logIndex: number
}

function byPosition(a: Position, b: Position): number {
  return Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex
}
