import type { Page } from '@playwright/test'
import { marketOf } from '../devnet/marketOf'
import { passUpkeeps } from './chainState'
import { type AppPage, expect, test } from './fixtures'

/** What a page may move in all, as Chromium scores layout shifts; its own "good" ends at 0.1. */
const MOST = 0.02

/** The pages, and what stands on them when the first data has come. */
const PAGES = {
  'the list': {
    open: (app: AppPage) => app.open(),
    isThere: (page: Page) => page.getByRole('link', { name: '3-ETH/USD+USDC' }).first(),
  },
  'a pool': {
    open: (app: AppPage, pool: string) => app.open(`/pool/${pool}`),
    isThere: (page: Page) => page.getByText(/^\d+ rebalances\./),
  },
} as const

for (const width of [390, 1440])
  for (const [name, { open, isThere }] of Object.entries(PAGES))
    for (const visitor of ['a stranger', 'a connected wallet'] as const)
      test(`nothing jumps on ${name} for ${visitor}, ${width} px`, async ({ app, devnet }) => {
        const market = marketOf(devnet, '1-BTC/USD+USDC')
        const { page } = app
        await page.setViewportSize({ width, height: 900 })
        await watchShifts(page)
        await open(app, market.pool)
        await expect(isThere(page)).toBeVisible({ timeout: 30_000 })
        if (visitor === 'a connected wallet') {
          await app.connect('Alice')
          // As the next visit finds it: the wallet connects again while the first data comes.
          await page.reload()
          await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
          await expect(isThere(page)).toBeVisible({ timeout: 30_000 })
        }
        for (let upkeep = 0; upkeep < 2; upkeep++) {
          await passUpkeeps(devnet, market)
          await page.waitForTimeout(3_000)
        }
        const shifts = await shiftsOf(page)
        const total = shifts.reduce((sum, { score }) => sum + score, 0)
        expect(total, JSON.stringify(shifts, null, 2)).toBeLessThanOrEqual(MOST)
      })

/** One layout shift that no click or key had caused. */
interface Shift {
  readonly score: number
  /** What moved, and from where to where. */
  readonly moved: readonly string[]
}

/** From the next load of the page on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    const describe = ({ node, previousRect, currentRect }: LayoutShiftSource) => {
      const element = node instanceof Element ? node : node?.parentElement
      const text = element?.textContent?.trim().slice(0, 40)
      const place = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`
      return `${element?.tagName} "${text}" ${place(previousRect)} → ${place(currentRect)}`
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShiftEntry[])
        if (!entry.hadRecentInput)
          shifts.push({ score: entry.value, moved: entry.sources.map(describe) })
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

function shiftsOf(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts)
}

/** Chromium's, which TypeScript's DOM does not know. */
interface LayoutShiftEntry extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly LayoutShiftSource[]
}

interface LayoutShiftSource {
  readonly node: Node | null
  readonly previousRect: DOMRectReadOnly
  readonly currentRect: DOMRectReadOnly
}
