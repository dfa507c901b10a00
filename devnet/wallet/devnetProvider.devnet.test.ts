import { createWalletClient, custom, numberToHex, parseEther } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../accounts'
import { type Devnet, startDevnet } from '../devnet'
import { pickMarkets } from '../markets'
import { createDevnetWallet, type WalletController, type WalletProvider } from './devnetProvider'

const alice = accountAddress('Alice')
const bob = accountAddress('Bob')
let devnet: Devnet
let provider: WalletProvider
let controller: WalletController

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC')
  devnet = await startDevnet({ pastSec: 0, empty: true, keeper: false, walk: false, markets })
}, 30_000)
afterAll(() => devnet.stop())
beforeEach(() => {
  const { rpcUrl, deployment } = devnet
  const wallet = createDevnetWallet({ rpcUrl, chainId: deployment.chainId, address: alice })
  provider = wallet.provider
  controller = wallet.controller
})

const ask = (method: string, ...params: unknown[]) => provider.request({ method, params })
const send = (from: string) => ask('eth_sendTransaction', { from, to: bob, value: '0x1' })

describe('connecting', () => {
  it('shows no account before it is asked, and tells when it is', async () => {
    const connected = vi.fn()
    const changed = vi.fn()
    provider.on('connect', connected).on('accountsChanged', changed)
    expect(await ask('eth_accounts')).toEqual([])
    expect(await ask('eth_requestAccounts')).toEqual([alice])
    expect(await ask('eth_accounts')).toEqual([alice])
    expect(connected).toHaveBeenCalledWith({ chainId: numberToHex(devnet.deployment.chainId) })
    expect(changed).toHaveBeenCalledExactlyOnceWith([alice])
  })

  it('can be refused once', async () => {
    controller.rejectNext()
    await expect(ask('eth_requestAccounts')).rejects.toMatchObject({ code: 4001 })
    expect(await ask('eth_accounts')).toEqual([])
    expect(await ask('eth_requestAccounts')).toEqual([alice])
  })

  it('ends by wallet_revokePermissions and by the wallet itself', async () => {
    await ask('wallet_requestPermissions', { eth_accounts: {} })
    expect(await ask('wallet_getPermissions')).toHaveLength(1)
    await ask('wallet_revokePermissions', { eth_accounts: {} })
    expect(await ask('eth_accounts')).toEqual([])
    await ask('eth_requestAccounts')
    const gone = vi.fn()
    provider.on('disconnect', gone)
    controller.disconnect()
    expect(await ask('eth_accounts')).toEqual([])
    expect(gone).toHaveBeenCalledOnce()
  })

  it('follows a change of account, and stops telling who no longer listens', async () => {
    await ask('eth_requestAccounts')
    const changed = vi.fn()
    provider.on('accountsChanged', changed)
    controller.switchAccount(bob)
    expect(await ask('eth_accounts')).toEqual([bob])
    provider.removeListener('accountsChanged', changed)
    controller.switchAccount(alice)
    expect(changed).toHaveBeenCalledExactlyOnceWith([bob])
  })
})

describe('the chain', () => {
  it('must be known before it can be switched to', async () => {
    const moved = vi.fn()
    provider.on('chainChanged', moved)
    const arbitrum = { chainId: '0xa4b1' }
    await expect(ask('wallet_switchEthereumChain', arbitrum)).rejects.toMatchObject({ code: 4902 })
    expect(await ask('wallet_addEthereumChain', arbitrum)).toBeNull()
    expect(await ask('eth_chainId')).toBe('0xa4b1')
    await ask('wallet_switchEthereumChain', { chainId: numberToHex(devnet.deployment.chainId) })
    expect(moved.mock.calls).toEqual([['0xa4b1'], [numberToHex(devnet.deployment.chainId)]])
  })

  it('gets nothing sent while the wallet is on another one', async () => {
    await ask('eth_requestAccounts')
    controller.switchChain(1)
    expect(await ask('eth_chainId')).toBe('0x1')
    await expect(send(alice)).rejects.toMatchObject({ code: 4901 })
  })
})

