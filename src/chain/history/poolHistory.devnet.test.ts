import { type Address, type Client, createClient, custom, type Hex, http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { sendAndWait } from '../../../devnet/controls'
import type { DeployedMarket } from '../../../devnet/deployment'
import { type Devnet, startDevnet } from '../../../devnet/devnet'
import { marketOf } from '../../../devnet/marketOf'
import { MARKETS } from '../../../devnet/markets'
import {
  poolKeeperAbi as devnetKeeperAbi,
  leveragedPoolAbi,
  poolCommitterAbi,
} from '../../../devnet/protocolAbi'
import { type SpoiledAnswer, startSpoiledRpc } from '../../../devnet/spoiledRpc'
import { upkeepTransaction } from '../../../devnet/transactions'
import { quadFromBits } from '../../protocol/quad'
import { poolCommitterAbi as committerReadAbi } from '../abi'
import { type Network, resolveNetwork } from '../network'
import type { PoolFacts } from '../poolFacts'
import { getPoolRegistry, type PoolRegistry } from '../poolRegistry'
import { rpcTransport } from '../rpcTransport'
import { getSnapshot } from '../snapshot'
import type { HistoryHead } from './historyReader'
import type { HistoryStore } from './historyStore'
import { createPoolHistory } from './poolHistory'
import type { PoolHistoryState } from './poolHistoryState'

/** Long enough for what is queued in the market of eight hours' front-running interval. */
const PAST_SEC = 10 * 3_600
/** anvil keeps the state of its last 40 blocks; logs of all. */
const READABLE_BLOCKS = 35n

let devnet: Devnet
let network: Network
let registry: PoolRegistry
let client: Client
const heads = new Map<Address, HistoryHead>()

beforeAll(async () => {
  devnet = await startDevnet({
    pastSec: PAST_SEC,
    keeper: false,
    walk: false,
    blockTimeSec: 3_600,
  })
  const { rpcUrl, deployment } = devnet
  const { poolFactory } = deployment.contracts
  network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  client = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  registry = await getPoolRegistry(client, network)
  const snapshot = await getSnapshot(client, network, registry, undefined)
  for (const { facts, snapshot: pool } of snapshot.pools) {
    const { longBalance, shortBalance, changeInterval } = pool
    heads.set(facts.address, { block: snapshot.block, longBalance, shortBalance, changeInterval })
  }
}, 60_000)
afterAll(() => devnet.stop())

const forgetful: HistoryStore = {
  load: async () => ({ chunks: [], checkpoints: [] }),
  save: async () => {},
  close() {},
}

function factsOf({ pool }: DeployedMarket): PoolFacts {
  const facts = registry.pools.find(({ address }) => address === pool)
  if (facts === undefined) throw new Error(`no pool ${pool}`)
  return facts
}

async function newestHead(pool: Address): Promise<HistoryHead> {
  const { block, pools } = await getSnapshot(client, network, registry, undefined)
  const found = pools.find(({ facts }) => facts.address === pool)
  if (found === undefined) throw new Error(`no pool ${pool}`)
  const { longBalance, shortBalance, changeInterval } = found.snapshot
  return { block, longBalance, shortBalance, changeInterval }
}

async function readAll(
  market: DeployedMarket,
  using: Client = client,
  sinceSec = 0n,
): Promise<PoolHistoryState> {
  const head = heads.get(market.pool)
  if (head === undefined) throw new Error('no head')
  const history = createPoolHistory({
    client: using,
    network,
    facts: factsOf(market),
    confirmations: 5n,
    depthSec: 3_600n,
    store: forgetful,
  })
  await history.refresh(head)
  await history.loadMore(sinceSec)
  const state = history.getSnapshot()
  history.stop()
  return state
}

/** An RPC that refuses more blocks than `most`, and says no block times in its logs. */
function limitedClient(most: bigint) {
  const methods: string[] = []
  const request = async ({ method, params }: { method: string; params: unknown[] }) => {
    methods.push(method)
    if (method === 'eth_getLogs') {
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }]
      if (BigInt(toBlock) - BigInt(fromBlock) + 1n > most)
        throw Object.assign(new Error('query exceeds max block range'), { code: -32602 })
    }
    const answer = (await client.request({ method, params } as never)) as unknown
    if (method !== 'eth_getLogs') return answer
    return (answer as { blockTimestamp?: string }[]).map(
      ({ blockTimestamp: _unsaid, ...log }) => log,
    )
  }
  return { limited: createClient({ transport: custom({ request }, { retryCount: 0 }) }), methods }
}

/** How providers refuse too wide a range of blocks, over HTTP. */
const LIMIT = 40n
const saying = (code: number, message: string) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code, message } })
const REFUSALS: readonly (readonly [how: string, refusal: SpoiledAnswer])[] = [
  ['without a number', { body: saying(-32_600, 'block range is too wide') }],
  ['with its limit', { body: saying(-32_614, `eth_getLogs is limited to a ${LIMIT} range`) }],
  ['as a limit exceeded', { body: saying(-32_005, 'query returned more than 10000 results') }],
  ['by HTTP 400', { status: 400, body: saying(-32_602, `exceed maximum block range: ${LIMIT}`) }],
  ['by HTTP 413', { status: 413, body: 'Request Entity Too Large' }],
]

