import { classifyRpcError } from '../classifyRpcError'
import { findSuggestedBlocks } from '../findSuggestedBlocks'
import { type BlockRange, blockCount } from '../history/blockRange'
import { HistoryFailedError } from '../history/runWithBackoff'
import { afterRefusal, afterSuccess, FIRST_WINDOW } from '../history/windowSize'

/** Reads windows of blocks whose size adapts to what the RPC takes. */
export interface WindowReader {
  /** How many blocks to ask for at once. */
  blocks(): bigint
  /**
   * @returns Undefined when the RPC wants the window smaller, and the size is changed
   * @throws What the work throws otherwise; HistoryFailedError when the RPC refuses a single block
   */
  read<result>(
    window: BlockRange,
    work: (window: BlockRange) => Promise<result>,
  ): Promise<result | undefined>
}

export function createWindowReader(signal: AbortSignal): WindowReader {
  let size = FIRST_WINDOW
  return {
    blocks: () => size.blocks,
    async read(window, work) {
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
    },
  }
}
