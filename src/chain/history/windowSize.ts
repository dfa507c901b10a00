import { MAX_BLOCKS } from '../../protocol/bounds'

/** How many blocks to ask for at once, learned from what the RPC takes. */
export interface WindowSize {
  readonly blocks: bigint
  /** A size known to be refused; sizes stay below it for a while. */
  readonly refusedBlocks: bigint | undefined
  /** Full windows read since the last refusal. */
  readonly successes: number
}

export const FIRST_WINDOW: WindowSize = {
  blocks: 10_000n,
  refusedBlocks: undefined,
  successes: 0,
}

/** A refusal may have come from many logs in few blocks; after this many successes it is forgotten. */
const FORGET_AFTER = 25

/**
 * The size after a window was read: twice as large, or half of the way to a size that was refused.
 *
 * @param blocks How many the window had; one cut short by the end of its range teaches nothing
 */
export function afterSuccess(size: WindowSize, blocks: bigint): WindowSize {
  if (blocks < size.blocks) return size
  const successes = size.successes + 1
  const refusedBlocks = successes > FORGET_AFTER ? undefined : size.refusedBlocks
  const doubled = size.blocks * 2n
  let next = doubled > MAX_BLOCKS ? MAX_BLOCKS : doubled
  if (refusedBlocks !== undefined && next >= refusedBlocks) {
    // Each refusal costs a request: not worth it for a few blocks more.
    const middle = (size.blocks + refusedBlocks) / 2n
    next = (refusedBlocks - size.blocks) * 4n > size.blocks ? middle : size.blocks
  }
  return { blocks: next > size.blocks ? next : size.blocks, refusedBlocks, successes }
}

/**
 * The size after a window was refused or took too long: what the RPC proposes, or half.
 *
 * @param blocks How many the window had
 * @param suggested How many the RPC says it takes
 */
export function afterRefusal(
  size: WindowSize,
  blocks: bigint,
  suggested: bigint | undefined,
): WindowSize {
  const isUsable = suggested !== undefined && suggested >= 1n && suggested < blocks
  const half = blocks / 2n
  const next = isUsable ? suggested : half > 1n ? half : 1n
  const refusedBlocks = isUsable ? suggested + 1n : blocks
  const known = size.refusedBlocks
  return {
    blocks: next,
    refusedBlocks: known !== undefined && known < refusedBlocks ? known : refusedBlocks,
    successes: 0,
  }
}

/** Whether larger windows are known to be refused, or not to be asked for. */
export function isSettled({ blocks, refusedBlocks }: WindowSize): boolean {
  return refusedBlocks !== undefined || blocks >= MAX_BLOCKS
}
