import { QueryClient } from '@tanstack/react-query'
import { type Address, createClient, http } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type CreateConnectorFn, createConfig, createConnector } from 'wagmi'
import { connect } from 'wagmi/actions'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { Devnet } from '../../devnet/devnet'
import { laggingNode } from '../../devnet/laggingNode'
import { marketOf } from '../../devnet/marketOf'
import { pickMarkets } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { type SpoiledRpc, startSpoiledRpc } from '../../devnet/spoiledRpc'
import { commitTransaction } from '../../devnet/transactions'
import { accountContracts } from '../chain/accountHistory/accountContracts'
import { createAccountHistory } from '../chain/accountHistory/accountHistory'
import { createMemoryStore } from '../chain/accountHistory/memoryStore'
import { LaggingRpcError } from '../chain/errors'
import { type Network, resolveNetwork } from '../chain/network'
import { getPoolRegistry, type PoolRegistry } from '../chain/poolRegistry'
import { newestSnapshot, snapshotQueryOptions } from '../chain/queries'
import { rpcTransport } from '../chain/rpcTransport'
import { CommitType } from '../protocol/commitType'
import { walletReadingOf } from './walletReading'

const MARKET = '1-BTC/USD+USDC'
/** How often the configured RPCs are tried while the page reads through a wallet. */
const PROBE_MS = 15_000
const account = accountAddress('Gustav')

let devnet: Devnet
let rpc: SpoiledRpc
let network: Network
let registry: PoolRegistry
/** How many blocks the wallet's node is behind. */
let walletLag = 0n
let rpcLag = 0n
let queries: QueryClient

beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: pickMarkets(MARKET) })
  rpc = await startSpoiledRpc(devnet.rpcUrl)
  const { chainId, contracts } = devnet.deployment
  const { poolFactory, multicall3 } = contracts
  network = resolveNetwork({ chainId, rpcUrls: [rpc.url], poolFactory, multicall3 })
  registry = await getPoolRegistry(createClient({ transport: http(devnet.rpcUrl) }), network)
}, 60_000)
afterAll(async () => {
  await rpc.stop()
  await devnet.stop()
})
beforeEach(() => {
  walletLag = 0n
  rpcLag = 0n
  rpc.spoil()
  queries = new QueryClient()
})
afterEach(() => {
  queries.clear()
  vi.restoreAllMocks()
})

const node = (lag: () => bigint) => {
  const client = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  return laggingNode((asked) => client.request(asked as never), lag)
}

/** A page with a wallet whose node may be behind. */
async function openPage() {
  const request = node(() => walletLag)
  const provider = {
    request: (asked: { method: string; params?: readonly unknown[] }) =>
      asked.method === 'eth_chainId' ? `0x${network.chain.id.toString(16)}` : request(asked),
  }
  const wallet: CreateConnectorFn = createConnector(() => ({
    id: 'late',
    name: 'Late wallet',
    type: 'test',
    connect: async () => ({ accounts: [account] as never, chainId: network.chain.id }),
    disconnect: async () => {},
    getAccounts: async (): Promise<readonly Address[]> => [account],
    getChainId: async () => network.chain.id,
    getProvider: async () => provider,
    isAuthorized: async () => true,
    onAccountsChanged() {},
    onChainChanged() {},
    onDisconnect() {},
  }))
  const config = createConfig({
    chains: [network.chain],
    connectors: [wallet],
    storage: null,
    transports: { [network.chain.id]: rpcTransport(network.rpcUrls) },
  })
  const [connector] = config.connectors
  if (connector === undefined) throw new Error('no connector')
  await connect(config, { connector })
  const client = config.getClient({ chainId: network.chain.id })
  const refresh = () =>
    queries.fetchQuery({
      ...snapshotQueryOptions(client, network, registry, account),
      staleTime: 0,
      retry: false,
    })
  return { client, refresh, reading: walletReadingOf(config, network, queries) }
}

