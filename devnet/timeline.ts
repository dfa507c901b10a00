import type { Address } from 'viem'
import { accountAddress } from './accounts'
import type { BlockBuilder } from './blockBuilder'
import type { DeployedMarket } from './deployment'
import type { Protocol } from './deployProtocol'
import { type FeedAnswers, feedUpdates, inOneCall, toFeedAnswers } from './feedAnswers'
import type { PriceSource } from './priceSource'
import { upkeepGroups, upkeepTransaction } from './transactions'

interface TrackedPool {
  readonly pool: Address
  readonly updateIntervalSec: number
  lastUpkeepSec: number
}

/** Time on a chain that does not mine on its own: prices move, and upkeeps come on the second. */
export interface Timeline {
  /** Time of the last block, Unix seconds. */
  readonly nowSec: number
  readonly upkeeps: number
  /** From now on these are kept up; they were deployed in the last block. */
  track(markets: readonly DeployedMarket[]): void
  /** When the next upkeep of any pool is due; Infinity without pools. */
  nextDueSec(): number
  /** Queues the price changes and the upkeeps due at `timeSec`, and seals them with what was queued. */
  advance(timeSec: number): Promise<void>
  /** Advances through every upkeep that is due up to and including `timeSec`. */
  advanceThrough(timeSec: number): Promise<void>
}

/** Every feed is written this often, moved or not, as Chainlink's are. */
const HEARTBEAT_SEC = 3_600

export function createTimeline(
  blocks: BlockBuilder,
  protocol: Protocol,
  prices: PriceSource,
  genesisSec: number,
): Timeline {
  const keeper = accountAddress('Keeper')
  const pusher = accountAddress('Price pusher')
  const pools: TrackedPool[] = []
  let nowSec = genesisSec
  let upkeeps = 0
  let answers: FeedAnswers | undefined
  let writtenSec = Number.NEGATIVE_INFINITY

  const nextDueSec = () =>
    pools.reduce(
      (due, pool) => Math.min(due, pool.lastUpkeepSec + pool.updateIntervalSec),
      Number.POSITIVE_INFINITY,
    )

  const queuePrices = (timeSec: number) => {
    const wanted = toFeedAnswers(prices.at(timeSec))
    const isHeartbeat = timeSec >= writtenSec + HEARTBEAT_SEC
    if (isHeartbeat) writtenSec = timeSec
    const updates = feedUpdates(protocol.feeds, isHeartbeat ? undefined : answers, wanted)
    if (updates.length > 0) blocks.add({ from: pusher, ...inOneCall(updates), gas: 400_000n })
    const pushed = Object.fromEntries(updates.map(({ name }) => [name, wanted[name]]))
    answers = { ...(answers ?? wanted), ...pushed }
  }

  const queueUpkeeps = (timeSec: number) => {
    const due = pools.filter((pool) => pool.lastUpkeepSec + pool.updateIntervalSec <= timeSec)
    for (const group of upkeepGroups(due.map(({ pool }) => pool)))
      blocks.add(upkeepTransaction(keeper, protocol.contracts.poolKeeper, group))
    for (const pool of due) pool.lastUpkeepSec = timeSec
    upkeeps += due.length
  }

  const timeline: Timeline = {
    get nowSec() {
      return nowSec
    },
    get upkeeps() {
      return upkeeps
    },
    track(markets) {
      for (const { pool, updateIntervalSec } of markets)
        pools.push({ pool, updateIntervalSec, lastUpkeepSec: nowSec })
    },
    nextDueSec,
    async advance(timeSec) {
      queuePrices(timeSec)
      queueUpkeeps(timeSec)
      await blocks.seal(timeSec)
      nowSec = timeSec
    },
    async advanceThrough(timeSec) {
      for (let due = nextDueSec(); due <= timeSec; due = nextDueSec()) await timeline.advance(due)
    },
  }
  return timeline
}
