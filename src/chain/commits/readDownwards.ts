import { MAX_SEARCH_REQUESTS } from '../../protocol/bounds'
import { classifyRpcError } from '../classifyRpcError'
import { findSuggestedBlocks } from '../findSuggestedBlocks'
import { type BlockRange, blockCount, newestRange } from '../history/blockRange'
import { afterRefusal, afterSuccess, FIRST_WINDOW, type WindowSize } from '../history/windowSize'

/** What was found, oldest first, and how far down everything is known. */
export interface ReadDown<item> {
  readonly items: readonly item[]
  /** One above the end of the range when nothing could be read. */
  readonly fromBlock: bigint
}

/**
 * Reads blocks from the newest down, in windows that adapt to what the RPC takes.
 *
 * @param read Reads one window, oldest first
 * @param isEnough Whether to stop above the range's first block; asked after each window
 * @param firstSize The window to begin with
 * @throws What `read` throws, unless a smaller window can help; the signal's reason
 */
export async function readDownwards<item>(
  { fromBlock, toBlock }: BlockRange,
  read: (window: BlockRange) => Promise<readonly item[]>,
  isEnough: (items: readonly item[], reached: bigint) => boolean,
  signal: AbortSignal,
  firstSize: WindowSize = FIRST_WINDOW,
): Promise<ReadDown<item>> {
  let size = firstSize
  let next = toBlock
  let items: readonly item[] = []
  for (let request = 0; request < MAX_SEARCH_REQUESTS && next >= fromBlock; request++) {
    signal.throwIfAborted()
    const window = newestRange({ fromBlock, toBlock: next }, size.blocks)
    const blocks = blockCount(window)
    try {
      items = [...(await read(window)), ...items]
    } catch (cause) {
      const { kind } = classifyRpcError(cause)
      if ((kind !== 'tooLarge' && kind !== 'timeout') || blocks === 1n) throw cause
      size = afterRefusal(size, blocks, findSuggestedBlocks(cause))
      continue
    }
    size = afterSuccess(size, blocks)
    next = window.fromBlock - 1n
    if (isEnough(items, window.fromBlock)) break
  }
  return { items, fromBlock: next + 1n }
}
