import { MAX_CHECKPOINTS } from '../../protocol/bounds'
import { LaggingRpcError } from '../errors'
import type { BlockStamp } from '../snapshot'
import type { BlockHeader } from './poolHistoryState'

/**
 * The newest checkpoint that the chain still has; what was read above it is no longer true.
 *
 * @param checkpoints Headers of blocks that were final when they were read, ascending
 * @param head The newest block that the RPC has
 * @returns Undefined where the chain has none of them
 * @throws LaggingRpcError where the chain is the same and the head older than what was read of it: nothing is wrong with that
 */
export async function findSoundCheckpoint(
  checkpoints: readonly BlockHeader[],
  head: BlockStamp,
  readHeader: (block: bigint) => Promise<BlockHeader>,
): Promise<BlockHeader | undefined> {
  let ahead: BlockHeader | undefined
  for (const checkpoint of checkpoints.toReversed()) {
    if (checkpoint.number >= head.number) {
      ahead ??= checkpoint
      continue
    }
    if ((await readHeader(checkpoint.number)).hash !== checkpoint.hash) {
      // Another chain: what is ahead belongs to the one before.
      ahead = undefined
      continue
    }
    // A lower head of a later time is not behind: the blocks above have been replaced.
    if (ahead !== undefined && head.timestampSec <= ahead.timestampSec)
      throw new LaggingRpcError(head.number, ahead.number)
    return checkpoint
  }
  return undefined
}

/** Adds a checkpoint. Of many the oldest stays with the newest: a node may be behind by more than those reach. */
export function addCheckpoint(
  checkpoints: readonly BlockHeader[],
  header: BlockHeader,
): readonly BlockHeader[] {
  const all = [...checkpoints, header]
  if (all.length <= MAX_CHECKPOINTS) return all
  return [...all.slice(0, 1), ...all.slice(1 - MAX_CHECKPOINTS)]
}
