import { type Address, createClient, custom, type EIP1193RequestFn, http } from 'viem'
import { getBlock } from 'viem/actions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { sendAndWait } from '../../../devnet/controls'
import type { DeployedMarket } from '../../../devnet/deployment'
import type { Devnet } from '../../../devnet/devnet'
import { pickMarkets } from '../../../devnet/markets'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import {
  approveTransaction,
  claimTransaction,
  commitTransaction,
} from '../../../devnet/transactions'
import { CommitType } from '../../protocol/commitType'
import type { UserSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import { resolveNetwork } from '../network'
import { getPoolRegistry } from '../poolRegistry'
import { getSnapshot } from '../snapshot'
import { getAccountLog } from './getAccountLog'
import { getExecutedIntervals, getExecution } from './getExecution'

const ALICE = accountAddress('Alice')
const BOB = accountAddress('Bob')
const { signal } = new AbortController()

let devnet: Devnet
let requests: { readonly method: string; readonly params: unknown }[]

beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: pickMarkets('1-BTC/USD+USDC', '1-ETH/USD+USDC') })
  for (const market of devnet.deployment.markets)
    for (const account of [ALICE, BOB])
      await sendAndWait(devnet.client, approveTransaction(account, market))
})
afterAll(() => devnet.stop())

const markets = () => devnet.deployment.markets as [DeployedMarket, DeployedMarket]
const mint = async (market: DeployedMarket, amountWei: bigint, from: Address = ALICE) => {
  const type = CommitType.LongMint
  return sendAndWait(devnet.client, commitTransaction({ from, market, type, amountWei }))
}

/** The log as the page reads it: after the snapshot, at its block. */
async function read(known?: Awaited<ReturnType<typeof getAccountLog>>, logsPerRequest?: number) {
  const { rpcUrl, chainId, contracts } = devnet.deployment
  const network = resolveNetwork({
    chainId,
    rpcUrls: [rpcUrl],
    poolFactory: contracts.poolFactory,
    multicall3: contracts.multicall3,
  })
  requests = []
  const transport = http(rpcUrl)({ retryCount: 0 })
  const request = (async ({ method, params }: { method: string; params: unknown }) => {
    requests.push({ method, params })
    if (method === 'eth_getLogs' && logsPerRequest !== undefined) {
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }]
      if (Number(toBlock) - Number(fromBlock) >= logsPerRequest)
        throw Object.assign(new Error('block range is too large'), { code: -32005 })
    }
    return transport.request({ method, params } as never)
  }) as EIP1193RequestFn
  const client = createClient({ chain: network.chain, transport: custom({ request }) })
  const registry = await getPoolRegistry(client, network)
  const snapshot = await getSnapshot(client, network, registry, ALICE)
  requests = []
  const log = await getAccountLog({
    client,
    network,
    account: ALICE,
    pools: snapshot.pools.map(({ facts, account }) => ({
      pool: facts.address,
      committer: facts.committer,
      user: account?.user as UserSnapshot,
    })),
    head: snapshot.block,
    known,
    signal,
  })
  return { log, snapshot, client, network }
}

describe('an account’s commits and claims', () => {
  it('come from all pools, its own only, with the fee that was taken, and only what is new is read again', async () => {
    const [btc, eth] = markets()
    await mint(btc, 1_000_000n)
    await mint(eth, 2_000_000n)
    await mint(btc, 9_000_000n, BOB)
    const first = await read()
    expect(first.log.commits.map(({ pool, amount }) => [pool, amount])).toEqual([
      [btc.pool, 1_000_000n],
      [eth.pool, 2_000_000n],
    ])
    expect(first.log.claims).toEqual([])

    await mint(btc, 3_000_000n)
    await sendAndWait(devnet.client, claimTransaction(ALICE, btc))
    const second = await read(first.log)
    expect(second.log.commits.map(({ amount }) => amount)).toEqual([
      1_000_000n,
      2_000_000n,
      3_000_000n,
    ])
    expect(second.log.claims.map(({ pool }) => pool)).toEqual([btc.pool])
    expect(requests.map(({ method }) => method)).toEqual(['eth_getLogs'])
  })

  it('are complete where the RPC gives few blocks at a time', async () => {
    const whole = await read()
    const inParts = await read(undefined, 7)
    expect(inParts.log.commits).toEqual(whole.log.commits)
    expect(requests.length).toBeGreaterThan(3)
  })

  it('of blocks that are no longer there are forgotten', async () => {
    const [btc] = markets()
    const snapshotId = await devnet.client.snapshot()
    await mint(btc, 7_777_777n)
    const { log } = await read()
    expect(log.commits.at(-1)?.amount).toBe(7_777_777n)
    await devnet.client.revert({ id: snapshotId })
    await mint(btc, 5_555_555n)
    const again = await read(log)
    const amounts = again.log.commits.map(({ amount }) => amount)
    expect(amounts).not.toContain(7_777_777n)
    expect(amounts.at(-1)).toBe(5_555_555n)
  })
})

describe('an execution', () => {
  it('is found, with the prices of its interval and what came between', async () => {
    const [btc] = markets()
    await devnet.increaseTime(60)
    await devnet.upkeep([btc.pool])
    const { blockNumber: sinceBlock } = await mint(btc, 4_000_000n)
    await mint(btc, 9_000_000n, BOB)
    await devnet.setPrice('BTC', 98_000)
    await devnet.increaseTime(60)
    const [hash] = await devnet.upkeep([btc.pool])
    const { log, snapshot, client, network } = await read()
    const pool = snapshot.pools.find(({ facts }) => facts.address === btc.pool)
    const commit = log.commits.at(-1)
    if (pool === undefined || commit === undefined) throw new Error('The commit is missing')
    const head = snapshot.block.number
    const execution = await getExecution(
      client,
      pool.facts,
      commit,
      ALICE,
      sinceBlock - 1n,
      head,
      signal,
    )
    expect(execution).toMatchObject({
      transactionHash: hash,
      prices: { startWad: 97_000n * WAD, endWad: 98_000n * WAD },
      earlierRebalances: 0,
      earlierRewards: 0n,
      othersCommits: 1,
    })
    const block = await getBlock(client, { blockNumber: execution?.blockNumber ?? 0n })
    expect(execution?.timestampSec).toBe(block.timestamp)
    const { updateIntervalId } = commit
    const asked = [
      { facts: pool.facts, updateIntervalId },
      { facts: pool.facts, updateIntervalId: updateIntervalId + 50n },
    ]
    const [executed, notYet] = await getExecutedIntervals(client, network, asked)
    expect(executed).toEqual(
      pool.snapshot.executedIntervals.find((known) => known.updateIntervalId === updateIntervalId),
    )
    expect(notYet).toBeUndefined()
  })
})
