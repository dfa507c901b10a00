import { QueryClient } from '@tanstack/react-query'
import { type Client, createClient, custom, type Hex, http, numberToHex } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import type { Devnet } from '../../devnet/devnet'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { LaggingRpcError } from './errors'
import { getFreshSnapshot, refreshSnapshot } from './freshSnapshot'
import { type Network, resolveNetwork } from './network'
import { poolRegistryQueryOptions, snapshotQueryOptions } from './queries'

const alice = accountAddress('Alice')
const bob = accountAddress('Bob')
let devnet: Devnet
let network: Network
let client: Client
let queries: QueryClient
const methods: string[] = []
let isDown = false
/** A block that the RPC answers from instead of the newest. */
let behind: Hex | undefined
/** Called before each answer. */
let beforeAnswer: () => Promise<void> | void

beforeAll(async () => {
  devnet = await startQuietDevnet()
  const { rpcUrl, deployment } = devnet
  const { poolFactory } = deployment.contracts
  network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  const inner = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  const request = async (asked: { method: string; params?: readonly unknown[] }) => {
    methods.push(asked.method)
    if (isDown) throw new Error('unreachable')
    const [call, , ...override] = asked.params ?? []
    const answer = await inner.request(
      (behind ? { ...asked, params: [call, behind, ...override] } : asked) as never,
    )
    await beforeAnswer()
    return answer
  }
  client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
}, 30_000)
afterAll(() => devnet.stop())
beforeEach(() => {
  queries = new QueryClient()
  isDown = false
  behind = undefined
  beforeAnswer = () => undefined
})

/** One refresh, as its timer would start it; a failure is not waited out. */
async function refresh(account = alice) {
  const registry = await queries.fetchQuery(poolRegistryQueryOptions(client, network))
  methods.length = 0
  const options = snapshotQueryOptions(client, network, registry, account)
  const snapshot = await queries.fetchQuery({ ...options, staleTime: 0, retry: false })
  return { snapshot, requests: [...methods], key: options.queryKey }
}

describe('a refresh', () => {
  it('is one request, whatever has happened to the block', async () => {
    const first = await refresh()
    await devnet.client.mine({ blocks: 3 })
    const second = await refresh()
    expect(first.requests).toEqual(['eth_call'])
    expect(second.requests).toEqual(['eth_call'])
    expect(second.snapshot.block.number).toBe(first.snapshot.block.number + 3n)
  })

  it('reads the registry once for all of them', async () => {
    await refresh()
    methods.length = 0
    await queries.fetchQuery(poolRegistryQueryOptions(client, network))
    expect(methods).toEqual([])
  })

  it('that fails keeps the last snapshot, and says why it failed', async () => {
    const { snapshot, key } = await refresh()
    isDown = true
    await expect(refresh()).rejects.toThrow(/unreachable/)
    expect(queries.getQueryData(key)).toEqual(snapshot)
    expect(queries.getQueryState(key)?.error?.message).toMatch(/unreachable/)
    isDown = false
    expect((await refresh()).requests).toEqual(['eth_call'])
  })

  it('from an older block is not taken: what is known stays, also for another account', async () => {
    await refresh()
    await devnet.client.mine({ blocks: 3 })
    const { snapshot, key } = await refresh()
    behind = numberToHex(snapshot.block.number - 2n)
    expect((await refresh()).snapshot).toEqual(snapshot)
    await expect(refresh(bob)).rejects.toThrow(LaggingRpcError)
    expect(queries.getQueryData(key)).toEqual(snapshot)
    behind = undefined
    expect((await refresh(bob)).snapshot.block.number).toBe(snapshot.block.number)
  })

  it('of a lower block and a later time is taken: what was known cannot have been', async () => {
    const { snapshot, key } = await refresh()
    const block = { ...snapshot.block, number: snapshot.block.number + 1_000_000n }
    queries.setQueryData(key, { ...snapshot, block })
    expect((await refresh()).snapshot.block).toEqual(block)
    await devnet.client.increaseTime({ seconds: 1 })
    await devnet.client.mine({ blocks: 1 })
    expect((await refresh()).snapshot.block.number).toBe(snapshot.block.number + 1n)
  })

  it('of the same block keeps when it was first seen, by whichever account; a newer block is young', async () => {
    const { snapshot: first } = await refresh(alice)
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (const account of [alice, bob, alice]) {
      const { snapshot } = await refresh(account)
      expect(snapshot.block).toEqual(first.block)
      expect(snapshot.receivedAtMs).toBeGreaterThan(first.receivedAtMs)
      expect(snapshot.blockSeenAtMs).toBe(first.blockSeenAtMs)
    }
    await devnet.client.mine({ blocks: 1 })
    const { snapshot } = await refresh(bob)
    expect(snapshot.blockSeenAtMs).toBe(snapshot.receivedAtMs)
  })

  it('for another account is another snapshot', async () => {
    const { key: ofAlice } = await refresh(alice)
    const { snapshot, key: ofBob } = await refresh(bob)
    expect(snapshot.account).toBe(bob)
    expect(queries.getQueryData(ofAlice)).toMatchObject({ account: alice })
    expect(ofBob).not.toEqual(ofAlice)
  })

  it('does not begin before the pools are known', () => {
    expect(snapshotQueryOptions(client, network, undefined, alice).enabled).toBe(false)
  })
})

