import { BlockNotFoundError, type Client, isHex, numberToHex } from 'viem'
import { MalformedResponseError } from '../errors'
import type { BlockHeader, BlockTime } from './poolHistoryState'

/**
 * A block's hash and time.
 *
 * @throws BlockNotFoundError when the RPC does not have the block (yet); MalformedResponseError; RPC errors
 */
export async function getBlockHeader(
  client: Client,
  blockNumber: bigint,
  signal: AbortSignal,
): Promise<BlockHeader> {
  const block: unknown = await client.request(
    { method: 'eth_getBlockByNumber', params: [numberToHex(blockNumber), false] },
    { retryCount: 0, signal },
  )
  if (block === null || block === undefined) throw new BlockNotFoundError({ blockNumber })
  const { number, hash, timestamp } = block as Record<string, unknown>
  if (!isHex(number) || !isHex(hash) || !isHex(timestamp) || BigInt(number) !== blockNumber)
    throw new MalformedResponseError(`expected block ${blockNumber}`)
  return { number: blockNumber, hash, timestampSec: BigInt(timestamp) }
}

/** How far from the wanted time a block may lie: a part of the time to the newest block. */
const TOLERANCE = 50n
const LEAST_TOLERANCE_SEC = 30n

/**
 * A block at or a little before a time, found by asking for few blocks. Blocks need not come evenly.
 *
 * @param known Headers to begin with; those that are read are added
 * @returns The block's number, `firstBlock` when all blocks are younger
 * @throws As `readHeader` does
 */
export async function findBlockAtTime(
  readHeader: (blockNumber: bigint) => Promise<BlockTime>,
  timeSec: bigint,
  firstBlock: bigint,
  known: Map<bigint, BlockTime>,
): Promise<bigint> {
  const newestSec = [...known.values()].reduce(
    (newest, { timestampSec }) => (timestampSec > newest ? timestampSec : newest),
    timeSec,
  )
  const share = (newestSec - timeSec) / TOLERANCE
  const toleranceSec = share > LEAST_TOLERANCE_SEC ? share : LEAST_TOLERANCE_SEC
  for (let attempt = 0; ; attempt++) {
    const { before, after } = bracket(known, timeSec)
    if (before !== undefined && before.timestampSec >= timeSec - toleranceSec) return before.number
    const low = before?.number ?? firstBlock - 1n
    if (after === undefined || after.number <= low + 1n) return before?.number ?? firstBlock
    const guess = guessBlock(low, before, after, timeSec, attempt)
    known.set(guess, await readHeader(guess))
  }
}

function bracket(known: ReadonlyMap<bigint, BlockTime>, timeSec: bigint) {
  let before: BlockTime | undefined
  let after: BlockTime | undefined
  for (const header of known.values()) {
    if (header.timestampSec <= timeSec) {
      if (before === undefined || header.number > before.number) before = header
    } else if (after === undefined || header.number < after.number) after = header
  }
  return { before, after }
}

/** Between two blocks in proportion to time, every third time in the middle; with one only, ever further back. */
function guessBlock(
  low: bigint,
  before: BlockTime | undefined,
  after: BlockTime,
  timeSec: bigint,
  attempt: number,
): bigint {
  const span = after.number - low
  let distance: bigint
  if (before === undefined) {
    // Four blocks a second, as on Arbitrum, then twice as far each time; too far brackets anyway.
    distance = (after.timestampSec - timeSec) * 4n * 2n ** BigInt(Math.min(attempt, 60))
  } else if (attempt % 3 === 2) {
    distance = span / 2n
  } else {
    const seconds = after.timestampSec - before.timestampSec
    distance = ((after.timestampSec - timeSec) * span) / seconds + 1n
  }
  const guess = after.number - distance
  if (guess <= low) return low + 1n
  return guess >= after.number ? after.number - 1n : guess
}
