import { classifyRpcError } from '../classifyRpcError'
import { type BlockRange, blockCount, newestRange } from '../history/blockRange'
import type { WindowReader } from '../history/windowReader'
import type { AccountContracts } from './accountContracts'
import type { AccountEntry } from './accountEntry'
import type { AccountLedger } from './accountLedger'
import type { AccountStore } from './accountStore'
import type { PastReach } from './pastReach'

export interface GapReaderOptions {
  readonly firstBlock: bigint
  readonly ledger: Pick<AccountLedger, 'add' | 'missing'>
  readonly store: Pick<AccountStore, 'save'>
  readonly windows: WindowReader
  readonly past: Pick<PastReach, 'startOf'>
  readonly header: (block: bigint) => Promise<unknown>
  /** Everything of the account in these pools. */
  readonly readWindow: (
    window: BlockRange,
    contracts: readonly AccountContracts[],
  ) => Promise<readonly AccountEntry[]>
  readonly signal: AbortSignal
}

/** Reads what is missing of the past into the ledger, some windows of blocks side by side. */
export interface GapReader {
  /**
   * The newest windows that are missing, newest first; only one where the RPC has refused what is old.
   *
   * @param top The newest missing block
   */
  next(top: bigint): readonly BlockRange[]
  /**
   * What was read of them is kept, also where some of them fail.
   *
   * @param asked From `next`
   * @throws RPC errors; HistoryFailedError when the RPC refuses a single block
   */
  read(pools: readonly AccountContracts[], asked: readonly BlockRange[]): Promise<void>
  /** Forgets that the RPC has refused what is old. */
  widen(): void
}

export function createGapReader(options: GapReaderOptions): GapReader {
  const { firstBlock, ledger, store, windows, past, header, readWindow, signal } = options
  /** How many blocks at most, where the RPC knows nothing older. */
  let narrowed: bigint | undefined

  const readOne = (pools: readonly AccountContracts[]) => (window: BlockRange) => {
    const lacking = pools.filter((contracts) => {
      const start = past.startOf(contracts)
      const fromBlock = start > window.fromBlock ? start : window.fromBlock
      const [oldest] = ledger.missing(contracts.pool, fromBlock)
      return oldest !== undefined && oldest.fromBlock <= window.toBlock
    })
    return windows.read(window, async (range) => {
      const entries = await readWindow(range, lacking)
      return { addresses: lacking.map(({ pool }) => pool), range, entries }
    })
  }

  /** An RPC without old logs refuses a window for its oldest block: the newer ones may be there. */
  const refuse = (error: unknown, [newest, ...others]: readonly BlockRange[]) => {
    const size = newest === undefined ? 1n : blockCount(newest)
    if (size === 1n || classifyRpcError(error).kind !== 'permanent') throw error
    narrowed = others.length > 0 ? size : size / 2n
  }

  return {
    next(top) {
      const blocks = windows.blocks()
      if (narrowed !== undefined) {
        const size = narrowed < blocks ? narrowed : blocks
        return [newestRange({ fromBlock: firstBlock, toBlock: top }, size)]
      }
      const next: BlockRange[] = []
      for (let toBlock = top; toBlock >= firstBlock && next.length < windows.atOnce(); ) {
        const window = newestRange({ fromBlock: firstBlock, toBlock }, blocks)
        next.push(window)
        toBlock = window.fromBlock - 1n
      }
      return next
    },
    async read(pools, asked) {
      const [newest] = asked
      if (newest === undefined) return
      const answers = await Promise.allSettled(asked.map(readOne(pools)))
      signal.throwIfAborted()
      const failure = answers.find((answer) => answer.status === 'rejected')
      // After them: a node that is behind says nothing of the blocks that it lacks, which would pass for nothing in them.
      if (answers.some(({ status }) => status === 'fulfilled')) await header(newest.toBlock)
      for (const answer of answers) {
        if (answer.status === 'rejected' || answer.value === undefined) continue
        const { addresses, range, entries } = answer.value
        await store.save(ledger.add(addresses, range, entries))
      }
      if (failure !== undefined) refuse(failure.reason, asked)
    },
    widen() {
      narrowed = undefined
    },
  }
}