describe('over an RPC that limits the blocks of a log request', () => {
  it.each(REFUSALS)('%s, the past is the same', async (_, refusal) => {
    const rpc = await startSpoiledRpc(devnet.rpcUrl)
    try {
      let refused = 0
      rpc.spoil(({ method, params }) => {
        if (method !== 'eth_getLogs') return undefined
        const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }]
        if (BigInt(toBlock) - BigInt(fromBlock) + 1n <= LIMIT) return undefined
        refused += 1
        return refusal
      })
      const market = marketOf(devnet, '3-ETH/USD+USDC')
      const limited = createClient({ transport: rpcTransport([rpc.url]) })
      const { upkeeps, isComplete } = await readAll(market, limited)
      expect(refused).toBeGreaterThan(0)
      expect(isComplete).toBe(true)
      expect(upkeeps).toEqual((await readAll(market)).upkeeps)
    } finally {
      await rpc.stop()
    }
  })
})

describe.each(MARKETS)('the whole past of $name', ({ name }) => {
  let market: DeployedMarket
  let state: PoolHistoryState

  beforeAll(async () => {
    market = marketOf(devnet, name)
    state = await readAll(market)
  })

  it('is complete', () => {
    expect(state.error).toBeUndefined()
    expect(state).toMatchObject({ status: 'idle', isComplete: true, progress: 1, gaps: [] })
    expect(state.coveredToBlock).toBe(heads.get(market.pool)?.block.number)
  })

  it('has every upkeep, commit and claim once, newest first', async () => {
    const range = { fromBlock: 0n, toBlock: 'latest' } as const
    const upkeeps = await devnet.client.getContractEvents({
      ...range,
      address: devnet.deployment.contracts.poolKeeper,
      abi: devnetKeeperAbi,
      eventName: 'UpkeepSuccessful',
      args: { pool: market.pool },
    })
    const address = market.committer
    const abi = poolCommitterAbi
    const [commits, claims] = await Promise.all([
      devnet.client.getContractEvents({ ...range, address, abi, eventName: 'CreateCommit' }),
      devnet.client.getContractEvents({ ...range, address, abi, eventName: 'Claim' }),
    ])
    const places = (
      logs: readonly {
        blockNumber: bigint | null
        transactionHash: string | null
        logIndex: number | null
      }[],
    ) => logs.map((log) => [log.blockNumber, log.transactionHash, log.logIndex])
    expect(upkeeps.length).toBeGreaterThanOrEqual(Math.floor(PAST_SEC / market.updateIntervalSec))
    expect(places(state.upkeeps)).toEqual(places(upkeeps).reverse())
    expect(places(state.commits)).toEqual(places(commits).reverse())
    expect(places(state.claims)).toEqual(places(claims).reverse())
    expect(state.failedUpkeeps).toEqual([])
  })

  it('has upkeeps on the second, each with its interval, prices and payment', () => {
    const ascending = state.upkeeps.toReversed()
    ascending.forEach((upkeep, index) => {
      expect(upkeep.executed).toHaveLength(1)
      expect(upkeep.payment?.keeper).toMatch(/^0x/)
      const before = ascending[index - 1]
      if (before === undefined) return
      expect(upkeep.timestampSec - before.timestampSec).toBe(BigInt(market.updateIntervalSec))
      expect(upkeep.startPriceWad).toBe(before.endPriceWad)
      expect(upkeep.executed[0]?.updateIntervalId).toBe(
        (before.executed[0]?.updateIntervalId ?? 0n) + 1n,
      )
    })
  })

  it('has the prices that the committer remembers', async () => {
    const prices = state.upkeeps.flatMap(({ executed }) => executed)
    const remembered = await devnet.client.multicall({
      allowFailure: false,
      contracts: prices.map(
        ({ updateIntervalId }) =>
          ({
            address: market.committer,
            abi: committerReadAbi,
            functionName: 'priceHistory',
            args: [updateIntervalId],
          }) as const,
      ),
    })
    expect(prices.map(({ prices }) => prices)).toEqual(
      remembered.map(([longPrice, shortPrice]) => ({
        longPrice: quadFromBits(BigInt(longPrice)),
        shortPrice: quadFromBits(BigInt(shortPrice)),
      })),
    )
  })

  it('has the balances after each upkeep, and says that they are exact', async () => {
    const inexact = state.upkeeps.filter(({ balances }) => balances?.exact !== true)
    expect(inexact.length).toBe(0)
    // The chain still knows the last of them.
    const headBlock = heads.get(market.pool)?.block.number ?? 0n
    const recent = state.upkeeps.filter(
      ({ blockNumber }) => blockNumber > headBlock - READABLE_BLOCKS,
    )
    for (const { blockNumber, balances, logIndex } of recent) {
      const later = state.balances.some(
        (said) => said.blockNumber === blockNumber && said.logIndex > logIndex,
      )
      if (later) continue
      const [short, long] = await devnet.client.readContract({
        address: market.pool,
        abi: leveragedPoolAbi,
        functionName: 'balances',
        blockNumber,
      })
      expect(balances).toEqual({ longBalance: long, shortBalance: short, exact: true })
    }
    if (market.updateIntervalSec < 3_600) expect(recent.length).toBeGreaterThan(0)
  })

  it('has the same balances when only two hours are read', async () => {
    const head = heads.get(market.pool)
    if (head === undefined) throw new Error('no head')
    const sinceSec = head.block.timestampSec - 7_200n
    const part = await readAll(market, client, sinceSec)
    // Eight hours of front-running interval reach back to the beginning.
    expect(part.isComplete).toBe(market.frontRunningIntervalSec > 7_200)
    const known = new Map(state.upkeeps.map((upkeep) => [upkeep.blockNumber, upkeep.balances]))
    const exact = part.upkeeps.filter(({ balances }) => balances?.exact === true)
    for (const { blockNumber, balances } of exact) expect(balances).toEqual(known.get(blockNumber))
    // Newest first: only at the beginning, before the pool has said its balances, can some be missing.
    expect(part.upkeeps.slice(0, exact.length)).toEqual(exact)
    expect(exact.length).toBeGreaterThanOrEqual(3_600 / market.updateIntervalSec)
    expect(part.upkeeps.length).toBeGreaterThanOrEqual(7_200 / market.updateIntervalSec)
  })
})

