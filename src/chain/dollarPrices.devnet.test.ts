import { type Client, createClient, custom, http } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/devnet'
import { pickMarkets } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { type DollarFeed, resolveNetwork } from './network'
import { getPoolRegistry } from './poolRegistry'
import { getSnapshot } from './snapshot'

let devnet: Devnet
let client: Client
const methods: string[] = []

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC', '5-ETH/USD+BAL')
  devnet = await startQuietDevnet({ markets })
  const inner = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  const request = (asked: { method: string }) => {
    methods.push(asked.method)
    return inner.request(asked as never)
  }
  client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
}, 30_000)
afterAll(() => devnet.stop())

async function read(dollarFeeds: readonly DollarFeed[]) {
  const { chainId, rpcUrl, contracts } = devnet.deployment
  const { poolFactory } = contracts
  const network = resolveNetwork({ chainId, rpcUrls: [rpcUrl], poolFactory, dollarFeeds })
  const registry = await getPoolRegistry(client, network)
  methods.length = 0
  return getSnapshot(client, network, registry, undefined)
}

it('come with the snapshot’s one request, for tokens that a market settles in', async () => {
  const { tokens, feeds } = devnet.deployment
  await devnet.setPrice('BAL', 2.345_678_91)
  const bal = { token: tokens.BAL.address, feed: feeds['BAL/USD'].address }
  const unused = { token: feeds['BTC/USD'].address, feed: feeds['BTC/USD'].address }
  const { dollarPrices, block, pools } = await read([unused, bal])
  expect(methods).toEqual(['eth_call'])
  expect(dollarPrices).toEqual([
    { token: bal.token, priceWad: 2_345_678_910_000_000_000n, updatedAtSec: block.timestampSec },
  ])
  expect(pools).toHaveLength(2)
})

it('of a feed that is none do not take the pools down', async () => {
  const { tokens, contracts } = devnet.deployment
  const broken = { token: tokens.BAL.address, feed: contracts.poolFactory }
  const { dollarPrices, pools } = await read([broken])
  expect(dollarPrices).toEqual([])
  expect(pools).toHaveLength(2)
  expect((await read([])).dollarPrices).toEqual([])
})
