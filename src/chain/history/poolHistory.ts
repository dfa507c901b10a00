import type { Client } from 'viem'
import type { Network } from '../network'
import type { PoolFacts } from '../poolFacts'
import { toSpans } from './historyChunks'
import { createHistoryLedger } from './historyLedger'
import { historyLimits } from './historyNetwork'
import { createHistoryReader, type HistoryHead } from './historyReader'
import { createHistoryStore, type HistoryStore } from './historyStore'
import { createViewMemory, type HistoryView, toCoverage, toView } from './historyView'
import { NO_HISTORY, type PoolHistoryState } from './poolHistoryState'
import { type BackoffOptions, runWithBackoff } from './runWithBackoff'

export interface PoolHistoryOptions {
  readonly client: Client
  readonly network: Pick<Network, 'chain' | 'poolFactory' | 'multicall3'>
  readonly facts: Pick<
    PoolFacts,
    'address' | 'committer' | 'keeper' | 'updateIntervalSec' | 'frontRunningIntervalSec'
  >
  /** How far back to read without being asked for more, seconds. Default a day. */
  readonly depthSec?: bigint
  /** No pool is older than this block. Default what is known of the chain. */
  readonly firstBlock?: bigint
  /** How many of the newest blocks are read again each time. Default what is known of the chain. */
  readonly confirmations?: bigint
  /** Where to keep what was read. Default IndexedDB. */
  readonly store?: HistoryStore
}

/** One pool's past, read from the chain alone, newest first: a store that tells of each change. */
export interface PoolHistory {
  subscribe(listener: () => void): () => void
  /** The same object until something changes. */
  getSnapshot(): PoolHistoryState
  /**
   * Reads what is new up to a block, then continues with what is wanted of the past.
   *
   * @returns When there is nothing left to read, or reading has failed; never rejects
   */
  refresh(head: HistoryHead): Promise<void>
  /**
   * Reads further back.
   *
   * @param sinceSec Unix seconds; 0 for everything
   * @returns As `refresh` does; after `stop` it does nothing
   */
  loadMore(sinceSec: bigint): Promise<void>
  /** Ends all reading. */
  stop(): void
}

const DAY_SEC = 86_400n
/** Records are put together at most this often while reading. */
const PUBLISH_PAUSE_MS = 150
/** A failure that trying again cannot mend may still be mended by someone. */
const FAILED_PAUSE_MS = 60_000

/** A pool's history; nothing is read before the first `refresh`. */
export function createPoolHistory(options: PoolHistoryOptions): PoolHistory {
  const { client, network, facts, depthSec = DAY_SEC } = options
  const limits = historyLimits(network.chain.id)
  const { firstBlock = limits.firstBlock, confirmations = limits.confirmations } = options
  const store =
    options.store ??
    createHistoryStore({
      chainId: network.chain.id,
      poolFactory: network.poolFactory,
      pool: facts.address,
    })
  const stopping = new AbortController()
  const ledger = createHistoryLedger()
  const contracts = { pool: facts.address, committer: facts.committer, keeper: facts.keeper }
  const reader = createHistoryReader({
    client,
    multicall3: network.multicall3,
    contracts,
    firstBlock,
    confirmations,
    queueSec: facts.frontRunningIntervalSec + 4n * facts.updateIntervalSec,
    ledger,
    store,
    signal: stopping.signal,
  })

  const memory = createViewMemory()
  const listeners = new Set<() => void>()
  let state = NO_HISTORY
  let view: HistoryView | undefined
  let viewedAs: string | undefined
  let publishTimer: ReturnType<typeof setTimeout> | undefined
  let working: Promise<void> | undefined
  let trouble: { readonly status: 'waiting' | 'failed'; readonly error: Error } | undefined
  let failedAtMs: number | undefined

  const currentView = (): HistoryView => {
    const chunks = ledger.chunks()
    const spans = toSpans(chunks)
    const coverage = toCoverage(spans)
    const key = `${ledger.version} ${spans.length} ${coverage.isComplete}`
    if (view === undefined || key !== viewedAs) {
      const intervals = facts
      view = toView(chunks, { intervals, newest: reader.newest(), memory })
      viewedAs = key
    }
    return { ...view, ...coverage }
  }

  const publish = () => {
    clearTimeout(publishTimer)
    publishTimer = undefined
    if (stopping.signal.aborted) return
    const { isCaughtUp, progress } = reader.standing()
    const next: PoolHistoryState = {
      ...currentView(),
      progress,
      status: trouble?.status ?? (isCaughtUp ? 'idle' : 'loading'),
      error: trouble?.error,
    }
    if (isSameState(state, next)) return
    state = next
    for (const listener of listeners) listener()
  }

  const publishSoon = () => {
    publishTimer ??= setTimeout(publish, PUBLISH_PAUSE_MS)
  }

  const work = async () => {
    let outcome: Awaited<ReturnType<typeof runWithBackoff>>
    do outcome = await runWithBackoff(patience)
    while (
      // Something may have been wanted at the very end.
      outcome === 'done' &&
      reader.nextStep() !== undefined
    )
    working = undefined
    if (outcome === 'failed') failedAtMs = Date.now()
    publish()
  }

  const patience: BackoffOptions = {
    nextStep: reader.nextStep,
    signal: stopping.signal,
    onProgress() {
      const error = reader.blocked()
      trouble = error && { status: 'failed', error }
      publishSoon()
    },
    onTrouble(status, error) {
      trouble = { status, error }
      publish()
    },
  }

  const wake = (): Promise<void> => {
    if (stopping.signal.aborted) return Promise.resolve()
    working ??= work()
    return working
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => state,
    refresh(head) {
      reader.wantHead(head, head.block.timestampSec - depthSec)
      if (failedAtMs !== undefined && Date.now() - failedAtMs < FAILED_PAUSE_MS)
        return Promise.resolve()
      failedAtMs = undefined
      return wake()
    },
    loadMore(sinceSec) {
      reader.wantSince(sinceSec)
      failedAtMs = undefined
      const done = wake()
      // At once: until the first answer comes, what is known would pass for all that is wanted.
      publish()
      return done
    },
    stop() {
      stopping.abort(new DOMException('History request cancelled', 'AbortError'))
      clearTimeout(publishTimer)
      store.close()
      listeners.clear()
    },
  }
}

function isSameState(a: PoolHistoryState, b: PoolHistoryState): boolean {
  return (Object.keys(b) as (keyof PoolHistoryState)[]).every((key) =>
    key === 'gaps'
      ? a.gaps.length === b.gaps.length &&
        a.gaps.every((gap, index) => {
          const other = b.gaps[index]
          return gap.fromBlock === other?.fromBlock && gap.toBlock === other.toBlock
        })
      : a[key] === b[key],
  )
}
