import { createBatches } from './batches'
import { WalletError } from './walletError'
import { shortMemory, type WalletMemory } from './walletMemory'

/** A JSON-RPC request as a page makes it. */
export interface WalletRequest {
  readonly method: string
  readonly params?: unknown
}

type Listener = (payload: unknown) => void

/** An EIP-1193 provider. */
export interface WalletProvider {
  request(request: WalletRequest): Promise<unknown>
  on(event: string, listener: Listener): WalletProvider
  removeListener(event: string, listener: Listener): WalletProvider
}

/** What a person would do inside a wallet; for tests. */
export interface WalletController {
  /** Every request so far, oldest first. */
  readonly requests: readonly WalletRequest[]
  /** Refuses the next request that a person is asked about, or the next one called `method`; 4001 is a person's no. */
  rejectNext(method?: string, code?: number): void
  /** Does what the next request called `method` asks for, and never says so. */
  loseNext(method: string): void
  /** Whether it takes several calls as one (EIP-5792); not at first. */
  setBatching(batching: boolean): void
  /** Lets each request that a person is asked about wait this long, in milliseconds. */
  setDelay(ms: number): void
  /** Another account, as if chosen inside the wallet. */
  switchAccount(address: string): void
  /** Another chain, as if chosen inside the wallet; requests still go to the same RPC. */
  switchChain(chainId: number): void
  /** Forgets the page's permission. */
  disconnect(): void
}

export interface WalletOptions {
  readonly rpcUrl: string
  readonly chainId: number
  /** The account offered; the node behind `rpcUrl` must have it unlocked. */
  readonly address: string
  /** The wallet's chain at first; the chain of the RPC by default. */
  readonly startChainId?: number
  /** Chains that the wallet knows beside that of the RPC. */
  readonly knownChainIds?: readonly number[]
  /** Keeps the page's permission, and the batches, over a reload. */
  readonly memory?: WalletMemory
}

/** A person is asked before these. */
const CONFIRMED = new Set([
  'eth_requestAccounts',
  'wallet_requestPermissions',
  'eth_sendTransaction',
  'wallet_sendCalls',
  'personal_sign',
  'eth_signTypedData_v4',
  'wallet_switchEthereumChain',
  'wallet_addEthereumChain',
])
const UNSUPPORTED = new Set(['eth_sign', 'wallet_watchAsset'])
const BATCHING = new Set(['wallet_getCapabilities', 'wallet_sendCalls', 'wallet_getCallsStatus'])
const SIGNING = new Set([
  'eth_sendTransaction',
  'wallet_sendCalls',
  'personal_sign',
  'eth_signTypedData_v4',
])

