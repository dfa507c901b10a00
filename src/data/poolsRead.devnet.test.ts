// @vitest-environment jsdom
import { type Address, encodeFunctionResult, getAbiItem, toFunctionSelector } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { generateMarkets } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { type NodeRequest, type SpoiledRpc, startSpoiledRpc } from '../../devnet/spoiledRpc'
import { approveTransaction, commitTransaction, toWei } from '../../devnet/transactions'
import { poolLensAbi } from '../chain/lens/poolLens'
import { type Network, resolveNetwork } from '../chain/network'
import { POOLS_PER_PAGE } from '../protocol/bounds'
import { CommitType } from '../protocol/commitType'
import { type FollowedSnapshot, followSnapshot } from './testing/followSnapshot'

const WITHIN = { timeout: 20_000, interval: 20 }
const KNOWN = 5
const OTHERS = 70
let devnet: Devnet
let rpc: SpoiledRpc
let page: FollowedSnapshot | undefined
/** The JSON-RPC requests that the page sends. */
let requests: string[] = []

beforeAll(async () => {
  devnet = await startQuietDevnet({ empty: true, markets: generateMarkets(KNOWN + OTHERS) })
  rpc = await startSpoiledRpc(devnet.rpcUrl)
  rpc.spoil(note)
}, 60_000)
afterAll(async () => {
  await rpc.stop()
  await devnet.stop()
})
afterEach(() => {
  page?.stop()
  page = undefined
})

/** Passes a request on, and remembers it. */
function note(request: NodeRequest): undefined {
  requests.push(JSON.stringify({ ...request, id: 0 }))
}

function marketAt(index: number): DeployedMarket {
  const market = devnet.deployment.markets[index]
  if (market === undefined) throw new Error(`There is no market ${index}`)
  return market
}

function networkWith(knownPools: readonly Address[]): Network {
  const { chainId, contracts } = devnet.deployment
  const { poolFactory, multicall3 } = contracts
  const rpcUrls = [rpc.url]
  return resolveNetwork({ chainId, rpcUrls, poolFactory, multicall3, refreshMs: 200, knownPools })
}

const knownPools = () => devnet.deployment.markets.slice(0, KNOWN).map(({ pool }) => pool)

async function open(known: readonly Address[]) {
  requests = []
  const followed = await followSnapshot(networkWith(known))
  page = followed
  return {
    live: () => followed.now(),
    poolCount: () => followed.now().snapshot?.pools.length,
    has: (market: DeployedMarket) =>
      followed.now().snapshot?.pools.some(({ facts }) => facts.address === market.pool) === true,
  }
}

describe('a factory that strangers have filled', () => {
  it('costs a first load and a refresh what its known pools cost', async () => {
    const { live, poolCount } = await open(knownPools())
    await expect.poll(poolCount, WITHIN).toBe(KNOWN)
    expect(live().otherPools).toBe(OTHERS)
    const before = live().snapshot?.receivedAtMs
    await expect.poll(() => live().snapshot?.receivedAtMs, WITHIN).not.toBe(before)
    // Registry, first snapshot, refresh: nothing of them names or counts another pool.
    expect(requests.length).toBeGreaterThanOrEqual(3)
    const [registry, snapshot, refresh] = requests
    expect(refresh).toBe(snapshot)
    for (const request of [registry, snapshot]) {
      const named = devnet.deployment.markets.filter(({ pool }) =>
        request?.includes(pool.slice(2).toLowerCase()),
      )
      expect(named.map(({ pool }) => pool)).toEqual(knownPools())
    }
  })

  it('shows the others a page at a time, and stops reading them when asked to', async () => {
    const { live, poolCount } = await open(knownPools())
    await expect.poll(poolCount, WITHIN).toBe(KNOWN)
    live().showMorePools()
    await expect.poll(poolCount, WITHIN).toBeGreaterThanOrEqual(POOLS_PER_PAGE)
    const shown = poolCount() ?? 0
    live().showMorePools()
    await expect.poll(poolCount, WITHIN).toBe(KNOWN + OTHERS)
    expect(shown).toBeLessThan(KNOWN + OTHERS)
    expect(live().otherPools).toBe(0)
    live().hideMorePools()
    await expect.poll(poolCount, WITHIN).toBe(KNOWN)
  })

  it('gives the page of any of its pools to anyone with the link, and of no other contract', async () => {
    const { live, has, poolCount } = await open(knownPools())
    await expect.poll(poolCount, WITHIN).toBe(KNOWN)
    const market = marketAt(KNOWN + 60)
    expect(live().missingPool(market.pool)).toBe('loading')
    live().openPool(market.pool)
    await expect.poll(() => has(market), WITHIN).toBe(true)
    const { longToken } = marketAt(0)
    live().openPool(longToken)
    await expect.poll(() => live().missingPool(longToken), WITHIN).toBe('foreign')
    expect(poolCount()).toBe(KNOWN + 1)
  })

  it('reads the pools in which the account has something', async () => {
    const alice = accountAddress('Alice')
    const market = marketAt(KNOWN + 61)
    const amountWei = toWei(10, devnet.deployment.tokens[market.settlementSymbol].decimals)
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    const order = { from: alice, market, type: CommitType.LongMint, amountWei }
    await sendAndWait(devnet.client, commitTransaction(order))
    const { live, has, poolCount } = await open(knownPools())
    await expect.poll(poolCount, WITHIN).toBe(KNOWN)
    live().watch(alice)
    await expect.poll(() => has(market), WITHIN).toBe(true)
    expect(poolCount()).toBe(KNOWN + 1)
    expect(live().holdingsFailure).toBeNull()
  })

  it('says so where a node gets nowhere in looking for them, and finds them once it does', async () => {
    const gustav = accountAddress('Gustav')
    const selector = toFunctionSelector(getAbiItem({ abi: poolLensAbi, name: 'findHoldings' }))
    const nowhere = encodeFunctionResult({
      abi: poolLensAbi,
      functionName: 'findHoldings',
      result: [[], 0n, BigInt(KNOWN + OTHERS)],
    })
    rpc.spoil(({ id, params: [call] }) => {
      const isSearch = (call as { data?: string } | undefined)?.data?.startsWith(selector)
      if (!isSearch) return undefined
      return { body: JSON.stringify({ jsonrpc: '2.0', id, result: nowhere }) }
    })
    const { live, poolCount } = await open(knownPools())
    await expect.poll(poolCount, WITHIN).toBe(KNOWN)
    live().watch(gustav)
    await expect
      .poll(() => live().holdingsFailure?.message, WITHIN)
      .toContain('gas limit is too low for one pool')
    rpc.spoil(note)
    await expect.poll(() => live().holdingsFailure, WITHIN).toBeNull()
  })
})

it('a pool that the operator hides is neither listed nor opened by its link', async () => {
  const [first, ...others] = knownPools()
  if (first === undefined) throw new Error('no pool')
  requests = []
  page = await followSnapshot({ ...networkWith(knownPools()), hiddenPools: [first] })
  const live = () => page?.now()
  await expect.poll(() => live()?.snapshot?.pools.length, WITHIN).toBe(others.length)
  live()?.openPool(first)
  expect(live()?.missingPool(first)).toBe('hidden')
  expect(live()?.snapshot?.pools.map(({ facts }) => facts.address)).toEqual(others)
})

it('where no pools are known, the first of the factory are read', async () => {
  const { live, poolCount } = await open([])
  await expect.poll(poolCount, WITHIN).toBe(POOLS_PER_PAGE)
  expect(live().otherPools).toBe(KNOWN + OTHERS - POOLS_PER_PAGE)
})
