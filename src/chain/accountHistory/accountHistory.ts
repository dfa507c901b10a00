import type { Address, Client } from 'viem'
import { historyLimits } from '../history/historyNetwork'
import { type BackoffOptions, runWithBackoff } from '../history/runWithBackoff'
import type { Network } from '../network'
import type { BlockStamp } from '../snapshot'
import type { AccountContracts } from './accountContracts'
import type { AccountEntry } from './accountEntry'
import { createAccountLedger } from './accountLedger'
import { createAccountReader } from './accountReader'
import { type AccountStanding, NOTHING_READ } from './accountStanding'
import { type AccountStore, createAccountStore } from './accountStore'
import type { UntimedEntry } from './timeReader'
import type { VenueNetwork } from './venues'

export interface AccountHistoryOptions {
  readonly client: Client
  readonly network: VenueNetwork & Pick<Network, 'poolFactory' | 'multicall3'>
  readonly account: Address
  /** No pool is older than this block. Default what is known of the chain. */
  readonly firstBlock?: bigint
  /** How many of the newest blocks are read again each time. Default what is known of the chain. */
  readonly confirmations?: bigint
  /** Where to keep what was read. Default IndexedDB. */
  readonly store?: AccountStore
}

/** An account's past over several pools, as far as it is known. */
export interface AccountHistoryState extends AccountStanding {
  /** In chain order. */
  readonly entries: readonly AccountEntry[]
  /**
   * `loading`: reading what is wanted. `paused`: older blocks are read once they are asked for. `waiting`: the RPC refused or is
   * behind, it is asked again after a pause. `failed`: asking again cannot help; a new block or `loadAll` still tries.
   */
  readonly status: 'idle' | 'loading' | 'paused' | 'waiting' | 'failed'
  /** Why it is waiting or has failed. */
  readonly error: Error | undefined
}

export const NO_ACCOUNT_HISTORY: AccountHistoryState = {
  entries: [],
  ...NOTHING_READ,
  status: 'loading',
  error: undefined,
}

/** One account's past over all pools, read from the chain alone, newest first: a store that tells of each change. */
export interface AccountHistory {
  subscribe(listener: () => void): () => void
  /** The same object until something changes. */
  getSnapshot(): AccountHistoryState
  /**
   * Reads what is new up to a block, then continues into the past.
   *
   * @returns When there is nothing left to read, or reading has failed; never rejects
   */
  refresh(head: BlockStamp, pools: readonly AccountContracts[]): Promise<void>
  /** Reads to the beginning, however many requests it takes; tries again what has failed. */
  loadAll(): Promise<void>
  /** Finds out when these entries were: their blocks' headers are read before anything older. */
  wantTimes(entries: readonly UntimedEntry[]): Promise<void>
  /** Ends all reading. */
  stop(): void
}

/** The state is told at most this often while reading; a long past, which costs more to draw, less often. */
const PUBLISH_PAUSE_MS = 150
const LONG_PAST = 1_000
const LONG_PUBLISH_PAUSE_MS = 600
/** A failure that trying again cannot mend may still be mended by someone. */
const FAILED_PAUSE_MS = 60_000

/** An account's history; nothing is read before the first `refresh`. */
export function createAccountHistory(options: AccountHistoryOptions): AccountHistory {
  const { client, network, account } = options
  const { chain, poolFactory } = network
  const limits = historyLimits(chain.id)
  const { firstBlock = limits.firstBlock, confirmations = limits.confirmations } = options
  const store = options.store ?? createAccountStore({ chainId: chain.id, poolFactory, account })
  const stopping = new AbortController()
  const { signal } = stopping
  const ledger = createAccountLedger()
  const reading = { client, network, account, firstBlock, confirmations, ledger, store, signal }
  const reader = createAccountReader(reading)

  const listeners = new Set<() => void>()
  let state = NO_ACCOUNT_HISTORY
  let publishTimer: ReturnType<typeof setTimeout> | undefined
  let working: Promise<void> | undefined
  let trouble: { readonly status: 'waiting' | 'failed'; readonly error: Error } | undefined
  let failedAtMs: number | undefined

  const publish = () => {
    clearTimeout(publishTimer)
    publishTimer = undefined
    if (signal.aborted) return
    const standing = reader.standing()
    const isBusy = working !== undefined || standing.headBlock === undefined
    const next: AccountHistoryState = {
      ...standing,
      entries: ledger.entries(),
      status: trouble?.status ?? (isBusy ? 'loading' : standing.isPaused ? 'paused' : 'idle'),
      error: trouble?.error,
    }
    const names = Object.keys(next) as (keyof AccountHistoryState)[]
    if (names.every((name) => state[name] === next[name])) return
    state = next
    for (const listener of listeners) listener()
  }

  const patience: BackoffOptions = {
    nextStep: reader.nextStep,
    signal,
    onProgress() {
      const error = reader.blocked()
      trouble = error && { status: 'failed', error }
      const isLong = state.entries.length > LONG_PAST
      publishTimer ??= setTimeout(publish, isLong ? LONG_PUBLISH_PAUSE_MS : PUBLISH_PAUSE_MS)
    },
    onTrouble(status, error) {
      trouble = { status, error }
      publish()
    },
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

  const wake = (): Promise<void> => {
    if (signal.aborted) return Promise.resolve()
    if (failedAtMs !== undefined && Date.now() - failedAtMs < FAILED_PAUSE_MS)
      return Promise.resolve()
    failedAtMs = undefined
    working ??= work()
    return working
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => state,
    refresh(head, pools) {
      reader.wantHead(head, pools)
      return wake()
    },
    loadAll() {
      reader.wantAll()
      failedAtMs = undefined
      trouble = undefined
      const done = wake()
      publish()
      return done
    },
    wantTimes(entries) {
      reader.wantTimes(entries)
      return wake()
    },
    stop() {
      stopping.abort(new DOMException('History request cancelled', 'AbortError'))
      clearTimeout(publishTimer)
      store.close()
      listeners.clear()
    },
  }
}