/** A wallet with one account that signs whatever it is asked to, by a node that has it unlocked. */
export function createDevnetWallet(options: WalletOptions): {
  provider: WalletProvider
  controller: WalletController
} {
  const listeners = new Map<string, Set<Listener>>()
  const requests: WalletRequest[] = []
  const known = new Set([options.chainId, ...(options.knownChainIds ?? [])])
  let account = options.address
  let chainId = options.startChainId ?? options.chainId
  const memory = options.memory ?? shortMemory()
  const isPermitted = () => memory.get('permitted') === 'yes'
  let delayMs = 0
  let refusal: { method?: string | undefined; code: number } | undefined
  let lost: string | undefined

  const emit = (event: string, payload: unknown) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(payload)
  }
  const accounts = () => (isPermitted() ? [account] : [])
  const permit = () => {
    if (isPermitted()) return
    memory.set('permitted', 'yes')
    emit('connect', { chainId: hex(chainId) })
    emit('accountsChanged', accounts())
  }
  const revoke = () => {
    if (!isPermitted()) return
    memory.set('permitted', 'no')
    emit('accountsChanged', [])
  }
  const moveTo = (next: number) => {
    if (next === chainId) return
    chainId = next
    emit('chainChanged', hex(chainId))
  }

  const confirm = async (method: string) => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    if (refusal === undefined) return
    const isMeant = refusal.method === undefined ? CONFIRMED.has(method) : refusal.method === method
    if (!isMeant) return
    const { code } = refusal
    refusal = undefined
    throw new WalletError(code, code === 4001 ? 'User rejected the request.' : 'Refused.')
  }

  const forward = async (request: WalletRequest): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, params: [], ...request })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(options.rpcUrl, { method: 'POST', headers, body })
    const answer = (await response.json()) as {
      result?: unknown
      error?: { code: number; message: string; data?: unknown }
    }
    if (answer.error === undefined) return answer.result
    throw new WalletError(answer.error.code, answer.error.message, answer.error.data)
  }

  const batches = createBatches((method, params) => forward({ method, params }), memory)

  const switchTo = (params: unknown, add: boolean) => {
    const wanted = Number(firstParam(params).chainId)
    if (!Number.isSafeInteger(wanted) || wanted <= 0)
      throw new WalletError(-32602, 'chainId must be a hexadecimal number.')
    if (add) known.add(wanted)
    else if (!known.has(wanted)) throw new WalletError(4902, `Unrecognized chain ID ${wanted}.`)
    moveTo(wanted)
    return null
  }

  const answer = (request: WalletRequest): unknown => {
    const { method, params } = request
    switch (method) {
      case 'eth_requestAccounts':
        permit()
        return accounts()
      case 'eth_accounts':
        return accounts()
      case 'eth_chainId':
        return hex(chainId)
      case 'net_version':
        return String(chainId)
      case 'wallet_requestPermissions':
        permit()
        return [{ parentCapability: 'eth_accounts' }]
      case 'wallet_getPermissions':
        return isPermitted() ? [{ parentCapability: 'eth_accounts' }] : []
      case 'wallet_revokePermissions':
        revoke()
        return null
      case 'wallet_switchEthereumChain':
        return switchTo(params, false)
      case 'wallet_addEthereumChain':
        return switchTo(params, true)
    }
    const isUnknown = BATCHING.has(method) && memory.get('batching') !== 'yes'
    if (isUnknown || UNSUPPORTED.has(method))
      throw new WalletError(4200, `${method} is not supported.`)
    if (SIGNING.has(method)) {
      if (!isPermitted()) throw new WalletError(4100, 'The account is not connected.')
      const wanted = firstParam(params).chainId
      if (wanted !== undefined && Number(wanted) !== chainId)
        throw new WalletError(-32602, 'The transaction is for another chain.')
      if (chainId !== options.chainId)
        throw new WalletError(4901, `The wallet is not connected to chain ${options.chainId}.`)
    }
    switch (method) {
      case 'wallet_getCapabilities':
        return { [hex(options.chainId)]: { atomic: { status: 'supported' } } }
      case 'wallet_sendCalls':
        return batches.send(account, firstParam(params) as never)
      case 'wallet_getCallsStatus':
        return batches.status(Array.isArray(params) ? params[0] : undefined)
    }
    return forward(request)
  }

  const provider: WalletProvider = {
    async request(request) {
      requests.push(request)
      if (CONFIRMED.has(request.method) || refusal?.method === request.method)
        await confirm(request.method)
      if (lost !== request.method) return answer(request)
      lost = undefined
      await answer(request)
      return new Promise(() => undefined)
    },
    on(event, listener) {
      const registered = listeners.get(event) ?? new Set()
      listeners.set(event, registered.add(listener))
      return provider
    },
    removeListener(event, listener) {
      listeners.get(event)?.delete(listener)
      return provider
    },
  }
  const controller: WalletController = {
    requests,
    rejectNext(method, code = 4001) {
      refusal = { method, code }
    },
    loseNext(method) {
      lost = method
    },
    setBatching(batching) {
      memory.set('batching', batching ? 'yes' : 'no')
    },
    setDelay(ms) {
      delayMs = ms
    },
    switchAccount(address) {
      account = address
      if (isPermitted()) emit('accountsChanged', accounts())
    },
    switchChain: moveTo,
    disconnect() {
      revoke()
      emit('disconnect', { code: 4900, message: 'The wallet has disconnected.' })
    },
  }
  return { provider, controller }
}

function hex(value: number): string {
  return `0x${value.toString(16)}`
}

function firstParam(params: unknown): Readonly<Record<string, unknown>> {
  const first: unknown = Array.isArray(params) ? params[0] : undefined
  return typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : {}
}
