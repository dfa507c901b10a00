import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { appEnvironment } from '../devnet/appEnvironment'
import { startDevnet } from '../devnet/devnet'
import { generateMarkets } from '../devnet/markets'
import { RPC_PATH, serveApp } from '../e2e/serveApp'
import { findChromium } from '../scripts/chromium'
import type { Figure } from './projection'

const POOLS = 200
const REFRESHES = 40

/** How the built app does in Chromium with 200 pools: the first table, and what a second with its refresh costs. */
export async function measureBrowser(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-pools-bench-'))
  const devnet = await startDevnet({ pastSec: 0, walk: true, markets: generateMarkets(POOLS) })
  Object.assign(process.env, appEnvironment(devnet.deployment), { VITE_RPC_URLS: RPC_PATH })
  await build({ logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } })
  const served = await serveApp(folder, devnet.rpcUrl)
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(served.url)
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-market]').length === count,
      POOLS,
    )
    const firstTableMs = await page.evaluate(() => performance.now())

    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const busyMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
    }
    const costs: number[] = []
    for (let refresh = 0; refresh < REFRESHES; refresh++) {
      const before = await busyMs()
      await page.waitForResponse((response) => response.url().endsWith(RPC_PATH))
      // Everything that follows the answer: decoding, computing, drawing.
      await page.waitForTimeout(500)
      costs.push((await busyMs()) - before)
    }
    costs.sort((a, b) => a - b)
    return [
      { name: 'markets-first-table', value: firstTableMs, unit: 'ms' },
      {
        name: 'refresh-main-thread',
        value: costs[Math.floor(costs.length * 0.95)] ?? Number.NaN,
        unit: 'ms',
      },
    ]
  } finally {
    await browser.close()
    await served.stop()
    await devnet.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
