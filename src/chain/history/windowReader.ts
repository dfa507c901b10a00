import type { Client } from 'viem'
import { classifyRpcError } from '../classifyRpcError'
import { findSuggestedBlocks } from '../findSuggestedBlocks'
import { getBlockHeader } from './blockHeader'
import { type BlockRange, blockCount } from './blockRange'
import { HistoryFailedError } from './runWithBackoff'
import { afterRefusal, afterSuccess, FIRST_WINDOW, isSettled } from './windowSize'

/** Public RPCs take about so many; more are refused as too many requests. */
const WINDOWS_AT_ONCE = 4

/** Reads windows of blocks whose size adapts to what the RPC takes. */
export interface WindowReader {
  /** How many blocks to ask for at once. */
  blocks(): bigint
  /** How many windows may be asked for side by side: one until it is known what the RPC takes. */
  atOnce(): number
  /**
   * @returns Undefined when the RPC wants the window smaller, and the size is changed
   * @throws What the work throws otherwise; HistoryFailedError when the RPC refuses a single block
   */
  read<result>(
    window: BlockRange,
    work: (window: BlockRange) => Promise<result>,
  ): Promise<result | undefined>
  /**
   * The same for blocks that are read once and never again: the answer counts only if the node has the newest of them. One that
   * is behind says nothing of the blocks that it lacks, which would pass for nothing in them.
   *
   * @throws As `read`, and BlockNotFoundError from a node that is behind
   */
  readForGood<result>(
    window: BlockRange,
    work: (window: BlockRange) => Promise<result>,
  ): Promise<result | undefined>
}

/** @param client Asked for the newest block of what is read for good */
export function createWindowReader(client: Client, signal: AbortSignal): WindowReader {
  let size = FIRST_WINDOW
  const read: WindowReader['read'] = async (window, work) => {
    const blocks = blockCount(window)
    try {
      const result = await work(window)
      size = afterSuccess(size, blocks)
      return result
    } catch (cause) {
      if (signal.aborted) throw cause
      const { kind } = classifyRpcError(cause)
      if (kind !== 'tooLarge' && kind !== 'timeout') throw cause
      if (blocks > 1n) {
        size = afterRefusal(size, blocks, findSuggestedBlocks(cause))
        if (kind === 'tooLarge') return undefined
      } else if (kind === 'tooLarge')
        throw new HistoryFailedError('The RPC won’t return logs even for a single block.', {
          cause,
        })
      throw cause
    }
  }
  return {
    blocks: () => size.blocks,
    atOnce: () => (isSettled(size) ? WINDOWS_AT_ONCE : 1),
    read,
    readForGood: (window, work) =>
      read(window, async (range) => {
        const result = await work(range)
        // After it: the node may have changed in the middle.
        await getBlockHeader(client, range.toBlock, signal)
        return result
      }),
  }
}
