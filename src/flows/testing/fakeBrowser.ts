import { type Address, custom, defineChain, type Hash, type Hex } from 'viem'
import { type Config, createConfig, injected } from 'wagmi'
import { connect } from 'wagmi/actions'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { FlowContext } from '../flowContext'
import { createFlowStore } from '../flowStore'
import type { OwnContracts } from '../foreignContract'
import type { FakeNetwork } from './fakeNetwork'

/** What the fake wallet does with the next request to send; `answerLate`: it sends, and says so after a minute. */
export type WalletMood =
  | 'send'
  | 'refuse'
  | 'sendSilently'
  | 'staySilent'
  | 'sendAndFail'
  | 'fail'
  | 'answerLate'

const chain = defineChain({
  id: 1,
  name: 'Fake',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [] } },
})

/** A page that can be closed: from then on nothing it asks is answered, and nothing it writes is kept. */
export interface FakeTab extends FlowContext {
  close(): void
}

/** A fake of a browser with one wallet and one storage, in which pages come and go; it has no Web Locks. */
export class FakeBrowser {
  mood: WalletMood = 'send'
  /** What it answers instead of a hash, where that is set. */
  answerAs: unknown
  /** Hashes that the wallet has told a page that was still there. */
  readonly told: Hash[] = []
  /** What is not known of the market. */
  unverifiedComponents: PoolAtBlock['unverifiedComponents'] = []
  /** How often the wallet was asked to send. */
  requestCount = 0
  private readonly items = new Map<string, string>()

  constructor(
    private readonly network: FakeNetwork,
    private readonly contracts: OwnContracts,
  ) {}

  async open(): Promise<FakeTab> {
    const tab = { isOpen: true }
    const whileOpen = <T>(answer: T): Promise<T> =>
      tab.isOpen ? Promise.resolve(answer) : new Promise(() => undefined)
    const ask = async ({ method, params }: { method: string; params?: unknown }) => {
      await whileOpen(undefined)
      return whileOpen(this.network.answer(method, (params ?? []) as unknown[]))
    }
    const provider = {
      request: async (request: { method: string; params?: unknown }) => {
        if (request.method === 'eth_chainId') return '0x1'
        if (/accounts/i.test(request.method)) return [this.network.account]
        if (request.method !== 'eth_sendTransaction') throw walletError(4200)
        return whileOpen(await this.sendFor(tab, request.params))
      },
      on: () => provider,
      removeListener: () => provider,
    }
    const target = { id: 'fake', name: 'Fake wallet', provider: provider as never }
    const config: Config = createConfig({
      chains: [chain],
      connectors: [injected({ target })],
      transports: { [chain.id]: custom({ request: ask }, { retryCount: 0 }) },
      multiInjectedProviderDiscovery: false,
      storage: null,
    })
    const [connector] = config.connectors
    if (connector === undefined) throw new Error('no connector')
    await connect(config, { connector })
    const store = createFlowStore({
      getItem: (key) => this.items.get(key) ?? null,
      setItem: (key, value) => void (tab.isOpen && this.items.set(key, value)),
    })
    const close = () => {
      tab.isOpen = false
    }
    // Orders here projection nothing, so that no figures of a pool have to be read.
    const readPool = () =>
      whileOpen({
        account: undefined,
        unverifiedComponents: this.unverifiedComponents,
        get snapshot(): never {
          throw new Error('The fake network has no pools')
        },
      })
    const readContracts = () => whileOpen(this.contracts)
    return { config, store, onChainChanged: () => undefined, readPool, readContracts, close }
  }

  private async sendFor(tab: { isOpen: boolean }, params: unknown): Promise<unknown> {
    const [{ to = null, data }] = params as [{ to?: Address; data: Hex }]
    const { mood } = this
    this.requestCount += 1
    this.mood = 'send'
    if (mood === 'refuse') throw walletError(4001)
    if (mood === 'fail') throw walletError(-32603)
    if (mood === 'staySilent') return new Promise(() => undefined)
    const hash = this.network.send(to, data)
    if (mood === 'sendAndFail') throw walletError(-32603)
    if (mood === 'sendSilently') return new Promise(() => undefined)
    if (mood === 'answerLate') await new Promise((resolve) => setTimeout(resolve, 60_000))
    if (this.answerAs !== undefined) return this.answerAs
    if (tab.isOpen) this.told.push(hash)
    return hash
  }
}

/** An error as EIP-1193 has it. */
function walletError(code: number): Error {
  return Object.assign(new Error('The fake wallet says no'), { code })
}
