import type { Address, Client, Hex } from 'viem'
import { HEADERS_AT_ONCE, MAX_ACCOUNT_ENTRIES, MAX_SEARCH_REQUESTS } from '../../protocol/bounds'
import { classifyRpcError } from '../classifyRpcError'
import { createManyLogsReader } from '../commits/readManyLogs'
import { SilentRpcError } from '../errors'
import { getBlockHeader } from '../history/blockHeader'
import { type BlockRange, newestRange } from '../history/blockRange'
import { HistoryFailedError, type HistoryStep } from '../history/runWithBackoff'
import { findSoundCheckpoint } from '../history/soundCheckpoint'
import { createWindowReader } from '../history/windowReader'
import type { Network } from '../network'
import type { BlockStamp } from '../snapshot'
import type { AccountContracts } from './accountContracts'
import { type AccountEntry, byPlace, type EntryPlace } from './accountEntry'
import type { AccountLedger } from './accountLedger'
import type { AccountStore } from './accountStore'
import { createExecutionReader } from './executionReader'
import { createGapReader } from './gapReader'
import { createPastReach, type PoolReach } from './pastReach'
import { readAccountWindow } from './readAccountWindow'
import { createVaultMoveReader } from './vaultMoveReader'
import {
  NO_VENUES,
  readVenues,
  type VenueNetwork,
  type Venues,
  venuesKey,
  withVenues,
} from './venues'

export interface AccountReaderOptions {
  readonly client: Client
  readonly network: VenueNetwork & Pick<Network, 'multicall3'>
  readonly account: Address
  readonly firstBlock: bigint
  readonly confirmations: bigint
  readonly ledger: AccountLedger
  readonly store: AccountStore
  readonly signal: AbortSignal
}

/** Decides what to read next of an account, and reads it into the ledger. One step at a time. */
export interface AccountReader {
  wantHead(head: BlockStamp, pools: readonly AccountContracts[]): void
  /** Times of these entries' blocks are wanted, before anything older. */
  wantTimes(entries: readonly UntimedEntry[]): void
  /** Goes on into the past without a limit, and tries again what was given up. */
  wantAll(): void
  nextStep(): HistoryStep | undefined
  /** Why the past cannot be read any further, while the newest blocks still are. */
  blocked(): Error | undefined
  standing(): AccountStanding
}

/** What is asked about to learn when an entry was. */
export type UntimedEntry = Pick<EntryPlace, 'blockNumber' | 'blockHash' | 'timestampSec'>

/** How far everything is known. */
export interface AccountStanding {
  /** The newest block that was read; undefined before the first. */
  readonly headBlock: bigint | undefined
  /** From here on nothing is missing in any of the pools. */
  readonly fromBlock: bigint | undefined
  /** When that block was, Unix seconds; found out once the reading stops there. */
  readonly fromSec: bigint | undefined
  /** The same of each pool, by its address in lower case. The same object until something changes. */
  readonly reach: ReadonlyMap<string, PoolReach>
  /** Nothing of any pool lies before that. */
  readonly isWhole: boolean
  /** Of the blocks since the first, 0 to 1. */
  readonly progress: number
  /** Whether the past goes on once it is asked for. */
  readonly isPaused: boolean
}

/** A gap of at most this many blocks below the tip is read together with it. */
const TIP_REACH = 5_000n

/** Executions are looked for once for so many windows of the past: a search of its own for each would read most blocks again. */
const WINDOWS_BEFORE_SEARCH = 10

/** The newest blocks while they are being read, from the newest downwards. */
interface Draft extends BlockRange {
  readonly head: BlockStamp
  readonly pools: readonly AccountContracts[]
  nextBlock: bigint
  entries: readonly AccountEntry[]
}

export const NOTHING_READ: AccountStanding = {
  headBlock: undefined,
  fromBlock: undefined,
  fromSec: undefined,
  reach: new Map(),
  isWhole: false,
  progress: 0,
  isPaused: false,
}

