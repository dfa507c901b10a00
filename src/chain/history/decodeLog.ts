import { type Address, type Hex, isHex, pad } from 'viem'
import { MAX_REASON_LENGTH } from '../../protocol/bounds'
import { CommitType } from '../../protocol/commitType'
import { quadFromBits } from '../../protocol/quad'
import { MalformedResponseError } from '../errors'
import type { BlockRange } from './blockRange'
import { HISTORY_DECODERS } from './eventAbi'
import type { LogPlace, PoolEvent } from './poolEvent'

/** The contracts whose logs make up one pool's past. */
export interface HistoryContracts {
  readonly pool: Address
  readonly committer: Address
  readonly keeper: Address
}

/** A log as an RPC sends it, after its parts have been looked at. */
export interface RawLog {
  readonly address: Hex
  readonly topics: [Hex, ...Hex[]]
  readonly data: Hex
  readonly place: Omit<LogPlace, 'timestampSec'>
  /** Not every RPC sends it. */
  readonly timestampSec: bigint | undefined
}

const COMMIT_TYPES: ReadonlySet<number> = new Set(Object.values(CommitType))

/**
 * Looks at the logs of an `eth_getLogs` answer, one by one; undefined for one that was removed.
 *
 * @returns Throws MalformedResponseError on what is no log, or one outside of the blocks or contracts asked for
 */
export function rawLogReader(
  { pool, committer, keeper }: HistoryContracts,
  { fromBlock, toBlock }: BlockRange,
): (item: unknown) => RawLog | undefined {
  const addresses = new Set([pool, committer, keeper].map((address) => address.toLowerCase()))
  return (item) => {
    const log = toRawLog(item)
    if (log === undefined) return undefined
    const { blockNumber } = log.place
    if (blockNumber < fromBlock || blockNumber > toBlock)
      throw new MalformedResponseError(`unexpected log from block ${blockNumber}`)
    if (!addresses.has(log.address.toLowerCase()))
      throw new MalformedResponseError(`unexpected log from ${log.address}`)
    return log
  }
}

/** The logs in chain order, each once. */
export function inChainOrder(logs: readonly (RawLog | undefined)[]): RawLog[] {
  const byPlace = new Map<string, RawLog>()
  for (const log of logs)
    if (log !== undefined) byPlace.set(`${log.place.blockNumber}:${log.place.logIndex}`, log)
  return [...byPlace.values()].sort(
    ({ place: a }, { place: b }) =>
      Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex,
  )
}

function toRawLog(item: unknown): RawLog | undefined {
  if (typeof item !== 'object' || item === null) throw new MalformedResponseError('malformed log')
  const log = item as Record<string, unknown>
  if (log.removed === true) return undefined
  const topics = log.topics
  const [first, ...rest] = Array.isArray(topics) ? topics.map((topic) => hexOf(topic)) : []
  if (first === undefined) throw new MalformedResponseError('a log has no topics')
  return {
    address: hexOf(log.address),
    topics: [first, ...rest],
    data: hexOf(log.data),
    place: {
      blockNumber: BigInt(hexOf(log.blockNumber)),
      blockHash: hexOf(log.blockHash),
      transactionHash: hexOf(log.transactionHash),
      logIndex: Number(hexOf(log.logIndex)),
    },
    timestampSec:
      log.blockTimestamp === undefined || log.blockTimestamp === null
        ? undefined
        : BigInt(hexOf(log.blockTimestamp)),
  }
}

function hexOf(value: unknown): Hex {
  if (!isHex(value)) throw new MalformedResponseError('malformed hex value in a log')
  return value
}

/** Tells whether a log is of this pool; the keeper's logs are of all pools. */
export function poolFilter({ pool, keeper }: HistoryContracts): (log: RawLog) => boolean {
  const ofAll = keeper.toLowerCase()
  const topic = pad(pool).toLowerCase()
  return ({ address, topics }) =>
    address.toLowerCase() !== ofAll || topics[1]?.toLowerCase() === topic
}

/**
 * A log's meaning.
 *
 * @param timestampSec The block's time, Unix seconds
 * @throws MalformedResponseError when it cannot be what its first topic says
 */
export function decodeLog(log: RawLog, timestampSec: bigint): PoolEvent {
  const place: LogPlace = { ...log.place, timestampSec }
  try {
    return toPoolEvent(log, place)
  } catch (cause) {
    const { transactionHash, logIndex } = place
    throw new MalformedResponseError(`log ${logIndex} of ${transactionHash} couldn’t be decoded`, {
      cause,
    })
  }
}

function toPoolEvent({ data, topics }: RawLog, place: LogPlace): PoolEvent {
  const decode = HISTORY_DECODERS.get(topics[0])
  if (decode === undefined) throw new Error(`unknown event ${topics[0]}`)
  const event = decode({ data, topics })
  switch (event.eventName) {
    case 'PoolInitialized':
      return { ...place, kind: 'initialized' }
    case 'PoolRebalance':
      return { ...place, kind: 'rebalance', ...event.args }
    case 'PoolBalancesChanged': {
      const { long, short } = event.args
      return { ...place, kind: 'balances', longBalance: long, shortBalance: short }
    }
    case 'UpkeepSuccessful': {
      const { startPrice, endPrice } = event.args
      return { ...place, kind: 'upkeep', startPriceWad: startPrice, endPriceWad: endPrice }
    }
    case 'PoolUpkeepError':
      return {
        ...place,
        kind: 'upkeepError',
        reason: event.args.reason.slice(0, MAX_REASON_LENGTH),
      }
    case 'KeeperPaid': {
      const { keeper, reward } = event.args
      return { ...place, kind: 'keeperPayment', keeper, rewardWei: reward, isPaid: true }
    }
    case 'KeeperPaymentError': {
      const { keeper, expectedReward } = event.args
      return { ...place, kind: 'keeperPayment', keeper, rewardWei: expectedReward, isPaid: false }
    }
    case 'CreateCommit': {
      const { appropriateUpdateIntervalId, commitType, mintingFee, ...rest } = event.args
      if (!COMMIT_TYPES.has(commitType)) throw new Error(`unknown commit type ${commitType}`)
      return {
        ...place,
        kind: 'commit',
        ...rest,
        commitType: commitType as CommitType,
        updateIntervalId: appropriateUpdateIntervalId,
        mintingFee: quadFromBits(BigInt(mintingFee)),
      }
    }
    case 'ExecutedCommitsForInterval': {
      const { updateIntervalId, burningFee } = event.args
      return {
        ...place,
        kind: 'executed',
        updateIntervalId,
        burningFee: quadFromBits(BigInt(burningFee)),
        prices: undefined,
      }
    }
    case 'Claim':
      return { ...place, kind: 'claim', user: event.args.user }
  }
}
