// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query'
import { type Hex, numberToHex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/devnet'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { type SpoiledAnswer, type SpoiledRpc, startSpoiledRpc } from '../../devnet/spoiledRpc'
import { type Network, resolveNetwork } from '../chain/network'
import { retryPauseMs } from '../chain/queries'
import { type FollowedSnapshot, followSnapshot } from './testing/followSnapshot'

const WITHIN = { timeout: 20_000, interval: 20 }
let devnet: Devnet
let rpc: SpoiledRpc
let network: Network
let page: FollowedSnapshot | undefined

beforeAll(async () => {
  devnet = await startQuietDevnet()
  rpc = await startSpoiledRpc(devnet.rpcUrl)
  const { chainId, contracts } = devnet.deployment
  const { poolFactory, multicall3 } = contracts
  network = resolveNetwork({ chainId, rpcUrls: [rpc.url], poolFactory, multicall3, refreshMs: 100 })
}, 30_000)
afterAll(async () => {
  await rpc.stop()
  await devnet.stop()
})
beforeEach(() => rpc.spoil())
afterEach(() => {
  onlineManager.setOnline(true)
  page?.stop()
  page = undefined
})

const open = async () => {
  page = await followSnapshot(network)
  return page
}

/** Waits for the first snapshot, as someone does who opens the page. */
async function opened() {
  const followed = await open()
  await expect.poll(() => followed.now().snapshot?.pools.length, WITHIN).toBe(marketCount())
  return followed
}

function marketCount() {
  return devnet.deployment.markets.length
}

const say = (part: object) => JSON.stringify({ jsonrpc: '2.0', id: 1, ...part })

describe('an RPC that gives no usable answer from the start', () => {
  it.each<[what: string, answer: SpoiledAnswer]>([
    ['a web page', { body: '<!doctype html><title>Log in</title>' }],
    ['nothing', { body: '' }],
    ['an empty result', { body: say({ result: '0x' }) }],
    ['hex of odd length', { body: say({ result: '0x123' }) }],
    ['a list that never ends', { body: say({ result: `0x${'ff'.repeat(320)}` }) }],
  ])('%s: a failure and no pools, and all of them once it answers', async (_, answer) => {
    rpc.spoil(() => answer)
    const followed = await open()
    await expect.poll(() => followed.now().failures, WITHIN).toBeGreaterThan(0)
    expect(followed.now().snapshot).toBeUndefined()
    expect(followed.now().failureReason).toBeInstanceOf(Error)
    rpc.spoil()
    await expect.poll(() => followed.now().snapshot?.pools.length, WITHIN).toBe(marketCount())
    expect(followed.now()).toMatchObject({ failures: 0, failureReason: null })
  })

  it('is asked again after 1 s, and 2 s more', async () => {
    rpc.spoil(() => ({ status: 503, body: '' }))
    await open()
    await expect.poll(() => rpc.requestedAtMs.length, WITHIN).toBeGreaterThanOrEqual(3)
    const pauses = rpc.requestedAtMs.slice(1).map((ms, n) => ms - (rpc.requestedAtMs[n] ?? 0))
    // A busy machine makes them longer, not shorter.
    for (const failures of [0, 1])
      expect(pauses[failures]).toBeGreaterThan(retryPauseMs(failures) * 0.9)
  })
})

describe('an RPC that answers no more', () => {
  it.each<[how: string, answer: SpoiledAnswer]>([
    ['429 without JSON', { status: 429, body: 'Too Many Requests' }],
    [
      '429 with JSON',
      { status: 429, body: say({ error: { code: 429, message: 'compute units exceeded' } }) },
    ],
    [
      'a limit in JSON',
      { body: say({ error: { code: -32_005, message: 'rate limit exceeded' } }) },
    ],
    ['503', { status: 503, body: '' }],
  ])(
    '%s: the snapshot stays, it is asked more and more rarely, and it goes on',
    async (_, answer) => {
      const followed = await opened()
      const { snapshot } = followed.now()
      rpc.spoil(() => answer)
      await expect.poll(() => followed.now().failures, WITHIN).toBe(2)
      // At once, after 1 s, and not yet after 2 s more: ten refreshes would have been due.
      expect(rpc.requestedAtMs.length).toBeLessThanOrEqual(3)
      expect(followed.now().snapshot?.block.number).toBe(snapshot?.block.number)
      expect(followed.now().snapshot?.pools).toHaveLength(marketCount())
      rpc.spoil()
      await devnet.client.mine({ blocks: 1 })
      await expect
        .poll(() => followed.now().snapshot?.block.number, WITHIN)
        .toBeGreaterThan(snapshot?.block.number ?? 0n)
      expect(followed.now().failures).toBe(0)
    },
  )

  it('with its answers cut off changes nothing; those under another name are none the worse', async () => {
    const followed = await opened()
    const before = followed.now().snapshot?.block.number ?? 0n
    rpc.spoil(async (request, ask) => {
      const result = (await ask(request)) as string
      return { body: say({ result: result.slice(0, result.length / 2) }) }
    })
    await devnet.client.mine({ blocks: 1 })
    await expect.poll(() => followed.now().failures, WITHIN).toBeGreaterThan(0)
    expect(followed.now().snapshot?.block.number).toBe(before)
    rpc.spoil(async (request, ask) => ({ body: say({ id: 999, result: await ask(request) }) }))
    await expect.poll(() => followed.now().snapshot?.block.number, WITHIN).toBeGreaterThan(before)
  })
})

describe('an RPC with one node behind', () => {
  it('never takes the page back, and is waited for', async () => {
    const followed = await opened()
    const old: Hex = numberToHex(await devnet.client.getBlockNumber())
    let calls = 0
    rpc.spoil(async (request, ask) => {
      calls += 1
      if (request.method !== 'eth_call' || calls % 2 === 0) return undefined
      const params = [request.params[0], old, ...request.params.slice(2)]
      return { body: say({ result: await ask({ ...request, params }) }) }
    })
    for (let block = 0; block < 3; block++) {
      const before = followed.now().snapshot?.block.number ?? 0n
      await devnet.client.mine({ blocks: 1 })
      await expect.poll(() => followed.now().snapshot?.block.number, WITHIN).toBeGreaterThan(before)
    }
    const blocks = followed.given.flatMap(({ snapshot }) => snapshot?.block.number ?? [])
    expect(blocks).toEqual(blocks.toSorted((a, b) => Number(a - b)))
    expect(new Set(blocks).size).toBeGreaterThanOrEqual(4)
  })
})

describe('a browser that is offline', () => {
  it('asks nothing, says so, and goes on when it is back', async () => {
    const followed = await opened()
    onlineManager.setOnline(false)
    await expect.poll(() => followed.now().isOffline, WITHIN).toBe(true)
    const before = followed.now().snapshot?.block.number ?? 0n
    await devnet.client.mine({ blocks: 1 })
    rpc.spoil()
    const sinceMs = performance.now()
    const refreshes = () => (performance.now() - sinceMs) / network.refreshMs
    await expect.poll(refreshes, WITHIN).toBeGreaterThan(10)
    // One may have been on its way.
    expect(rpc.requestedAtMs.length).toBeLessThanOrEqual(1)
    expect(followed.now().snapshot?.pools).toHaveLength(marketCount())
    onlineManager.setOnline(true)
    await expect.poll(() => followed.now().snapshot?.block.number, WITHIN).toBeGreaterThan(before)
    expect(followed.now().isOffline).toBe(false)
  })
})
