import type { Address, Client } from 'viem'
import { PRICES_PER_REQUEST } from '../../protocol/bounds'
import type { Quad } from '../../protocol/quad'
import type { BlockStamp } from '../snapshot'
import { findBlockAtTime, getBlockHeader } from './blockHeader'
import { type BlockRange, blockCount, newestRange } from './blockRange'
import type { HistoryContracts } from './decodeLog'
import type { HistoryLedger } from './historyLedger'
import type { HistoryStore } from './historyStore'
import type { NewestBalances } from './historyView'
import type { ExecutedEvent, IntervalPrices, PoolEvent } from './poolEvent'
import type { BlockTime } from './poolHistoryState'
import { readEvents } from './readEvents'
import { readPrices } from './readPrices'
import { type HistoryStep, isHopeless } from './runWithBackoff'
import { findSoundCheckpoint } from './soundCheckpoint'
import { createWindowReader } from './windowReader'

/** The pool as the newest snapshot has it. Settlement units. */
export interface HistoryHead {
  readonly block: BlockStamp
  readonly longBalance: bigint
  readonly shortBalance: bigint
  /** Step of the minting fee, wad-scaled. */
  readonly changeInterval: Quad
}

export interface HistoryReaderOptions {
  readonly client: Client
  readonly multicall3: Address
  readonly contracts: HistoryContracts
  readonly firstBlock: bigint
  readonly confirmations: bigint
  /**
   * How much further back than wanted to read: commits wait this long, and without them the balances after the first
   * upkeeps would be estimates.
   */
  readonly queueSec: bigint
  readonly ledger: HistoryLedger
  readonly store: HistoryStore
  readonly signal: AbortSignal
}

/** Decides what to read next, and reads it into the ledger. One request at a time. */
export interface HistoryReader {
  wantHead(head: HistoryHead, sinceSec: bigint): void
  wantSince(sinceSec: bigint): void
  nextStep(): HistoryStep | undefined
  /** The balances at the newest block that was read. */
  newest(): NewestBalances | undefined
  /** Why the past cannot be read any further, while the newest blocks still are. */
  blocked(): Error | undefined
  standing(): { readonly isCaughtUp: boolean; readonly progress: number }
}

/** A gap of at most this many blocks below the tip is read together with it. */
const TIP_REACH = 5_000n

/** The newest blocks while they are being read, from the newest downwards. */
interface Draft extends BlockRange {
  readonly head: HistoryHead
  nextBlock: bigint
  events: PoolEvent[]
  requests: number
}

