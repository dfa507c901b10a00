import { type Client, type Hash, isAddressEqual } from 'viem'
import { getBlockNumber, getContractEvents } from 'viem/actions'
import { erc20Abi, poolCommitterAbi, poolKeeperAbi } from '../chain/abi'
import { type Flow, pulledFromWallet, type SearchFrom, type Step } from './flow'

/**
 * Looks on the chain for a step's transaction whose hash never reached us, by the event that it must have left.
 *
 * @param taken Hashes that belong to other flows, which this one cannot be
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
  return hashes.find((hash) => !taken.has(hash))
}

async function matchingEvents(
  client: Client,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  fromBlock: bigint,
): Promise<Hash[]> {
  const range = { fromBlock, toBlock: 'latest', strict: true } as const
  if (intent.kind === 'upkeep') {
    const events = await getContractEvents(client, {
      ...range,
      address: intent.poolKeeper,
      abi: poolKeeperAbi,
      eventName: 'KeeperPaid',
      args: { _pool: intent.pool, keeper: account },
    })
    return events.map((event) => event.transactionHash)
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
  if (step.kind === 'approve') {
    const events = await getContractEvents(client, {
      ...range,
      address: intent.settlementToken,
      abi: erc20Abi,
      eventName: 'Approval',
      args: { owner: account, spender: intent.pool },
    })
    return events
      .filter((event) => event.args.value === pulledFromWallet(intent))
      .map((event) => event.transactionHash)
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
