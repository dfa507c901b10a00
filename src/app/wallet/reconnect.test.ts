// @vitest-environment jsdom

import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Config } from 'wagmi'
import { connect, disconnect, reconnect } from 'wagmi/actions'
import { createDevnetWallet } from '../../../devnet/wallet/devnetProvider'
import { pageMemory } from '../../../devnet/wallet/walletMemory'
import { parseConfig } from '../parseConfig'
import { addConnectors } from './addConnectors'
import { lastWallet } from './lastWallet'
import { reconnectLate } from './reconnectLate'
import { createWagmiConfig } from './wagmiConfig'

const ACCOUNT = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const PROJECT_ID = '0123456789abcdef0123456789abcdef'
const CHAIN_ID = 42_161
const appConfig = parseConfig({ VITE_RPC_URLS: 'http://127.0.0.1:1' }, 'http://localhost/')

/**
 * A stub in the place of WalletConnect's provider: it has a session as soon as someone connects, and finds it in storage after
 * a reload. What it cannot show is that WalletConnect's own code keeps its sessions.
 */
class StubProvider extends EventEmitter {
  readonly events = this
  readonly chainId = CHAIN_ID

  get session() {
    return localStorage.getItem('stub-session') === null
      ? undefined
      : { namespaces: { eip155: { accounts: [`eip155:${CHAIN_ID}:${ACCOUNT}`] } } }
  }

  get accounts() {
    return this.session === undefined ? [] : [ACCOUNT]
  }

  async connect() {
    localStorage.setItem('stub-session', 'yes')
  }

  async enable() {
    return this.accounts
  }

  async disconnect() {
    localStorage.removeItem('stub-session')
  }
}

/** Comes with wagmi. */
const PROVIDER_PACKAGE = '@walletconnect/ethereum-provider'

beforeEach(async () => {
  localStorage.clear()
  const { EthereumProvider } = await import(/* @vite-ignore */ PROVIDER_PACKAGE)
  vi.spyOn(EthereumProvider, 'init').mockImplementation(async () => new StubProvider())
})

afterEach(() => {
  Reflect.deleteProperty(window, 'ethereum')
})

/** The page as it is opened: its config, once wagmi has read its storage. */
async function openPage(): Promise<Config> {
  const config = createWagmiConfig(appConfig)
  const { store } = config._internal as unknown as {
    store: { persist: { hasHydrated(): boolean } }
  }
  await vi.waitFor(() => expect(store.persist.hasHydrated()).toBe(true))
  return config
}

function connectorOf(config: Config, id: string) {
  const connector = config.connectors.findLast((one) => one.id === id)
  if (connector === undefined) throw new Error(`There is no connector ${id}`)
  return connector
}

const accountOf = ({ state }: Config) =>
  state.status === 'connected' ? state.connections.get(state.current ?? '')?.accounts[0] : undefined

/** Its address as a legacy wallet: `window.ethereum`, and no announcement. */
function injectWallet(): void {
  const { provider } = createDevnetWallet({
    rpcUrl: 'http://127.0.0.1:1',
    chainId: CHAIN_ID,
    address: ACCOUNT,
    memory: pageMemory('test-wallet'),
  })
  Object.assign(window, { ethereum: provider })
}

describe('a wallet that does not announce itself', () => {
  it('is there again after a reload, and stays away once it was disconnected', async () => {
    injectWallet()
    const first = await openPage()
    addConnectors(first, undefined)
    await connect(first, { connector: connectorOf(first, 'injected') })
    expect(lastWallet()).toBe('injected')

    const second = await openPage()
    await reconnect(second)
    expect(accountOf(second)).toBe(ACCOUNT)
    // The dialog's own one is not added beside the one that is connected.
    addConnectors(second, undefined)
    expect(second.connectors.filter(({ id }) => id === 'injected')).toHaveLength(1)
    await disconnect(second)
    addConnectors(second, undefined)
    expect(connectorOf(second, 'injected')).toHaveProperty('rkDetails')
    expect(second.connectors.filter(({ id }) => id === 'injected')).toHaveLength(1)

    const third = await openPage()
    await reconnect(third)
    expect(third.state.status).toBe('disconnected')
  })

  it('is not connected to someone who has never chosen it', async () => {
    injectWallet()
    await window.ethereum?.request({ method: 'eth_requestAccounts' } as never)
    const config = await openPage()
    await reconnect(config)
    expect(config.state.status).toBe('disconnected')
  })

  it('is not offered a second time where it announces itself, too', async () => {
    injectWallet()
    const announce = () =>
      window.dispatchEvent(
        new CustomEvent('eip6963:announceProvider', {
          detail: {
            info: {
              uuid: '1',
              name: 'Announced',
              icon: 'data:image/svg+xml,',
              rdns: 'test.wallet',
            },
            provider: window.ethereum,
          },
        }),
      )
    window.addEventListener('eip6963:requestProvider', announce)
    const config = await openPage()
    addConnectors(config, undefined)
    expect(config.connectors.map(({ id }) => id)).toEqual(['test.wallet'])
    window.removeEventListener('eip6963:requestProvider', announce)
  })
})

describe('WalletConnect, by a stub of its provider', () => {
  it('is there again after a reload, and stays away once it was disconnected', async () => {
    const first = await openPage()
    addConnectors(first, PROJECT_ID)
    expect(lastWallet()).toBeUndefined()
    await connect(first, { connector: connectorOf(first, 'walletConnect') })
    await vi.waitFor(() => expect(lastWallet()).toBe('walletConnect'))

    const second = await openPage()
    const reconnecting = reconnectLate(second, PROJECT_ID)
    // What is stored of the visit before cannot send, and is not shown as connected.
    expect([second.state.status, second.state.connections.size]).toEqual(['reconnecting', 0])
    await reconnecting
    expect(accountOf(second)).toBe(ACCOUNT)

    await disconnect(second)
    await vi.waitFor(() => expect(lastWallet()).toBeUndefined())
    expect(accountOf(await openPage())).toBeUndefined()
  })

  it('keeps no one from connecting another wallet when it does not answer', async () => {
    const config = await openPage()
    addConnectors(config, PROJECT_ID)
    for (const connector of config.connectors)
      connector.getProvider = () => new Promise(() => undefined)
    vi.useFakeTimers()
    void reconnectLate(config, PROJECT_ID)
    expect(config.state.status).toBe('reconnecting')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(config.state.status).toBe('disconnected')
    vi.useRealTimers()
  })
})