describe('requests', () => {
  it('need a connection to send, and reach the chain with one', async () => {
    await expect(send(alice)).rejects.toMatchObject({ code: 4100 })
    await ask('eth_requestAccounts')
    const { client } = devnet
    const before = await client.getBalance({ address: bob })
    const wallet = createWalletClient({ chain: client.chain, transport: custom(provider) })
    const hash = await wallet.sendTransaction({ account: alice, to: bob, value: parseEther('1') })
    await client.waitForTransactionReceipt({ hash })
    expect(await client.getBalance({ address: bob })).toBe(before + parseEther('1'))
    expect(controller.requests.map(({ method }) => method)).toContain('eth_sendTransaction')
  })

  it('can be refused by method, and delayed', async () => {
    await ask('eth_requestAccounts')
    controller.rejectNext('eth_sendTransaction')
    expect(await ask('wallet_requestPermissions')).toHaveLength(1)
    await expect(send(alice)).rejects.toMatchObject({ code: 4001 })
    controller.setDelay(120)
    const started = performance.now()
    await send(alice)
    expect(performance.now() - started).toBeGreaterThan(110)
  })

  it('that no one supports end with 4200, and those that fail keep the code of the node', async () => {
    await expect(ask('eth_sign', alice, '0x00')).rejects.toMatchObject({ code: 4200 })
    await expect(ask('eth_nonsense')).rejects.toMatchObject({ code: -32601 })
    const pool = devnet.deployment.markets[0]?.pool
    await expect(ask('eth_call', { to: pool, data: '0xdeadbeef' }, 'latest')).rejects.toMatchObject(
      { code: 3 },
    )
  })
})

describe('several calls as one', () => {
  const pay = (value: bigint, to = bob) => ({ to, value: numberToHex(value) })
  const batch = (id: string, ...calls: readonly object[]) => {
    const chainId = numberToHex(devnet.deployment.chainId)
    const about = { version: '2.0.0', atomicRequired: true }
    return ask('wallet_sendCalls', { ...about, id, chainId, from: alice, calls })
  }
  const balance = (address = bob) => devnet.client.getBalance({ address })

  beforeEach(async () => {
    await ask('eth_requestAccounts')
  })

  it('are not known to it unless it is told to', async () => {
    await expect(ask('wallet_getCapabilities', alice)).rejects.toMatchObject({ code: 4200 })
    await expect(batch('0x1', pay(1n))).rejects.toMatchObject({ code: 4200 })
  })

  it('are one transaction, in order, and can be asked for by their name', async () => {
    controller.setBatching(true)
    const chainId = numberToHex(devnet.deployment.chainId)
    expect(await ask('wallet_getCapabilities', alice, [chainId])).toEqual({
      [chainId]: { atomic: { status: 'supported' } },
    })
    const [before, nonce] = [await balance(), await nonceOf()]
    expect(await batch('0x2', pay(3n), pay(4n))).toEqual({ id: '0x2' })
    await vi.waitFor(async () =>
      expect(await ask('wallet_getCallsStatus', '0x2')).toMatchObject({
        ...{ id: '0x2', atomic: true, status: 200 },
        receipts: [{ status: '0x1' }],
      }),
    )
    expect([await balance(), await nonceOf()]).toEqual([before + 7n, nonce + 1])
    await expect(batch('0x2', pay(3n))).rejects.toMatchObject({ code: 5720 })
    await expect(ask('wallet_getCallsStatus', '0x3')).rejects.toMatchObject({ code: 5730 })
  })

  it('happen all or none: one that reverts takes the others along', async () => {
    controller.setBatching(true)
    const before = await balance()
    const pool = devnet.deployment.markets[0]?.pool
    await batch('0x4', pay(5n), { to: pool, data: '0xdeadbeef' })
    await vi.waitFor(async () =>
      expect(await ask('wallet_getCallsStatus', '0x4')).toMatchObject({ status: 500 }),
    )
    expect(await balance()).toBe(before)
  })

  it('can be carried out without an answer', async () => {
    controller.setBatching(true)
    const before = await balance()
    controller.loseNext('wallet_sendCalls')
    const answered = vi.fn()
    void batch('0x5', pay(6n)).then(answered)
    await vi.waitFor(async () => expect(await balance()).toBe(before + 6n))
    expect(answered).not.toHaveBeenCalled()
    expect(await ask('wallet_getCallsStatus', '0x5')).toMatchObject({ status: 200 })
  })

  async function nonceOf() {
    return devnet.client.getTransactionCount({ address: alice })
  }
})
