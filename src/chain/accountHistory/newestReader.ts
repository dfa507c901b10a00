import { type BlockRange, newestRange } from '../history/blockRange'
import type { BlockHeader } from '../history/poolHistoryState'
import type { HistoryStep } from '../history/runWithBackoff'
import { findSoundCheckpoint } from '../history/soundCheckpoint'
import type { WindowReader } from '../history/windowReader'
import type { BlockStamp } from '../snapshot'
import type { AccountContracts } from './accountContracts'
import type { AccountEntry } from './accountEntry'
import type { AccountLedger } from './accountLedger'
import type { AccountStore } from './accountStore'
import type { ExecutionReader } from './executionReader'

export interface NewestReaderOptions {
  readonly firstBlock: bigint
  readonly confirmations: bigint
  readonly ledger: AccountLedger
  readonly store: Pick<AccountStore, 'save'>
  readonly windows: WindowReader
  readonly executions: Pick<ExecutionReader, 'readTip' | 'renew'>
  readonly header: (block: bigint) => Promise<BlockHeader>
  /** Everything of the account in these pools. */
  readonly readWindow: (
    window: BlockRange,
    contracts: readonly AccountContracts[],
  ) => Promise<readonly AccountEntry[]>
  /** Called when all of the newest blocks have been read. */
  readonly onRead: () => void
}

/** Reads the newest blocks, the tip, which a reorganisation may still change: all of them again for each new head. */
export interface NewestReader {
  /** The newest block up to which all was read; undefined before the first. */
  headBlock(): bigint | undefined
  /**
   * Continues what was started, then starts with a new head or other pools.
   *
   * @param head Undefined while none is known
   * @returns Undefined when all is read up to the head
   */
  nextStep(
    head: BlockStamp | undefined,
    pools: readonly AccountContracts[],
  ): HistoryStep | undefined
}

/** A gap of at most this many blocks below the tip is read together with it. */
const TIP_REACH = 5_000n

/** The newest blocks while they are being read, from the newest downwards. */
interface Draft extends BlockRange {
  readonly head: BlockStamp
  readonly pools: readonly AccountContracts[]
  nextBlock: bigint
  entries: readonly AccountEntry[]
}

export function createNewestReader(options: NewestReaderOptions): NewestReader {
  const { firstBlock, confirmations, ledger, store, windows } = options
  const { executions, header, readWindow, onRead } = options
  let read: Pick<Draft, 'head' | 'pools'> | undefined
  let draft: Draft | undefined

  /** Makes sure that the final blocks still are what they were. */
  const verify = async (head: BlockStamp) => {
    const sound = await findSoundCheckpoint(ledger.checkpoints(), head, header)
    if (sound?.number === ledger.finalBlock()) return
    draft = undefined
    await store.save(ledger.rewind(sound))
    executions.renew(ledger.finalBlock() ?? -1n)
  }

  const begin = async (head: BlockStamp, pools: readonly AccountContracts[]) => {
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

  const proceed = async (current: Draft) => {
    const { fromBlock, toBlock, nextBlock, head, pools } = current
    const window = newestRange({ fromBlock, toBlock: nextBlock }, windows.blocks())
    const entries = await windows.read(window, (range) => readWindow(range, pools))
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
    const range = { fromBlock, toBlock }
    const executed = await executions.readTip(range, since)
    const addresses = pools.map(({ pool }) => pool)
    const change = ledger.setTip(addresses, range, [...since, ...executed])
    read = { head, pools }
    onRead()
    executions.renew(ledger.finalBlock() ?? -1n)
    await store.save(change)
  }

  return {
    headBlock: () => read?.head.number,
    nextStep(head, pools) {
      const current = draft
      if (current !== undefined) return () => proceed(current)
      const isRead = read?.head.number === head?.number && read?.pools === pools
      if (head === undefined || isRead || pools.length === 0) return undefined
      return () => begin(head, pools)
    },
  }
}