const cutRpc = () => rpc.spoil(() => ({ status: 503, body: '' }))

function commitOne() {
  const order = { type: CommitType.LongMint, amountWei: 1_000_000n }
  const market = marketOf(devnet, MARKET)
  return sendAndWait(devnet.client, commitTransaction({ from: account, market, ...order }))
}

it('a wallet behind what was already read is not read through until it has caught up', async () => {
  const { refresh, reading } = await openPage()
  await devnet.client.mine({ blocks: 3 })
  const known = await refresh()
  cutRpc()
  walletLag = 2n
  await reading.start()
  const state = reading.get()
  expect(state.at).toBe('rpcs')
  expect(state.failure).toBeInstanceOf(LaggingRpcError)
  // Nothing goes through it.
  await expect(refresh()).rejects.toThrow()
  expect(newestSnapshot(queries, network)).toEqual(known)
  walletLag = 0n
  await reading.start()
  expect(reading.get()).toEqual({ at: 'wallet', wallet: 'Late wallet' })
  expect((await refresh()).block).toEqual(known.block)
  reading.stop()
})

it('a wallet that falls behind later takes back no figure and no row', async () => {
  await commitOne()
  const { client, refresh, reading } = await openPage()
  await devnet.client.mine({ blocks: 40 })
  const second = await commitOne()
  const { pools } = await refresh()
  cutRpc()
  await reading.start()
  const history = createAccountHistory({ client, network, account, store: createMemoryStore() })
  const contracts = accountContracts(pools)
  await history.refresh((await refresh()).block, contracts)
  const rows = () => history.getSnapshot().entries.filter(({ kind }) => kind === 'commit').length
  const before = rows()
  expect(before).toBeGreaterThanOrEqual(2)

  // A new block is read, and then another node behind the wallet answers.
  await devnet.client.mine({ blocks: 1 })
  const known = await refresh()
  walletLag = 3n
  expect(await refresh()).toEqual(known)
  const seen: number[] = []
  history.subscribe(() => {
    seen.push(rows())
    if (history.getSnapshot().status === 'waiting') walletLag = 0n
  })
  await history.refresh(known.block, contracts)
  expect(walletLag).toBe(0n)
  expect(Math.min(...seen)).toBe(before)
  const { entries, headBlock, status } = history.getSnapshot()
  expect({ headBlock, status }).toEqual({ headBlock: known.block.number, status: 'idle' })
  expect(entries.some(({ transactionHash }) => transactionHash === second.transactionHash)).toBe(
    true,
  )
  history.stop()
  reading.stop()
})

it('configured RPCs that answer again, but from an older block, are not gone back to', async () => {
  const { refresh, reading } = await openPage()
  await devnet.client.mine({ blocks: 3 })
  await refresh()
  cutRpc()
  await reading.start()
  const request = node(() => rpcLag)
  rpcLag = 2n
  rpc.spoil(async ({ id, method, params }) => {
    const result = await request({ method, params })
    return { body: JSON.stringify({ jsonrpc: '2.0', id, result }) }
  })
  const timers = vi.spyOn(globalThis, 'setTimeout')
  const waiting = () => timers.mock.calls.filter(([, ms]) => ms === PROBE_MS)
  reading.stop()
  await reading.start()
  /** Lets the time until the RPCs are tried pass, and the try end. */
  const probe = async () => {
    const before = waiting()
    const act = before.at(-1)?.[0] as () => void
    act()
    await vi.waitFor(() => {
      if (reading.get().at === 'wallet') expect(waiting().length).toBeGreaterThan(before.length)
    })
  }
  for (const _try of [1, 2, 3]) await probe()
  expect(reading.get().at).toBe('wallet')
  rpcLag = 0n
  await probe()
  expect(reading.get().at).toBe('wallet')
  await probe()
  await vi.waitFor(() => expect(reading.get()).toEqual({ at: 'rpcs', ended: 'responding' }))
})
