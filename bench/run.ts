import { createClient, custom } from 'viem'
import { build, type Rollup } from 'vite'
import { firstLoadBytes } from '../build/firstLoad'
import { type Devnet, startDevnet } from '../devnet/devnet'
import { generateMarkets } from '../devnet/markets'
import { resolveNetwork } from '../src/chain/network'
import { getPoolRegistry } from '../src/chain/poolRegistry'
import { getSnapshot } from '../src/chain/snapshot'
import { measureAccountHistory } from './accountHistory'
import { measureBrowser } from './browser'
import { measureExit } from './exit'
import { measureHistory } from './history'
import { measureLab } from './lab'
import { measureLighthouse } from './lighthouse'
import { measureProjection } from './projection'
import { measureTicket } from './ticket'

/** Prints the project's figures, one line each: `name value unit`. */
function report(name: string, value: number | string, unit: string): void {
  process.stdout.write(`${name} ${value} ${unit}\n`)
}

/** The scripts of the markets page, in a production build. */
async function benchFirstLoad(): Promise<void> {
  const output = (await build({
    logLevel: 'silent',
    build: { write: false },
  })) as Rollup.RolldownOutput
  const bundle = Object.fromEntries(output.output.map((item) => [item.fileName, item]))
  const bytes = firstLoadBytes(bundle, 'src/features/markets/MarketsPage.tsx')
  report('first-load-js', (bytes / 1_000).toFixed(1), 'kB gzip')
}

/** Requests and bytes of what a page reads. */
interface Traffic {
  requests: number
  bytesUp: number
  bytesDown: number
}

/**
 * What the registry and a refresh of everything cost, an account with a part in the pools included.
 *
 * @param known How many of the devnet's pools the page knows
 */
async function measureTraffic(
  { deployment }: Devnet,
  known: number,
): Promise<{ registry: Traffic; refresh: Traffic }> {
  const traffic: Traffic = { requests: 0, bytesUp: 0, bytesDown: 0 }
  const taken = () => {
    const copy = { ...traffic }
    Object.assign(traffic, { requests: 0, bytesUp: 0, bytesDown: 0 })
    return copy
  }
  const transport = custom({
    async request(asked) {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, ...asked })
      const headers = { 'content-type': 'application/json' }
      const text = await (await fetch(deployment.rpcUrl, { method: 'POST', headers, body })).text()
      traffic.requests += 1
      traffic.bytesUp += body.length
      traffic.bytesDown += text.length
      return (JSON.parse(text) as { result: unknown }).result
    },
  })
  const network = resolveNetwork({
    chainId: deployment.chainId,
    rpcUrls: [deployment.rpcUrl],
    poolFactory: deployment.contracts.poolFactory,
    knownPools: deployment.markets.slice(0, known).map(({ pool }) => pool),
  })
  const client = createClient({ chain: network.chain, transport })
  const account = deployment.accounts[0]?.address
  const pools = await getPoolRegistry(client, network)
  const registry = taken()
  const snapshot = await getSnapshot(client, network, pools, account)
  if (snapshot.pools.length !== known) throw new Error('Not every pool was read')
  return { registry, refresh: taken() }
}

function reportTraffic(name: string, { requests, bytesUp, bytesDown }: Traffic): void {
  report(`${name}-requests`, requests, 'requests')
  report(`${name}-bytes`, `${bytesUp} up ${bytesDown} down`, 'bytes')
}

/** Of 5, 20 and 200 pools, and of 5 known ones beside 2,000 of strangers. */
async function benchTraffic(): Promise<void> {
  for (const [count, known] of [
    [5, 5],
    [20, 20],
    [200, 200],
    [2_005, 5],
  ] as const) {
    const options = { pastSec: 0, walk: false, keeper: false, empty: count !== known }
    const devnet = await startDevnet({ ...options, markets: generateMarkets(count) })
    try {
      const { registry, refresh } = await measureTraffic(devnet, known)
      const name = count === known ? `pools-${count}` : `pools-${known}-of-${count}`
      reportTraffic(`${name}-registry`, registry)
      reportTraffic(`${name}-refresh`, refresh)
    } finally {
      await devnet.stop()
    }
  }
}

/** Deployment, two days of past, hand-over. */
async function benchDevnet(): Promise<void> {
  const devnet = await startDevnet()
  await devnet.stop()
  report('devnet-ready', devnet.readySec.toFixed(1), 's')
}

async function benchProjection(): Promise<void> {
  for (const { name, value, unit } of await measureProjection())
    report(name, Number(value.toPrecision(4)), unit)
}

async function benchBrowser(): Promise<void> {
  for (const { name, value, unit } of await measureBrowser())
    report(name, Number(value.toPrecision(4)), unit)
}

async function benchTicket(): Promise<void> {
  for (const { name, value, unit } of await measureTicket()) report(name, value.toFixed(0), unit)
}

/** Lines of what misses its goal go to the error output too, and the bench then ends with code 1. */
async function benchLighthouse(): Promise<void> {
  for (const { name, value, unit, isReached } of await measureLighthouse()) {
    report(name, value, unit)
    if (isReached) continue
    process.exitCode = 1
    process.stderr.write(`${name} misses its goal\n`)
  }
}

for (const { name, value, unit } of [...measureHistory(), ...measureExit(), ...measureLab()])
  report(name, value.toFixed(1), unit)
for (const { name, value, unit } of await measureAccountHistory())
  report(name, value.toFixed(0), unit)
await benchProjection()
await benchFirstLoad()
await benchTraffic()
await benchDevnet()
await benchBrowser()
await benchTicket()
await benchLighthouse()