export function createHistoryReader(options: HistoryReaderOptions): HistoryReader {
  const {
    client,
    multicall3,
    contracts,
    firstBlock,
    confirmations,
    queueSec,
    ledger,
    store,
    signal,
  } = options
  const windows = createWindowReader(client, signal)
  let isRestored = false
  let wanted: HistoryHead | undefined
  let read: HistoryHead | undefined
  let draft: Draft | undefined
  let sinceSec: bigint | undefined
  /** The block that `sinceSec` stands for. */
  let start: { readonly sinceSec: bigint; readonly block: bigint } | undefined
  /** Windows of the past to read before the newest blocks are asked for again. */
  let owed = 0
  let blocked: Error | undefined
  const times = new Map<bigint, BlockTime>()
  const failedRequests = new Set<string>()

  const header = (block: bigint) => getBlockHeader(client, block, signal)

  const restore = async () => {
    await store.save(ledger.restore(await store.load()))
    for (const checkpoint of ledger.checkpoints) times.set(checkpoint.number, checkpoint)
    isRestored = true
  }

  const readWindow = (window: BlockRange) => readEvents(client, contracts, window, signal)

  /** Makes sure that the final blocks still are what they were. */
  const verify = async (head: BlockStamp) => {
    const sound = await findSoundCheckpoint(ledger.checkpoints, head, header)
    if (sound?.number === ledger.finalBlock()) return
    times.clear()
    start = undefined
    draft = undefined
    await store.save(ledger.rewind(sound))
  }

  const beginRefresh = async (head: HistoryHead) => {
    const headBlock = head.block.number
    await verify(head.block)
    failedRequests.clear()
    const final = ledger.finalBlock()
    const next = headBlock - confirmations
    if (next >= firstBlock && (final === undefined || next - final >= confirmations)) {
      const checkpoint = await header(next)
      times.set(next, checkpoint)
      await store.save(ledger.advance(checkpoint))
    }
    times.set(headBlock, { number: headBlock, timestampSec: head.block.timestampSec })
    const top = ledger.topBlock()
    const isNear = top !== undefined && headBlock - top <= TIP_REACH
    const fromBlock = (isNear ? top : (ledger.finalBlock() ?? firstBlock - 1n)) + 1n
    draft = { head, fromBlock, toBlock: headBlock, nextBlock: headBlock, events: [], requests: 0 }
  }

  const buildChunkDraft = async (current: Draft) => {
    const window = newestRange(
      { fromBlock: current.fromBlock, toBlock: current.nextBlock },
      windows.blocks(),
    )
    current.requests++
    const events = await windows.read(window, readWindow)
    if (events === undefined) return
    current.events = [...events, ...current.events]
    current.nextBlock = window.fromBlock - 1n
    if (current.nextBlock >= current.fromBlock) return
    const { fromBlock, toBlock, head } = current
    // What was there a block ago has been replaced, or is missing at a node that is behind.
    draft = undefined
    if (lacksKnown(current)) await header(toBlock)
    const change = ledger.setTip({ fromBlock, toBlock, events: current.events })
    read = head
    owed = current.requests
    await store.save(change)
  }

  /** Whether the newest blocks have lost an event that they had. */
  const lacksKnown = ({ fromBlock, events }: Draft): boolean => {
    const places = new Set(events.map(placeOf))
    const known = ledger.tip?.events ?? []
    return known.some((event) => event.blockNumber >= fromBlock && !places.has(placeOf(event)))
  }

  const fillPrices = async (events: readonly ExecutedEvent[]) => {
    const ids = events.map(({ updateIntervalId }) => updateIntervalId)
    const answers = await readPrices(client, multicall3, contracts.committer, ids)
    signal.throwIfAborted()
    const prices = new Map<ExecutedEvent, IntervalPrices>()
    events.forEach((event, index) => {
      const answer = answers[index]
      if (answer === undefined) failedRequests.add(placeOf(event))
      else prices.set(event, answer)
    })
    await store.save(ledger.setPrices(prices))
  }

  const findStart = async (since: bigint) => {
    const from = since - queueSec
    const block = from <= 0n ? firstBlock : await findBlockAtTime(header, from, firstBlock, times)
    start = { sinceSec: since, block }
  }

  const readGap = async (gap: BlockRange) => {
    owed--
    const window = newestRange(gap, windows.blocks())
    const events = await windows.readForGood(window, readWindow)
    if (events === undefined) return
    await store.save(ledger.add({ ...window, events }))
  }

  /** The oldest block that is wanted; none is older than the pool. */
  const wantedStart = (): bigint | undefined => {
    if (start === undefined) return undefined
    const initialized = ledger
      .chunks()[0]
      ?.events.find(({ kind }) => kind === 'initialized')?.blockNumber
    return initialized !== undefined && initialized > start.block ? initialized : start.block
  }

  const gaps = (): BlockRange[] => {
    const from = wantedStart()
    return from === undefined ? [] : ledger.missingFrom(from)
  }

  const unanswered = () =>
    ledger.unpriced(PRICES_PER_REQUEST).filter((event) => !failedRequests.has(placeOf(event)))

  /** A step into the past; when it can never succeed, only the past is given up. */
  const intoPast =
    (step: HistoryStep): HistoryStep =>
    async () => {
      try {
        await step()
      } catch (error) {
        if (signal.aborted || !isHopeless(error)) throw error
        blocked = error instanceof Error ? error : new Error(String(error))
      }
    }

  const pastStep = (): HistoryStep | undefined => {
    if (blocked !== undefined || sinceSec === undefined || read === undefined) return undefined
    const since = sinceSec
    if (start?.sinceSec !== since) return intoPast(() => findStart(since))
    const gap = gaps().at(-1)
    return gap && intoPast(() => readGap(gap))
  }

  return {
    wantHead(head, since) {
      wanted = head
      sinceSec ??= since
    },
    wantSince(since) {
      blocked = undefined
      if (sinceSec === undefined || since < sinceSec) sinceSec = since
    },
    nextStep() {
      if (!isRestored) return restore
      const past = owed > 0 ? pastStep() : undefined
      if (past !== undefined && draft === undefined) return past
      const current = draft
      if (current !== undefined) return () => buildChunkDraft(current)
      const head = wanted
      if (head !== undefined && head.block.number !== read?.block.number)
        return () => beginRefresh(head)
      const events = unanswered()
      if (events.length > 0) return () => fillPrices(events)
      return pastStep()
    },
    newest() {
      if (read === undefined) return undefined
      const { block, longBalance, shortBalance, changeInterval } = read
      return { blockNumber: block.number, longBalance, shortBalance, changeInterval }
    },
    blocked: () => blocked,
    standing() {
      const from = wantedStart()
      const to = read?.block.number
      if (from === undefined || to === undefined || start?.sinceSec !== sinceSec)
        return { isCaughtUp: false, progress: 0 }
      const missing = gaps().reduce((sum, gap) => sum + blockCount(gap), 0n)
      const all = to >= from ? to - from + 1n : 1n
      return {
        isCaughtUp: missing === 0n && unanswered().length === 0,
        progress: Number(((all - missing) * 10_000n) / all) / 10_000,
      }
    },
  }
}

function placeOf({ blockHash, logIndex }: PoolEvent): string {
  return `${blockHash}:${logIndex}`
}
