import type { Query, QueryClient } from '@tanstack/react-query'
import { createClient } from 'viem'
import type { Config } from 'wagmi'
import { getAccount, watchAccount } from 'wagmi/actions'
import { LaggingRpcError } from '../chain/errors'
import { type Network, RPC_TIMEOUT_MS } from '../chain/network'
import { newestSnapshot } from '../chain/queries'
import type { OpenTransport, RpcSource } from '../chain/rpcTransport'
import { getSnapshot } from '../chain/snapshot'
import { type ReadingProvider, walletTransport } from '../chain/walletTransport'

/** Why the page no longer reads through a wallet. */
export type ReadingEnd = 'account' | 'network' | 'disconnected' | 'responding'

/** What the page reads the chain through. */
export type ReadingState =
  | { readonly at: 'rpcs'; readonly ended?: ReadingEnd; readonly failure?: Error }
  | {
      readonly at: 'starting' | 'wallet'
      readonly wallet: string
      readonly ended?: undefined
      readonly failure?: undefined
    }

/** Reads the pools' chain through the connected wallet in place of the configured RPCs, while a person wants it. */
export interface WalletReading {
  readonly get: () => ReadingState
  readonly subscribe: (onChange: () => void) => () => void
  /** Proves the wallet by one read, and reads through it from then on. */
  readonly start: () => Promise<void>
  /** Goes back to the configured RPCs. */
  readonly stop: () => void
  /** Forgets why it ended, or why it could not start. */
  readonly dismiss: () => void
}

/** The configured RPCs are tried this often, and have to answer so many times in a row: one that comes and goes is no better. */
const PROBE_MS = 15_000
const ENOUGH_PROBES = 2

const AT_RPCS: ReadingState = { at: 'rpcs' }

const readings = new WeakMap<Config, WalletReading>()

/** The one of this page. */
export function walletReadingOf(
  config: Config,
  network: Network,
  queries: QueryClient,
): WalletReading {
  const known = readings.get(config)
  if (known !== undefined) return known
  const reading = createWalletReading(config, network, queries)
  readings.set(config, reading)
  return reading
}

function createWalletReading(
  config: Config,
  network: Network,
  queries: QueryClient,
): WalletReading {
  // It is needed once the RPCs are gone, and the page's host may be gone with them.
  void import('../chain/lens/deploylessLens').catch(() => undefined)
  const listeners = new Set<() => void>()
  let state = AT_RPCS
  /** Undoes what the current reading has set up. */
  let undo: ((end: ReadingEnd | undefined) => void) | undefined
  const set = (next: ReadingState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const end = (reason?: ReadingEnd) => {
    undo?.(reason)
    undo = undefined
    set(reason === undefined ? AT_RPCS : { at: 'rpcs', ended: reason })
  }

  async function begin(): Promise<void> {
    const { address, chainId, connector } = getAccount(config)
    if (address === undefined || connector === undefined || chainId !== network.chain.id) return
    set({ at: 'starting', wallet: connector.name })
    const ended = new AbortController()
    const unwatch = watchAccount(config, {
      onChange(now) {
        if (now.address === undefined) end('disconnected')
        else if (now.address !== address || now.connector?.uid !== connector.uid) end('account')
        else if (now.chainId !== network.chain.id) end('network')
      },
    })
    let through: ReturnType<typeof walletTransport> | undefined
    undo = (reason) => {
      ended.abort()
      unwatch()
      if (source.standIn.current === through?.transport) source.standIn.current = undefined
      // What comes from the wallet of before no longer counts; what it has said until now does.
      if (reason !== undefined && reason !== 'responding') through?.end()
      restartFailing(queries)
    }
    const source = config.getClient({ chainId }).transport as unknown as RpcSource
    try {
      const provider = (await withLimit(connector.getProvider({ chainId }))) as ReadingProvider
      through = walletTransport(provider, chainId, () => end('network'))
      const block = await readNothing(network, through.transport)
      const known = newestBlock(network, queries)
      if (block < known) throw new LaggingRpcError(block, known)
    } catch (failure) {
      if (ended.signal.aborted) return
      end()
      set({ at: 'rpcs', failure: failure instanceof Error ? failure : new Error(String(failure)) })
      return
    }
    if (ended.signal.aborted) return
    source.standIn.current = through.transport
    set({ at: 'wallet', wallet: connector.name })
    restartFailing(queries)
    void untilResponding(network, queries, source.rpcs, ended.signal).then(
      (isResponding) => isResponding && end('responding'),
    )
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      if (state.at === 'rpcs') await begin()
    },
    stop: () => end(),
    dismiss: () => {
      if (state.at === 'rpcs') set(AT_RPCS)
    },
  }
}

/** Tries the configured RPCs by what the page needs of them: the lens, at a block that is not behind. */
async function untilResponding(
  network: Network,
  queries: QueryClient,
  rpcs: OpenTransport,
  signal: AbortSignal,
): Promise<boolean> {
  for (let answers = 0; answers < ENOUGH_PROBES; ) {
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS))
    if (signal.aborted) return false
    const known = newestBlock(network, queries)
    const block = await readNothing(network, rpcs).catch(() => undefined)
    answers = block !== undefined && block >= known ? answers + 1 : 0
  }
  return !signal.aborted
}

/** The lens without any pool: the smallest read that proves all that a refresh needs. Gives the block. */
async function readNothing(network: Network, transport: OpenTransport): Promise<bigint> {
  const client = createClient({ chain: network.chain, transport: () => transport })
  const { block } = await getSnapshot(client, network, { pools: [] }, undefined)
  return block.number
}

function newestBlock(network: Network, queries: QueryClient): bigint {
  return newestSnapshot(queries, network)?.block.number ?? 0n
}

/** What waits longer and longer for an RPC is asked for again immediately. */
function restartFailing(queries: QueryClient): void {
  const failing = new Set(
    queries
      .getQueryCache()
      .findAll({ predicate: ({ state }) => state.fetchFailureCount > 0, type: 'active' }),
  )
  const filters = { predicate: (query: Query) => failing.has(query) }
  void queries
    .cancelQueries(filters)
    .then(() => queries.refetchQueries({ ...filters, type: 'active' }))
    .catch(() => undefined)
}

/** A wallet that is not there any more may leave this open. */
async function withLimit<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Your wallet isn’t responding.')), RPC_TIMEOUT_MS)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}
