import { ACCOUNTS } from './accounts'
import type { BlockBuilder } from './blockBuilder'
import { decideTrade } from './botTrader'
import type { DeployedMarket, Deployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import { readHoldings } from './holdings'
import { firstMintDelaySec, type MarketSpec } from './markets'
import type { Schedule } from './schedule'
import { createRandom } from './seededRandom'
import { queueLastCommits, queueStory, STORIES } from './stories'
import type { Timeline } from './timeline'
import { claimTransaction } from './transactions'

export interface PastSummary {
  readonly upkeeps: number
  /** Commits and claims of the traders. */
  readonly trades: number
}

export interface PastOptions {
  readonly client: DevnetClient
  readonly blocks: BlockBuilder
  readonly deployment: Deployment
  readonly timeline: Timeline
  readonly seed: number
  readonly markets: readonly MarketSpec[]
  readonly schedule: Schedule
  readonly progress?: (part: number) => void
}

/** Mean time between two trades of the bots, over all markets. */
const TRADE_PERIOD_SEC = 540
/** Bots claim their first mints in a market this long after they executed. */
const FIRST_CLAIM_SEC = 7

/**
 * Lets the chain live until now: prices move, upkeeps come on the second, and people trade in
 * between. It ends with commits in the queue of every market.
 */
export async function livePast(options: PastOptions): Promise<PastSummary> {
  const { client, blocks, deployment, timeline, schedule, progress } = options
  const { startSec, endSec } = schedule
  const random = createRandom(options.seed, 'trades')
  const bots = ACCOUNTS.filter(({ role }) => role === 'bot')
  const stories = STORIES.filter(({ at }) => at < 1)
  const unclaimed = firstClaims(options)
  let trades = 0
  let nextTradeSec = startSec + 600
  let told = 0

  /** Trades come between two upkeeps. */
  const sealTrade = async () => {
    const roomSec = timeline.nextDueSec() - timeline.nowSec - 1
    const pauseSec = 1 + Math.floor((random.uniform() * roomSec) / 3)
    if (pauseSec < roomSec) await timeline.advance(timeline.nowSec + pauseSec)
  }

  const claimFirstMints = async () => {
    for (const [market, fromSec] of unclaimed) {
      if (timeline.nowSec < fromSec) continue
      unclaimed.delete(market)
      for (const { address } of bots) blocks.add(claimTransaction(address, market))
      await sealTrade()
    }
  }

  const tellStories = async (part: number) => {
    for (let story = stories[told]; story !== undefined && story.at <= part; ) {
      trades += await queueStory(client, blocks, deployment, story)
      await sealTrade()
      told++
      story = stories[told]
    }
  }

  const tradeOnce = async () => {
    const { address } = random.pick(bots)
    const spec = random.pick(options.markets)
    const market = deployment.markets.find(({ name }) => name === spec.name)
    if (market === undefined || unclaimed.has(market)) return
    const holdings = await readHoldings(client, market, address)
    const trade = decideTrade(random, address, market, holdings, spec)
    if (trade === undefined) return
    blocks.add(trade)
    trades++
    await sealTrade()
  }

  for (let due = timeline.nextDueSec(); due <= endSec(); due = timeline.nextDueSec()) {
    await timeline.advance(due)
    const part = (due - startSec) / (endSec() - startSec)
    if (part < 0) continue
    progress?.(Math.min(1, part))
    if (unclaimed.size > 0) await claimFirstMints()
    await tellStories(part)
    if (timeline.nowSec < nextTradeSec) continue
    nextTradeSec = timeline.nowSec - TRADE_PERIOD_SEC * Math.log(1 - random.uniform())
    await tradeOnce()
  }

  for (const market of deployment.markets) {
    const spec = options.markets.find(({ name }) => name === market.name)
    trades += await queueLastCommits(client, blocks, market, spec?.changeIntervalWad === 0n)
  }
  for (const story of STORIES.filter(({ at }) => at === 1))
    trades += await queueStory(client, blocks, deployment, story)
  const lastSec = Math.min(endSec(), timeline.nextDueSec() - 1)
  await timeline.advance(Math.max(timeline.nowSec + 1, lastSec))
  return { upkeeps: timeline.upkeeps, trades }
}

/** From when on the first mints of each market can be claimed. */
function firstClaims({ deployment, schedule }: PastOptions): Map<DeployedMarket, number> {
  return new Map(
    deployment.markets.map((market) => {
      const isPlanned = ({ name }: MarketSpec) => name === market.name
      const group = schedule.plan.find(({ markets }) => markets.some(isPlanned))
      const deployedSec = group?.atSec ?? Number.POSITIVE_INFINITY
      return [market, deployedSec + firstMintDelaySec(market) + FIRST_CLAIM_SEC]
    }),
  )
}
