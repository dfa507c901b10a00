import type { HistoryChunk } from './historyChunks'
import type { PoolEvent } from './poolEvent'
import type { BlockHeader } from './poolHistoryState'

/** The numbers that each kind of event cannot do without. */
const BIGINTS: { readonly [kind in PoolEvent['kind']]: readonly string[] } = {
  initialized: [],
  rebalance: ['shortBalanceChange', 'longBalanceChange', 'shortFeeAmount', 'longFeeAmount'],
  balances: ['longBalance', 'shortBalance'],
  commit: ['amount', 'updateIntervalId', 'mintingFee'],
  executed: ['updateIntervalId', 'burningFee'],
  upkeep: ['startPriceWad', 'endPriceWad'],
  upkeepError: [],
  keeperPayment: ['rewardWei'],
  claim: [],
}

/** Whether something read from the storage is what was written: it may be damaged, or another program's. */
export function isStoredChunk(value: unknown): value is HistoryChunk {
  if (!isRecord(value)) return false
  const { fromBlock, toBlock, events } = value
  return (
    typeof fromBlock === 'bigint' &&
    typeof toBlock === 'bigint' &&
    fromBlock <= toBlock &&
    Array.isArray(events) &&
    events.every((event: unknown) => isStoredEvent(event, fromBlock, toBlock))
  )
}

function isStoredEvent(value: unknown, fromBlock: bigint, toBlock: bigint): boolean {
  if (!isRecord(value)) return false
  const { kind, blockNumber, logIndex, timestampSec, transactionHash, blockHash } = value
  if (typeof kind !== 'string' || !Object.hasOwn(BIGINTS, kind)) return false
  const { prices } = value
  return (
    typeof blockNumber === 'bigint' &&
    blockNumber >= fromBlock &&
    blockNumber <= toBlock &&
    typeof logIndex === 'number' &&
    typeof timestampSec === 'bigint' &&
    typeof transactionHash === 'string' &&
    typeof blockHash === 'string' &&
    BIGINTS[kind as PoolEvent['kind']].every((name) => typeof value[name] === 'bigint') &&
    (prices === undefined || (isRecord(prices) && typeof prices.longPrice === 'bigint'))
  )
}

export function isStoredHeader(value: unknown): value is BlockHeader {
  if (!isRecord(value)) return false
  const { number, hash, timestampSec } = value
  return typeof number === 'bigint' && typeof hash === 'string' && typeof timestampSec === 'bigint'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