export function createAccountReader(options: AccountReaderOptions): AccountReader {
  const { client, network, account, firstBlock, confirmations, ledger, store, signal } = options
  const { multicall3 } = network
  const readMany = createManyLogsReader()
  const windows = createWindowReader(client, signal)
  const past = createPastReach(ledger, firstBlock)
  let isRestored = false
  let venues: Venues = NO_VENUES
  /** As they were asked for, without their venues. */
  let asked: readonly AccountContracts[] = []
  let pools: readonly AccountContracts[] = []
  let byPool: ReadonlyMap<string, AccountContracts> = new Map()
  let wanted: BlockStamp | undefined
  let read: Pick<Draft, 'head' | 'pools'> | undefined
  let draft: Draft | undefined
  /** Windows of the past that are read unasked. */
  let budget: number = MAX_SEARCH_REQUESTS
  let unsearched = 0
  /** Whether the past was read since this was asked for. */
  let isPastTried = false
  /** Why the past, or executions in it, are no longer looked for. */
  let blocked: { readonly past?: Error; readonly search?: Error } = {}
  /** Where the reading has stopped. */
  let end: { readonly fromBlock: bigint; readonly timestampSec: bigint | undefined } | undefined
  const untimed = new Map<Hex, bigint>()
  const moves = createVaultMoveReader({ client, multicall3, account, signal })
  const executions = createExecutionReader({
    ...options,
    multicall3,
    windows,
    readMany,
    contractsOf: (pool) => byPool.get(pool.toLowerCase()),
  })

  const header = (block: bigint) => getBlockHeader(client, block, signal)

  const restore = async () => {
    venues = await readVenues(client, network)
    signal.throwIfAborted()
    await store.save(ledger.restore(await store.load(), venuesKey(venues)))
    setPools(asked)
    isRestored = true
  }

  const setPools = (contracts: readonly AccountContracts[]) => {
    asked = contracts
    pools = withVenues(contracts, venues)
    byPool = new Map(pools.map((one) => [one.pool.toLowerCase(), one]))
  }

  const readWindow = async (window: BlockRange, contracts: readonly AccountContracts[]) => {
    const read = await readAccountWindow(client, contracts, account, window, signal, readMany)
    return (await moves.explain(contracts, read)).sort(byPlace)
  }

  const gaps = createGapReader({
    firstBlock,
    ledger,
    store,
    windows,
    past,
    header,
    readWindow,
    signal,
  })

  /** Makes sure that the final blocks still are what they were. */
  const verify = async (head: BlockStamp) => {
    const sound = await findSoundCheckpoint(ledger.checkpoints(), head, header)
    if (sound?.number === ledger.finalBlock()) return
    draft = undefined
    await store.save(ledger.rewind(sound))
    executions.renew(ledger.finalBlock() ?? -1n)
  }

  const beginRefresh = async (head: BlockStamp) => {
    await verify(head)
    const final = ledger.finalBlock()
    const next = head.number - confirmations
    if (next >= firstBlock && (final === undefined || next - final >= confirmations))
      await store.save(ledger.advance(await header(next)))
    const isNear = final !== undefined && head.number - final <= TIP_REACH
    const fromBlock = (isNear ? final : (ledger.finalBlock() ?? firstBlock - 1n)) + 1n
    const toBlock = head.number
    draft = { head, pools, fromBlock, toBlock, nextBlock: toBlock, entries: [] }
  }

  const continueDraft = async (current: Draft) => {
    const { fromBlock, toBlock, nextBlock, head } = current
    const window = newestRange({ fromBlock, toBlock: nextBlock }, windows.blocks())
    const entries = await windows.read(window, (range) => readWindow(range, current.pools))
    if (entries === undefined) return
    const since = [...entries, ...current.entries]
    if (window.fromBlock > fromBlock) {
      current.entries = since
      current.nextBlock = window.fromBlock - 1n
      return
    }
    // An empty answer of a node that does not have these blocks yet is none: then all of them are read again.
    draft = undefined
    await header(toBlock)
    const executed = await executions.readTip({ fromBlock, toBlock }, since)
    const addresses = current.pools.map(({ pool }) => pool)
    const range = { fromBlock, toBlock }
    const change = ledger.setTip(addresses, range, [...since, ...executed])
    read = { head, pools: current.pools }
    unsearched = WINDOWS_BEFORE_SEARCH
    executions.renew(ledger.finalBlock() ?? -1n)
    await store.save(change)
  }

  const fillTimes = async () => {
    const some = [...untimed].slice(0, HEADERS_AT_ONCE)
    const headers = await Promise.all(some.map(([, block]) => header(block)))
    // One of another hash is of a block that was replaced, and says nothing of the one that was read.
    for (const [hash] of some) untimed.delete(hash)
    const times = new Map(headers.map(({ hash, timestampSec }) => [hash, timestampSec]))
    await store.save(ledger.setTimes(times))
  }

  const readGap = async () => {
    const top = newestMissing()
    if (top === undefined) return
    isPastTried = true
    const asked = gaps.next(top)
    budget -= asked.length
    unsearched += asked.length
    await gaps.read(pools, asked)
    if (ledger.entries().length > MAX_ACCOUNT_ENTRIES)
      throw new HistoryFailedError('This account has more events than a browser can hold.')
  }

  const timeEnd = (fromBlock: bigint) => async () => {
    end = { fromBlock, timestampSec: undefined }
    // It is only said beside the block's number.
    const known = await header(fromBlock).catch(() => undefined)
    end = { fromBlock, timestampSec: known?.timestampSec }
  }

  const newestMissing = () => past.newestMissing(pools)
  const silentBefore = () =>
    read === undefined ? undefined : past.silentBefore(pools, read.head.number)
  /** From here on nothing is missing; undefined where nothing is missing at all. */
  const knownFrom = () => {
    const top = newestMissing()
    return top === undefined ? silentBefore() : top + 1n
  }

  /** The time of the block where the reading stops; asked for once. */
  const endStep = (): HistoryStep | undefined => {
    const fromBlock = knownFrom()
    return fromBlock === undefined || end?.fromBlock === fromBlock ? undefined : timeEnd(fromBlock)
  }

  /** Another RPC may have answered then. */
  const readSilentAgain = (silent: bigint) => async () => {
    isPastTried = true
    await store.save(ledger.uncover(silent - 1n))
  }

  /** A step into the past; when it can never succeed, only the past is given up. */
  const intoPast =
    (step: HistoryStep, what: keyof typeof blocked = 'past'): HistoryStep =>
    async () => {
      try {
        await step()
      } catch (error) {
        const isHopeless =
          error instanceof HistoryFailedError || classifyRpcError(error).kind === 'permanent'
        if (signal.aborted || !isHopeless) throw error
        blocked = { ...blocked, [what]: error instanceof Error ? error : new Error(String(error)) }
      }
    }

  const executionStep = (headBlock: bigint): HistoryStep | undefined => {
    const price = executions.priceStep()
    if (price !== undefined || blocked.search !== undefined) return price
    const place = executions.placeStep(headBlock)
    return place && intoPast(place, 'search')
  }

  return {
    wantHead(head, contracts) {
      wanted = head
      if (!isSamePools(asked, contracts)) setPools(contracts)
    },
    wantTimes(entries) {
      for (const { timestampSec, blockHash, blockNumber } of entries)
        if (timestampSec === undefined) untimed.set(blockHash, blockNumber)
    },
    wantAll() {
      budget = Number.POSITIVE_INFINITY
      blocked = {}
      isPastTried = false
      gaps.widen()
    },
    nextStep() {
      if (!isRestored) return restore
      const current = draft
      if (current !== undefined) return () => continueDraft(current)
      const head = wanted
      const isRead = read?.head.number === head?.number && read?.pools === pools
      if (head !== undefined && !isRead && pools.length > 0) return () => beginRefresh(head)
      if (read === undefined) return undefined
      if (untimed.size > 0) return fillTimes
      const isPastRead = blocked.past !== undefined || budget <= 0 || newestMissing() === undefined
      if (!isPastRead && unsearched < WINDOWS_BEFORE_SEARCH) return intoPast(readGap)
      const search = executionStep(read.head.number)
      if (search !== undefined) return search
      unsearched = 0
      const silent = silentBefore()
      if (silent !== undefined && !isPastTried) return readSilentAgain(silent)
      return isPastRead ? endStep() : intoPast(readGap)
    },
    blocked: () =>
      blocked.past ?? (silentBefore() === undefined ? blocked.search : new SilentRpcError()),
    standing() {
      const headBlock = read?.head.number
      if (headBlock === undefined) return NOTHING_READ
      const fromBlock = knownFrom()
      return {
        headBlock,
        fromBlock: fromBlock ?? firstBlock,
        fromSec: end !== undefined && end.fromBlock === fromBlock ? end.timestampSec : undefined,
        reach: past.byPool(pools, headBlock),
        isWhole: fromBlock === undefined,
        progress: past.progress(pools, headBlock),
        isPaused: budget <= 0 && newestMissing() !== undefined && blocked.past === undefined,
      }
    },
  }
}

function isSamePools(a: readonly AccountContracts[], b: readonly AccountContracts[]): boolean {
  return a.length === b.length && a.every((one, index) => isSame(one, b[index]))
}

function isSame(a: AccountContracts, b: AccountContracts | undefined): boolean {
  return b !== undefined && a.pool === b.pool && a.keepers.join() === b.keepers.join()
}