describe('a refresh at a click', () => {
  it('waits for the one that is under way, however often it is asked for', async () => {
    await refresh()
    methods.length = 0
    const clicks = [1, 2, 3].map(() => refreshSnapshot(queries, network, alice))
    const [first, ...others] = await Promise.all(clicks)
    expect(methods).toEqual(['eth_call'])
    for (const other of others) expect(other).toBe(first)
  })

  it('does not wait for one that has failed to be tried again', async () => {
    const { key } = await refresh()
    isDown = true
    const registry = await queries.fetchQuery(poolRegistryQueryOptions(client, network))
    const failing = { ...snapshotQueryOptions(client, network, registry, alice), staleTime: 0 }
    const underWay = queries.fetchQuery({ ...failing, retryDelay: 60_000 })
    await expect.poll(() => queries.getQueryState(key)?.fetchFailureCount).toBe(1)
    isDown = false
    const fresh = await refreshSnapshot(queries, network, alice)
    expect(fresh).toEqual(await underWay)
  })
})

describe('a read for a decision', () => {
  async function readFresh() {
    const registry = await queries.fetchQuery(poolRegistryQueryOptions(client, network))
    return getFreshSnapshot(queries, client, network, registry, alice)
  }

  it('is not behind because a later one has overtaken it', async () => {
    const { snapshot, key } = await refresh()
    beforeAnswer = () => {
      const block = { ...snapshot.block, number: snapshot.block.number + 5n }
      queries.setQueryData(key, { ...snapshot, block })
    }
    expect((await readFresh()).block).toEqual(snapshot.block)
  })

  it('waits for a node that is a little behind', async () => {
    await refresh()
    await devnet.client.mine({ blocks: 3 })
    const { snapshot } = await refresh()
    behind = numberToHex(snapshot.block.number - 1n)
    beforeAnswer = () => {
      behind = undefined
    }
    const fresh = await readFresh()
    expect([fresh.block, methods]).toEqual([snapshot.block, ['eth_call', 'eth_call', 'eth_call']])
  })

  it('gives up on one that stays behind', async () => {
    await refresh()
    await devnet.client.mine({ blocks: 3 })
    const { snapshot } = await refresh()
    behind = numberToHex(snapshot.block.number - 1n)
    await expect(readFresh()).rejects.toThrow(LaggingRpcError)
  })
})

describe('an RPC that fails', () => {
  it('is asked again without end, and its last answer is kept', async () => {
    const registry = await queries.fetchQuery(poolRegistryQueryOptions(client, network))
    for (const options of [
      poolRegistryQueryOptions(client, network),
      snapshotQueryOptions(client, network, registry, alice),
    ]) {
      expect(options.retry).toBe(true)
      expect(options.gcTime).toBe(Number.POSITIVE_INFINITY)
    }
  })
})
