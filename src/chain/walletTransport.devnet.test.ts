import { type Client, createClient, http, numberToHex } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { Devnet } from '../../devnet/devnet'
import { generateMarkets } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { claimTransaction, commitTransaction } from '../../devnet/transactions'
import { CommitType } from '../protocol/commitType'
import { findHoldings } from './lens/findHoldings'
import { resolveNetwork } from './network'
import { getPoolRegistry, type PoolRegistry } from './poolRegistry'
import { type RpcSource, rpcTransport } from './rpcTransport'
import { getSnapshot, type Snapshot } from './snapshot'
import { type ReadingProvider, walletTransport } from './walletTransport'

const POOLS = 20
const account = accountAddress('Gustav')

let devnet: Devnet
let network: ReturnType<typeof resolveNetwork>
let registry: PoolRegistry
let truth: Snapshot

beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: generateMarkets(POOLS) })
  const { rpcUrl, deployment } = devnet
  const { poolFactory } = deployment.contracts
  network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  const [first, second] = deployment.markets
  if (first === undefined || second === undefined) throw new Error('no markets')
  // Something in the wallet, and something in the queue.
  await sendAndWait(devnet.client, claimTransaction(account, first))
  const order = { type: CommitType.LongMint, amountWei: 10_000_000n }
  await sendAndWait(devnet.client, commitTransaction({ from: account, market: second, ...order }))
  const client = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  registry = await getPoolRegistry(client, network)
  truth = await getSnapshot(client, network, registry, account)
}, 60_000)
afterAll(() => devnet.stop())

interface Asked {
  readonly method: string
  readonly params?: readonly unknown[]
}

/** A wallet that knows no state overrides, in front of the devnet. */
function walletOf(chainId: () => number = () => devnet.deployment.chainId) {
  const node = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  const requests: Asked[] = []
  const provider: ReadingProvider = {
    async request(asked) {
      requests.push(asked as Asked)
      if (asked.method === 'eth_chainId') return numberToHex(chainId())
      const [call, block, overrides] = (asked.params ?? []) as unknown[]
      if (asked.method === 'eth_call' && overrides !== undefined)
        throw Object.assign(new Error('too many arguments, want at most 2'), { code: -32_602 })
      const params = asked.method === 'eth_call' ? [call, block] : asked.params
      return node.request({ method: asked.method, params } as never)
    },
  }
  return { provider, requests, calls: () => requests.filter(({ method }) => method === 'eth_call') }
}

/** A client whose configured RPC answers no one. */
function deadClient(): Client {
  return createClient({ chain: network.chain, transport: rpcTransport(['http://127.0.0.1:9']) })
}

function readThrough(client: Client, wallet: ReturnType<typeof walletOf>) {
  const { standIn } = client.transport as unknown as RpcSource
  const through = walletTransport(wallet.provider, network.chain.id, () => undefined)
  standIn.current = through.transport
  return { end: through.end, standIn, limits: through.transport.value?.limits }
}

function contentOf({ block, pools, failedPools, numPools, ethBalanceWei }: Snapshot) {
  return { block, pools, failedPools, numPools, ethBalanceWei }
}

