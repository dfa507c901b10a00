import type { Address, Client } from 'viem'
import { MAX_ACCOUNT_ENTRIES, MAX_SEARCH_REQUESTS } from '../../protocol/bounds'
import { createManyLogsReader } from '../commits/readManyLogs'
import { SilentRpcError } from '../errors'
import { getBlockHeader } from '../history/blockHeader'
import type { BlockRange } from '../history/blockRange'
import { HistoryFailedError, type HistoryStep, isHopeless } from '../history/runWithBackoff'
import { createWindowReader } from '../history/windowReader'
import type { Network } from '../network'
import type { BlockStamp } from '../snapshot'
import { type AccountContracts, isSamePools } from './accountContracts'
import { byPlace } from './accountEntry'
import type { AccountLedger } from './accountLedger'
import { type AccountStanding, NOTHING_READ } from './accountStanding'
import type { AccountStore } from './accountStore'
import { createExecutionReader } from './executionReader'
import { createGapReader } from './gapReader'
import { createNewestReader } from './newestReader'
import { createPastReach } from './pastReach'
import { readAccountWindow } from './readAccountWindow'
import { createTimeReader, type UntimedEntry } from './timeReader'
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

/** Executions are looked for once for so many windows of the past: a search of its own for each would read most blocks again. */
const WINDOWS_BEFORE_SEARCH = 10

export function createAccountReader(options: AccountReaderOptions): AccountReader {
  const { client, network, account, firstBlock, ledger, store, signal } = options
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
  /** Windows of the past that are read unasked. */
  let budget: number = MAX_SEARCH_REQUESTS
  let unsearched = 0
  /** Whether the past was read since this was asked for. */
  let isPastTried = false
  /** Why the past, or executions in it, are no longer looked for. */
  let blocked: { readonly past?: Error; readonly search?: Error } = {}
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

  const newest = createNewestReader({
    ...options,
    windows,
    executions,
    header,
    readWindow,
    onRead: () => {
      unsearched = WINDOWS_BEFORE_SEARCH
    },
  })

  const times = createTimeReader({ ledger, store, header })

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

  const newestMissing = () => past.newestMissing(pools)
  const silentBefore = () => {
    const headBlock = newest.headBlock()
    return headBlock === undefined ? undefined : past.silentBefore(pools, headBlock)
  }
  /** From here on nothing is missing; undefined where nothing is missing at all. */
  const knownFrom = () => {
    const top = newestMissing()
    return top === undefined ? silentBefore() : top + 1n
  }

  /** The time of the block where the reading stops; asked for once. */
  const endStep = (): HistoryStep | undefined => {
    const fromBlock = knownFrom()
    return fromBlock === undefined ? undefined : times.endStep(fromBlock)
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
        if (signal.aborted || !isHopeless(error)) throw error
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
    wantTimes: times.want,
    wantAll() {
      budget = Number.POSITIVE_INFINITY
      blocked = {}
      isPastTried = false
      gaps.widen()
    },
    nextStep() {
      if (!isRestored) return restore
      const headBlock = newest.headBlock()
      const newestStep = newest.nextStep(wanted, pools)
      if (newestStep !== undefined || headBlock === undefined) return newestStep
      const timeStep = times.entryStep()
      if (timeStep !== undefined) return timeStep
      const isPastRead = blocked.past !== undefined || budget <= 0 || newestMissing() === undefined
      if (!isPastRead && unsearched < WINDOWS_BEFORE_SEARCH) return intoPast(readGap)
      const search = executionStep(headBlock)
      if (search !== undefined) return search
      unsearched = 0
      const silent = silentBefore()
      if (silent !== undefined && !isPastTried) return readSilentAgain(silent)
      return isPastRead ? endStep() : intoPast(readGap)
    },
    blocked: () =>
      blocked.past ?? (silentBefore() === undefined ? blocked.search : new SilentRpcError()),
    standing() {
      const headBlock = newest.headBlock()
      if (headBlock === undefined) return NOTHING_READ
      const fromBlock = knownFrom()
      return {
        headBlock,
        fromBlock: fromBlock ?? firstBlock,
        fromSec: times.endSec(fromBlock),
        reach: past.byPool(pools, headBlock),
        isWhole: fromBlock === undefined,
        progress: past.progress(pools, headBlock),
        isPaused: budget <= 0 && newestMissing() !== undefined && blocked.past === undefined,
      }
    },
  }
}
