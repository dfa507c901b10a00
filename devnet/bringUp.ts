import { ACCOUNTS, accountAddress, NEWCOMER } from './accounts'
import { deployBalancer } from './balancer/deployBalancer'
import { createBlockBuilder } from './blockBuilder'
import { BLOCK_GAS_LIMIT } from './chain'
import { checkPast } from './checkPast'
import type { Deployment } from './deployment'
import { deployProtocol } from './deployProtocol'
import { deployDeprecated, upkeepDeprecated } from './deprecated'
import { createDevnetClient, type DevnetClient } from './devnetClient'
import type { DevnetOptions } from './devnetOptions'
import { deployMarkets, queueFunds } from './genesis'
import { deployHostile } from './hostile'
import { deployHostileContracts } from './hostileContracts'
import { deployImpostor } from './impostor'
import { goLive, type Pace } from './live'
import { MARKETS, type PriceSymbol } from './markets'
import { livePast, type PastSummary } from './past'
import { replayPrices } from './priceReplay'
import { type PriceSource, randomWalk } from './priceSource'
import type { Schedule } from './schedule'
import { deployStaking } from './staking/deployStaking'
import { createTimeline, type Timeline } from './timeline'

export interface BroughtUp {
  readonly client: DevnetClient
  readonly deployment: Deployment
  readonly past: PastSummary
  /** Stops the blocks, the prices and the keeper, but not the chain. */
  pause(): Promise<void>
  /** Starts them again; what is not said is as it was at first. */
  resume(pace?: Pace): Promise<void>
}

/** Takes an empty chain through deployment and past into the present. */
export async function bringUp(
  options: DevnetOptions,
  schedule: Schedule,
  rpcUrl: string,
  chainId: number,
): Promise<BroughtUp> {
  const { seed = 1, pastSec, markets = MARKETS, empty = false } = options
  const { log = () => undefined, walk = true } = options
  const { genesisSec, plan, startSec, endSec } = schedule
  const client = createDevnetClient(rpcUrl, chainId)
  const blocks = createBlockBuilder(rpcUrl)

  const protocol = await deployProtocol(client, blocks, genesisSec + 1)
  const prices = choosePrices(options, startSec)
  const timeline = createTimeline(blocks, protocol, prices, genesisSec + 1)
  queueFunds(blocks, protocol)
  await client.setBalance({ address: accountAddress(NEWCOMER), value: 0n })
  await timeline.advance(genesisSec + 2)
  const deprecated = options.deprecated
    ? await deployDeprecated(client, blocks, protocol, timeline)
    : undefined
  const deployed = await deployMarkets(client, blocks, protocol, timeline, plan, empty)
  const hostile = options.hostile
    ? await deployHostile(client, blocks, protocol, timeline, deployed.length)
    : undefined
  const hostileContracts = options.hostileContracts
    ? await deployHostileContracts(
        client,
        blocks,
        protocol,
        timeline,
        deployed.length + (hostile?.length ?? 0),
      )
    : undefined
  const impostor = options.impostor
    ? await deployImpostor(client, blocks, protocol, timeline)
    : undefined
  const { contracts, tokens, feeds } = protocol
  let deployment: Deployment = {
    chainId,
    rpcUrl,
    seed,
    contracts,
    tokens,
    feeds,
    markets: markets.flatMap(({ name }) => deployed.filter((market) => market.name === name)),
    ...(hostile === undefined ? {} : { hostile }),
    ...(hostileContracts === undefined ? {} : { hostileContracts }),
    ...(impostor === undefined ? {} : { impostor }),
    ...(deprecated === undefined ? {} : { deprecated }),
    accounts: ACCOUNTS,
  }

  const progress = options.progress === undefined ? {} : { progress: options.progress }
  const past =
    pastSec === 0
      ? await onlyUpkeeps(timeline, endSec())
      : await livePast({
          client,
          blocks,
          deployment,
          timeline,
          seed,
          markets,
          schedule,
          ...progress,
        })

  await checkPast(client, deployment)

  await client.setBlockGasLimit({ gasLimit: BLOCK_GAS_LIMIT })
  await setClock(client, options.endSec ?? Math.floor(Date.now() / 1_000))
  await client.setAutomine(true)
  if (deprecated !== undefined) await upkeepDeprecated(client, deprecated)
  if (options.balancer)
    deployment = { ...deployment, balancer: await deployBalancer(client, deployment) }
  if (options.staking)
    deployment = { ...deployment, staking: await deployStaking(client, deployment) }
  const start = (pace: Pace) => {
    const { blockTimeSec = 1, keeper = true, claimBot = false } = { ...options, ...pace }
    const { balancerBots = true } = { ...options, ...pace }
    const moving = walk ? { prices } : {}
    const bots = { keeper, claimBot, balancerBots }
    return goLive({ client, deployment, blockTimeSec, ...bots, log, ...moving })
  }
  let stop: (() => Promise<void>) | undefined = await start({})
  const pause = async () => {
    await stop?.()
    stop = undefined
  }
  const resume = async (pace: Pace = {}) => {
    await pause()
    stop = await start(pace)
  }
  return { client, deployment, past, pause, resume }
}

async function onlyUpkeeps(timeline: Timeline, endSec: number): Promise<PastSummary> {
  await timeline.advanceThrough(endSec)
  return { upkeeps: timeline.upkeeps, trades: 0 }
}

/** From here on the chain's clock runs on its own. viem has no action for this. */
async function setClock(client: DevnetClient, nowSec: number): Promise<void> {
  await client.request<{ Method: 'evm_setTime'; Parameters: [number]; ReturnType: unknown }>({
    method: 'evm_setTime',
    params: [nowSec],
  })
}

function choosePrices(options: DevnetOptions, startSec: number): PriceSource {
  const { seed = 1, prices: rows, rowSec = 60, log = () => undefined } = options
  const walk = randomWalk(seed, startSec)
  if (rows === undefined) return walk
  const onEnd = (symbol: PriceSymbol) => log(`The recorded prices of ${symbol} have ended.`)
  return replayPrices({ rows, others: walk, startSec, rowSec, onEnd })
}
