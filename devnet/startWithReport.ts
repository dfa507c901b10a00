import { type Devnet, startDevnet } from './devnet'
import type { DevnetOptions } from './devnetOptions'
import { DEFAULT_PAST_SEC } from './schedule'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts a devnet and tells a person what happens meanwhile. */
export async function startWithReport(options: DevnetOptions): Promise<Devnet> {
  const { pastSec = DEFAULT_PAST_SEC, seed = 1 } = options
  const progress = showProgress(pastSec)
  const devnet = await startDevnet({ ...options, log: say, progress: progress.show })
  progress.clear()
  const { past, readySec, deployment } = devnet
  const lived = pastSec === 0 ? 'without a past' : `after ${humanDuration(pastSec)} of past`
  say(`ready in ${readySec.toFixed(1)} s`)
  say(
    `${deployment.markets.length} markets ${lived}: ${past.upkeeps.toLocaleString('en-US')} upkeeps, ` +
      `${past.trades} trades. RPC ${devnet.rpcUrl}, chain ${deployment.chainId}, seed ${seed}.`,
  )
  if (deployment.ethereum !== undefined)
    say(
      `Ethereum beside it: RPC ${deployment.ethereum.rpcUrl}, chain ${deployment.ethereum.chainId}.`,
    )
  if (deployment.balancer !== undefined)
    say(`Balancer: ${deployment.balancer.pools.length} pools, with an arbitrageur and a trader.`)
  if (deployment.staking !== undefined) say(`Staking: ${deployment.staking.farms.length} farms.`)
  return devnet
}

/** A line that changes in a terminal; elsewhere, a line for every quarter. */
function showProgress(pastSec: number) {
  const { isTTY } = process.stdout
  const step = isTTY ? 0.01 : 0.25
  let shown = -1
  return {
    show(part: number) {
      const reached = Math.floor(part / step) * step
      if (reached <= shown) return
      shown = reached
      const line = `living through ${humanDuration(pastSec)}: ${Math.round(reached * 100)}%`
      process.stdout.write(isTTY ? `\r${line} ` : `${line}\n`)
    },
    clear() {
      if (isTTY && shown >= 0) process.stdout.write('\r\x1b[K')
    },
  }
}

function humanDuration(seconds: number): string {
  if (seconds % 86_400 === 0) return plural(seconds / 86_400, 'day')
  if (seconds % 3_600 === 0) return plural(seconds / 3_600, 'hour')
  return plural(Math.round(seconds / 60), 'minute')
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