describe('an RPC that allows 100 blocks and says no times', () => {
  it('gives the identical past', async () => {
    const market = marketOf(devnet, '3-BTC/USD+USDC')
    const { limited, methods } = limitedClient(100n)
    const whole = await readAll(market)
    expect(await readAll(market, limited)).toEqual(whole)
    const last = heads.get(market.pool)?.block.number ?? 0n
    const windows = methods.filter((method) => method === 'eth_getLogs').length
    expect(windows).toBeGreaterThanOrEqual(Math.floor(Number(last) / 100))
  })
})

describe('a pool whose keeper stopped', () => {
  it('has each of the upkeeps that caught up in one transaction, with exact balances', async () => {
    const market = marketOf(devnet, '5-ETH/USD+BAL')
    const facts = factsOf(market)
    const before = await newestHead(market.pool)
    const history = createPoolHistory({
      client,
      network,
      facts,
      confirmations: 5n,
      depthSec: 7_200n,
      store: forgetful,
    })
    await history.refresh(before)
    const known = history.getSnapshot().upkeeps.length

    await devnet.setPrice('ETH', 4_321)
    await devnet.increaseTime(40 * market.updateIntervalSec)
    const keeper = devnet.deployment.contracts.poolKeeper
    const pools = Array.from({ length: 3 }, () => market.pool)
    await sendAndWait(devnet.client, upkeepTransaction(accountAddress('Keeper'), keeper, pools))
    const after = await newestHead(market.pool)
    await history.refresh(after)
    const { upkeeps } = history.getSnapshot()
    history.stop()

    expect(upkeeps.length).toBe(known + 3)
    const caughtUp = upkeeps.slice(0, 3).toReversed()
    expect(new Set(caughtUp.map(({ transactionHash }) => transactionHash)).size).toBe(1)
    const ids = caughtUp.flatMap(({ executed }) => executed.map((one) => one.updateIntervalId))
    expect(caughtUp.map(({ executed }) => executed.length)).toEqual([15, 15, 10])
    expect(ids).toEqual(ids.map((_id, index) => (ids[0] ?? 0n) + BigInt(index)))
    expect(caughtUp.every(({ balances }) => balances?.exact === true)).toBe(true)
    expect(upkeeps[0]?.balances).toEqual({
      longBalance: after.longBalance,
      shortBalance: after.shortBalance,
      exact: true,
    })
  })

  it('is followed over a reorganisation', async () => {
    const market = marketOf(devnet, '1-ETH/USD+USDC')
    const history = createPoolHistory({
      client,
      network,
      facts: factsOf(market),
      confirmations: 5n,
      depthSec: 3_600n,
      store: forgetful,
    })
    const undo = await devnet.client.snapshot()
    await devnet.increaseTime(market.updateIntervalSec)
    await devnet.upkeep([market.pool])
    await history.refresh(await newestHead(market.pool))
    const undone = history.getSnapshot().upkeeps[0]
    await devnet.client.revert({ id: undo })
    await devnet.increaseTime(market.updateIntervalSec + 7)
    await devnet.upkeep([market.pool])
    await devnet.client.mine({ blocks: 2 })
    const head = await newestHead(market.pool)
    await history.refresh(head)
    const { upkeeps, coveredToBlock } = history.getSnapshot()
    history.stop()
    expect(coveredToBlock).toBe(head.block.number)
    expect(upkeeps.some(({ blockHash }) => blockHash === undone?.blockHash)).toBe(false)
    expect(upkeeps[0]?.executed[0]?.updateIntervalId).toBe(undone?.executed[0]?.updateIntervalId)
    expect(upkeeps[0]?.balances).toEqual({
      longBalance: head.longBalance,
      shortBalance: head.shortBalance,
      exact: true,
    })
  })
})
