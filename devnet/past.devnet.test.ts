import { type Address, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommitType } from '../src/protocol/commitType'
import { WAD } from '../src/protocol/wad'
import { ACCOUNTS, accountAddress } from './accounts'
import { readAnswers, toPrices } from './controls'
import { type Devnet, startDevnet } from './devnet'
import { readHoldings } from './holdings'
import { pickMarkets } from './markets'
import { leveragedPoolAbi, poolCommitterAbi, poolKeeperAbi } from './protocolAbi'
import { rpcBatch } from './rpcBatch'

const TWO_HOURS = 7_200

describe('a past of two hours', () => {
  let devnet: Devnet
  let events: Awaited<ReturnType<typeof readEvents>>

  beforeAll(async () => {
    devnet = await startDevnet({ pastSec: TWO_HOURS, keeper: false, walk: false })
    events = await readEvents(devnet)
  }, 60_000)
  afterAll(() => devnet.stop())

  it('had every upkeep on the second', async () => {
    const times = await blockTimes(devnet)
    for (const { name, pool, updateIntervalSec } of devnet.deployment.markets) {
      const upkeeps = events
        .filter((event) => event.eventName === 'UpkeepSuccessful' && event.args.pool === pool)
        .map(({ blockNumber }) => times.get(blockNumber) ?? 0)
      expect(upkeeps.length, name).toBeGreaterThanOrEqual(Math.floor(TWO_HOURS / updateIntervalSec))
      const gaps = upkeeps.slice(1).map((time, index) => time - (upkeeps[index] ?? 0))
      expect(new Set(gaps), name).toEqual(new Set([updateIntervalSec]))
    }
  })

  it('had no upkeep that failed and no transaction that reverted', async () => {
    const failures = events.filter(
      ({ eventName }) => eventName === 'PoolUpkeepError' || eventName === 'PriceChangeError',
    )
    expect(failures).toEqual([])
    const last = Number(await devnet.client.getBlockNumber())
    const calls = Array.from({ length: last }, (_, index) => ({
      method: 'eth_getBlockReceipts',
      params: [`0x${(index + 1).toString(16)}`],
    }))
    const receipts = (await rpcBatch(devnet.rpcUrl, calls)) as { status: string }[][]
    expect(receipts.flat().filter(({ status }) => status !== '0x1')).toEqual([])
  })

  it('moved value, and people of both kinds traded', () => {
    const of = (name: string) => events.filter(({ eventName }) => eventName === name)
    expect(of('PoolRebalance').length).toBe(devnet.past.upkeeps)
    const users = new Set(
      events.flatMap((event) => (event.eventName === 'CreateCommit' ? [event.args.user] : [])),
    )
    expect(users.size).toBeGreaterThanOrEqual(5)
    expect(of('Claim').length).toBeGreaterThan(10)
  })

  it('left a queue in every market, flips among it', async () => {
    const { client, deployment } = devnet
    for (const { name, committer } of deployment.markets) {
      const read = { address: committer, abi: poolCommitterAbi } as const
      const [mints, longBurns, shortBurns] = await client.multicall({
        allowFailure: false,
        contracts: [
          { ...read, functionName: 'pendingMintSettlementAmount' },
          { ...read, functionName: 'pendingLongBurnPoolTokens' },
          { ...read, functionName: 'pendingShortBurnPoolTokens' },
        ],
      })
      expect([mints > 0n, longBurns > 0n, shortBurns > 0n], name).toEqual([true, true, true])
    }
    const last = await client.getBlockNumber()
    const flips = events.filter(
      (event) =>
        event.eventName === 'CreateCommit' &&
        event.args.commitType === CommitType.LongBurnShortMint &&
        event.blockNumber > last - 10n,
    )
    expect(flips.length).toBeGreaterThan(0)
  })

  it('left Alice with something to claim', async () => {
    const market = marketNamed(devnet, '1-BTC/USD+USDC')
    const { escrow } = await readHoldings(devnet.client, market, accountAddress('Alice'))
    expect(escrow.long).toBeGreaterThan(0n)
  })

  it('ends now', async () => {
    const { timestamp } = await devnet.client.getBlock()
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(5)
  })
})

describe('the same seed', () => {
  const options = {
    pastSec: 1_800,
    endSec: 1_800_000_000,
    keeper: false,
    walk: false,
    blockTimeSec: 3_600,
    markets: pickMarkets('1-BTC/USD+USDC', '5-ETH/USD+BAL'),
  }

  it('gives the same balances, and another seed gives others', async () => {
    const runs = [1, 1, 2].map(async (seed) => {
      const devnet = await startDevnet({ ...options, seed })
      try {
        return await balancesOf(devnet)
      } finally {
        await devnet.stop()
      }
    })
    const [first, again, other] = await Promise.all(runs)
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  }, 60_000)
})

describe('recorded prices', () => {
  it('are replayed through the past and held when they end', async () => {
    const lines: string[] = []
    const devnet = await startDevnet({
      pastSec: 600,
      keeper: false,
      walk: false,
      markets: pickMarkets('1-ETH/USD+USDC'),
      prices: { ETH: [2_000, 2_100, 2_200, 2_300] },
      rowSec: 120,
      log: (line) => lines.push(line),
    })
    try {
      const events = await readEvents(devnet)
      const prices = events.flatMap((event) =>
        event.eventName === 'UpkeepSuccessful' ? [Number(event.args.endPrice / WAD)] : [],
      )
      expect(prices).toEqual([2_100, 2_200, 2_300, 2_300, 2_300])
      expect(toPrices(await readAnswers(devnet.client, devnet.deployment)).ETH).toBe(2_300)
      expect(lines).toContain('The recorded prices of ETH have ended.')
    } finally {
      await devnet.stop()
    }
  }, 30_000)
})

function marketNamed(devnet: Devnet, name: string) {
  const market = devnet.deployment.markets.find((candidate) => candidate.name === name)
  if (market === undefined) throw new Error(`${name} is missing`)
  return market
}

async function readEvents({ client }: Devnet) {
  const logs = await client.getLogs({ fromBlock: 0n, toBlock: 'latest' })
  return parseEventLogs({ abi: [...poolKeeperAbi, ...leveragedPoolAbi, ...poolCommitterAbi], logs })
}

async function blockTimes({ client, rpcUrl }: Devnet): Promise<Map<bigint, number>> {
  const last = Number(await client.getBlockNumber())
  const numbers = Array.from({ length: last + 1 }, (_, number) => number)
  const calls = numbers.map((number) => ({
    method: 'eth_getBlockByNumber',
    params: [`0x${number.toString(16)}`, false],
  }))
  const blocks = (await rpcBatch(rpcUrl, calls)) as { timestamp: string }[]
  return new Map(blocks.map(({ timestamp }, number) => [BigInt(number), Number(timestamp)]))
}

async function balancesOf({ client, deployment }: Devnet) {
  const accounts: readonly Address[] = ACCOUNTS.map(({ address }) => address)
  return Promise.all(
    deployment.markets.flatMap((market) =>
      accounts.map((account) => readHoldings(client, market, account)),
    ),
  )
}
