import { QueryClient } from '@tanstack/react-query'
import { type Address, createClient, custom, type EIP1193RequestFn, http } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Config, createConfig } from 'wagmi'
import { accountAddress } from '../../devnet/accounts'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { describeFailure } from '../chain/describeFailure'
import { UnreadMarketError } from '../chain/errors'
import { type Network, resolveNetwork } from '../chain/network'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { getPoolRegistry, type PoolSelection } from '../chain/poolRegistry'
import { poolRegistryKey } from '../chain/queries'
import { getSnapshot } from '../chain/snapshot'
import { createFlow } from '../flows/createFlow'
import { createFlowStore } from '../flows/flowStore'
import { foreignContract } from '../flows/foreignContract'
import { SAMPLE_COMMIT } from '../flows/testing/sampleCommit'
import { flowContextOf } from './flowContextOf'

const ALL: PoolSelection = { pools: [], count: 100 }
const ONLY_KNOWN: PoolSelection = { pools: [], count: 0 }

let devnet: Devnet
let network: Network
let config: Config
let isDown = false
let markets: readonly DeployedMarket[] = []

beforeAll(async () => {
  devnet = await startQuietDevnet({ impostor: true })
  const { chainId, contracts, impostor, markets: own } = devnet.deployment
  const { poolFactory, multicall3 } = contracts
  if (impostor === undefined) throw new Error('no impostor')
  markets = [...own, impostor.market]
  const knownPools = own.slice(0, 1).map(({ pool }) => pool)
  const rpcUrls = [devnet.rpcUrl]
  network = resolveNetwork({ chainId, rpcUrls, poolFactory, multicall3, knownPools })
  const rpc = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  const request = (async (args: never) => {
    if (isDown) throw new Error('unreachable')
    return rpc.request(args)
  }) as EIP1193RequestFn
  config = createConfig({
    chains: [network.chain],
    transports: { [chainId]: custom({ request }, { retryCount: 0 }) },
    storage: null,
  })
}, 60_000)
afterAll(() => devnet.stop())
beforeEach(() => {
  isDown = false
})

function marketAt(index: number): DeployedMarket {
  const market = markets.at(index)
  if (market === undefined) throw new Error(`There is no market ${index}`)
  return market
}

/** A page that has read what was asked for, as flows see it. */
async function openPage(asked: PoolSelection) {
  const registry = await getPoolRegistry(devnet.client, network, asked)
  const queries = new QueryClient()
  queries.setQueryData(poolRegistryKey(network), registry)
  const context = flowContextOf(config, network, queries, createFlowStore(undefined))
  return { registry, context }
}

function orderIn(pool: Address) {
  const about = { id: 'order', chainId: network.chain.id, createdAtMs: 0 }
  const account = accountAddress('Alice')
  return createFlow({ ...about, account, intent: { ...SAMPLE_COMMIT, pool } }, false)
}

const partsOf = ({ unverifiedComponents }: Pick<PoolAtBlock, 'unverifiedComponents'>) =>
  unverifiedComponents.map(({ kind, address }) => `${kind} ${address}`)

describe('what is not known of a market', () => {
  it.each<[string, PoolSelection]>([
    ['has read', ALL],
    ['has not read', ONLY_KNOWN],
  ])(
    'is the same right before the wallet as on the page, for one that the page %s',
    async (_, asked) => {
      const { registry } = await openPage(ALL)
      const { pools } = await getSnapshot(devnet.client, network, registry, undefined)
      const { context } = await openPage(asked)
      const onPage = new Map(pools.map((pool) => [pool.facts.address, partsOf(pool)]))
      expect(onPage.size).toBe(markets.length)
      for (const { pool, name } of markets)
        expect(partsOf(await context.readPool(orderIn(pool))), name).toEqual(onPage.get(pool))
      expect(onPage.get(marketAt(-1).pool)?.length).toBeGreaterThan(0)
    },
  )

  it('cannot be told from the market alone, which is why the known ones are read with it', async () => {
    const { registry, context } = await openPage(ALL)
    const alone = registry.pools.filter(({ address }) => address === marketAt(1).pool)
    const snapshot = await getSnapshot(devnet.client, network, { pools: alone }, undefined)
    const [pool] = snapshot.pools
    if (pool === undefined) throw new Error('not read')
    const now = await context.readPool(orderIn(pool.facts.address))
    expect(now.unverifiedComponents.length).toBeLessThan(pool.unverifiedComponents.length)
  })
})

describe('a market that cannot be read', () => {
  async function failureFor(pool: Address, asked: PoolSelection = ONLY_KNOWN) {
    const { context } = await openPage(asked)
    const flow = orderIn(pool)
    return async () => {
      try {
        return foreignContract(flow.intent, await context.readContracts(flow))
      } catch (error) {
        return { ...describeFailure(error), error }
      }
    }
  }

  it('is not called another’s: its token does not answer', async () => {
    const { longToken, pool } = marketAt(1)
    const code = await devnet.client.getCode({ address: longToken })
    if (code === undefined) throw new Error('no code')
    const ask = await failureFor(pool)
    await devnet.client.setCode({ address: longToken, bytecode: '0xfe' })
    const failure = await ask()
    await devnet.client.setCode({ address: longToken, bytecode: code })
    expect(failure).toMatchObject({
      code: 'RPC',
      message:
        'This market couldn’t be loaded: its pool tokens couldn’t be loaded. Nothing was sent. Try again.',
      error: expect.any(UnreadMarketError),
    })
  })

  it('is not called another’s: the RPC is down', async () => {
    const ask = await failureFor(marketAt(1).pool)
    isDown = true
    expect(await ask()).toMatchObject({ code: 'RPC' })
  })

  it('is called so where no factory has made it', async () => {
    const ask = await failureFor(accountAddress('Bob'))
    expect(await ask()).toMatchObject({ code: 'NOT_OWN' })
  })
})
