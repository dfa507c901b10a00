import { setTimeout } from 'node:timers/promises'
import { createBalancerBots } from './balancer/balancerBots'
import { createClaimBot } from './claimBot'
import { pushPrices, readAnswers, toPrices } from './controls'
import type { Deployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import { performDueUpkeeps } from './keeper'
import { PRICE_SYMBOLS, type PriceSource, type Prices } from './priceSource'

/** What happens on its own. */
export interface Pace {
  /** Time between blocks that no one asked for. Default 1. */
  readonly blockTimeSec?: number
  /** Upkeeps what is due, each block. Default true. */
  readonly keeper?: boolean
  /** Claims for those who have paid for it, each block. Default false. */
  readonly claimBot?: boolean
  /** Arbitrage and trades in Balancer's pools, where there are any. Default true. */
  readonly balancerBots?: boolean
}

export interface LiveOptions extends Required<Pace> {
  readonly client: DevnetClient
  readonly deployment: Deployment
  /** Absent: prices move only when someone sets them. */
  readonly prices?: PriceSource
  readonly log: (line: string) => void
}

/** Prices move this often, in seconds of the chain. */
const PRICE_PERIOD_SEC = 5

/**
 * Keeps the chain going: a block every `blockTimeSec`, prices, the keeper and the claim bot.
 * A beat that fails is reported and the next one tries again.
 *
 * @returns After the first beat, so that no block comes right behind the start: stops it, and waits for the beat that is under way
 */
export async function goLive(options: LiveOptions): Promise<() => Promise<void>> {
  const { client, deployment, blockTimeSec, prices, keeper, log } = options
  const claimBot = options.claimBot ? createClaimBot(client, deployment, log) : undefined
  const { balancer } = deployment
  const balancerBots =
    options.balancerBots && balancer !== undefined
      ? createBalancerBots(client, deployment, balancer)
      : undefined
  const stopping = new AbortController()
  let lastPriceSec = 0
  /** What went wrong last, so that it is said once and not every second. */
  let complaint = ''

  /** Takes over what someone set by hand, from this process or from another. */
  const adoptForeign = (source: PriceSource, shown: Prices, known: Prices) => {
    const foreign = PRICE_SYMBOLS.filter(
      (symbol) => Math.abs(shown[symbol] / known[symbol] - 1) > 1e-6,
    )
    for (const symbol of foreign) source.adopt(symbol, shown[symbol])
    return foreign.length > 0
  }

  const movePrices = async (source: PriceSource, nowSec: number) => {
    if (nowSec < lastPriceSec + PRICE_PERIOD_SEC) return
    lastPriceSec = nowSec
    const shown = toPrices(await readAnswers(client, deployment))
    adoptForeign(source, shown, source.at(0))
    const blockNumber = await pushPrices(client, deployment, source.at(nowSec))
    if (blockNumber === undefined) return
    // A price set by hand just before ours would be lost: put it back.
    const overwritten = toPrices(await readAnswers(client, deployment, blockNumber - 1n))
    if (adoptForeign(source, overwritten, shown))
      await pushPrices(client, deployment, source.at(nowSec))
  }

  const beat = async () => {
    await client.mine({ blocks: 1 })
    const nowSec = Number((await client.getBlock()).timestamp)
    if (prices !== undefined) await movePrices(prices, nowSec)
    if (keeper) await performDueUpkeeps(client, deployment, log)
    await claimBot?.beat()
    await balancerBots?.beat(nowSec)
  }

  /** What went wrong, in a line; empty when nothing did. */
  const attempt = async (): Promise<string> => {
    try {
      await beat()
      return ''
    } catch (error) {
      return String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
    }
  }

  let startedMs = Date.now()
  let trouble = await attempt()
  const run = async () => {
    for (;;) {
      const restMs = Math.max(10, blockTimeSec * 1_000 - (Date.now() - startedMs))
      await setTimeout(restMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      // Only now: when the chain itself is gone, we have been stopped meanwhile, and that is said instead.
      if (stopping.signal.aborted) return
      if (trouble !== '' && trouble !== complaint) log(`devnet: ${trouble}`)
      complaint = trouble
      startedMs = Date.now()
      trouble = await attempt()
    }
  }

  const running = run()
  return async () => {
    stopping.abort()
    await running
  }
}