describe('without an RPC, through a wallet that knows no overrides', () => {
  let client: Client
  let wallet: ReturnType<typeof walletOf>
  beforeEach(() => {
    client = deadClient()
    wallet = walletOf()
  })

  it('everything is read, field by field as with an override', async () => {
    await expect(getSnapshot(client, network, registry, account)).rejects.toThrow()
    readThrough(client, wallet)
    expect(await getPoolRegistry(client, network)).toEqual(registry)
    wallet.requests.length = 0
    const read = await getSnapshot(client, network, registry, account)
    expect(contentOf(read)).toEqual(contentOf(truth))
    expect(read.pools).toHaveLength(POOLS)
    expect(read.pools.some(({ account }) => (account?.longBalance ?? 0n) > 0n)).toBe(true)
    const queued = read.pools.map(({ account }) => account?.user.unAggregatedCommitments.length)
    expect(queued).toContain(1)
    // Eight at a time, at one block, and never with an override.
    const at = numberToHex(read.block.number)
    expect(wallet.calls().map(({ params }) => params?.slice(1))).toEqual([['latest'], [at], [at]])
    const holdings = await findHoldings(client, network, account)
    expect(holdings.length).toBeGreaterThan(0)
  })

  it('an answer that is too large for a contract’s code is asked for in halves', async () => {
    const { limits } = readThrough(client, wallet)
    Object.assign(limits, { mostPools: POOLS })
    const read = await getSnapshot(client, network, registry, account)
    expect(contentOf(read)).toEqual(contentOf(truth))
    // 20 pools are too many, 10 too, 5 are not.
    expect(limits).toMatchObject({ mostPools: 5 })
    expect(wallet.calls()).toHaveLength(2 + 4)
  })

  it('a pool that alone is too large is left out, and no other', async () => {
    const [victim] = registry.pools
    if (victim === undefined) throw new Error('no pools')
    const size = (data: unknown) => JSON.stringify(data).toLowerCase()
    const isIn = (params: Asked['params']) =>
      size(params).includes(victim.address.slice(2).toLowerCase())
    const { request } = wallet.provider
    wallet.provider.request = async (asked) => {
      if (asked.method === 'eth_call' && isIn(asked.params as Asked['params']))
        throw Object.assign(new Error('CreateContractSizeLimit'), { code: -32_000 })
      return request(asked)
    }
    readThrough(client, wallet)
    const { pools, failedPools } = await getSnapshot(client, network, registry, account)
    expect(failedPools).toEqual([victim.address])
    expect(pools).toEqual(truth.pools.slice(1))
  })

  it('what the configured RPC would be asked goes to the wallet, and nothing to sign', async () => {
    readThrough(client, wallet)
    const block = await client.request({ method: 'eth_blockNumber' } as never)
    expect(BigInt(block)).toBe(truth.block.number)
    for (const method of [
      'eth_sendTransaction',
      'personal_sign',
      'wallet_sendCalls',
      'eth_requestAccounts',
    ])
      await expect(client.request({ method, params: [] } as never)).rejects.toThrow(/not support/)
    expect(new Set(wallet.requests.map(({ method }) => method))).toEqual(
      new Set(['eth_blockNumber', 'eth_chainId']),
    )
  })
})

it('an answer counts only if the wallet is on the pools’ chain after it', async () => {
  const client = deadClient()
  let chainId = devnet.deployment.chainId
  const wallet = walletOf(() => chainId)
  let found = 0
  const { transport } = walletTransport(wallet.provider, network.chain.id, () => {
    found += 1
  })
  ;(client.transport as unknown as RpcSource).standIn.current = transport
  await getSnapshot(client, network, registry, account)
  chainId = 1
  await expect(getSnapshot(client, network, registry, account)).rejects.toThrow(/another network/)
  expect(found).toBe(1)
})

it('what was on its way when it ended does not count, and the configured RPCs are asked again', async () => {
  const client = deadClient()
  const wallet = walletOf()
  const { end, standIn } = readThrough(client, wallet)
  const late = getSnapshot(client, network, registry, account)
  end()
  await expect(late).rejects.toThrow(/has ended/)
  standIn.current = undefined
  wallet.requests.length = 0
  await expect(getSnapshot(client, network, registry, account)).rejects.toThrow()
  expect(wallet.requests).toEqual([])
})

it('a wallet that does not answer is given up in time', async () => {
  vi.useFakeTimers()
  try {
    const { transport } = walletTransport(
      { request: () => new Promise(() => undefined) },
      network.chain.id,
      () => undefined,
    )
    const read = expect(transport.request({ method: 'eth_blockNumber' } as never)).rejects.toThrow(
      /took too long/,
    )
    await vi.advanceTimersByTimeAsync(10_000)
    await read
  } finally {
    vi.useRealTimers()
  }
})
