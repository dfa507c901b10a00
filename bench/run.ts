import { createClient, custom } from 'viem'
import { build, type Rollup } from 'vite'
import { firstLoadBytes } from '../build/firstLoad'
import { type Devnet, startDevnet } from '../devnet/devnet'
import { generateMarkets } from '../devnet/markets'
import { resolveNetwork } from '../src/chain/network'
import { getPoolRegistry } from '../src/chain/poolRegistry'
import { getSnapshot } from '../src/chain/snapshot'
import { measureBrowser } from './browser'
import { measureHistory } from './history'
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

/** The most requests that one refresh of everything took, an account with a part in the pools included. */
async function countRequests({ deployment }: Devnet): Promise<number> {
  let requests = 0
  const transport = custom({
    async request(body) {
      requests += 1
      const answer = await fetch(deployment.rpcUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...body }),
      })
      return ((await answer.json()) as { result: unknown }).result
    },
  })
  const network = resolveNetwork({
    chainId: deployment.chainId,
    rpcUrls: [deployment.rpcUrl],
    poolFactory: deployment.contracts.poolFactory,
  })
  const client = createClient({ chain: network.chain, transport })
  const account = deployment.accounts[0]?.address
  const registry = await getPoolRegistry(client, network)
  let snapshot = await getSnapshot(client, network, registry, account)
  let most = 0
  for (let refresh = 0; refresh < 10; refresh++) {
    requests = 0
    snapshot = await getSnapshot(client, network, registry, account)
    most = Math.max(most, requests)
  }
  if (snapshot.pools.length !== deployment.markets.length)
    throw new Error('Not every pool was read')
  return most
}

async function benchRequests(): Promise<void> {
  let most = 0
  for (const count of [5, 40, 200]) {
    const devnet = await startDevnet({ pastSec: 0, walk: false, markets: generateMarkets(count) })
    try {
      most = Math.max(most, await countRequests(devnet))
    } finally {
      await devnet.stop()
    }
  }
  report('rpc-requests-per-refresh', most, 'requests')
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

for (const { name, value, unit } of measureHistory()) report(name, value.toFixed(1), unit)
await benchProjection()
await benchFirstLoad()
await benchRequests()
await benchDevnet()
await benchBrowser()
await benchTicket()
await benchLighthouse()
