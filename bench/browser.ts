import { chromium } from '@playwright/test'
import { generateMarkets } from '../devnet/markets'
import { RPC_PATH } from '../e2e/serveApp'
import { findChromium } from '../scripts/chromium'
import type { Figure } from './projection'
import { withServedApp } from './servedApp'

const POOLS = 200
const REFRESHES = 40

/** How the built app does in Chromium with 200 pools: the first table, and what a second with its refresh costs. */
export function measureBrowser(): Promise<Figure[]> {
  return withServedApp({ pastSec: 0, walk: true, markets: generateMarkets(POOLS) }, measure)
}

async function measure(appUrl: string): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(appUrl)
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
  }
}
