import { expect, type Page } from '@playwright/test'

/** What a page may move in all, as Chromium scores layout shifts; its own "good" ends at 0.1. */
const MOST = 0.02

/** One layout shift that no click or key had caused. */
interface Shift {
  readonly score: number
  /** What moved, and from where to where. */
  readonly moved: readonly string[]
}

/** Notes what moves, from the next load of the page on. */
export async function watchShifts(page: Page): Promise<void> {
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

/** Fails when more has moved since the page was loaded than no one would notice. */
export async function expectNoLayoutShift(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts)
  const total = shifts.reduce((sum, { score }) => sum + score, 0)
  expect(total, JSON.stringify(shifts, null, 2)).toBeLessThanOrEqual(MOST)
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
