import type { Address, Log } from 'viem'
import type { EntryPlace } from './accountEntry'

/** Where a log of a pool stands, with its time where the log says it. */
export function placeOf(pool: Address, log: Log<bigint, number, false>): EntryPlace {
  const { blockNumber, blockHash, transactionHash, logIndex, blockTimestamp } = log
  const timestampSec = blockTimestamp ?? undefined
  const place = { pool, blockNumber, blockHash, transactionHash, logIndex }
  return timestampSec === undefined ? place : { ...place, timestampSec }
}
