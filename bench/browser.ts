import { type Browser, chromium } from '@playwright/test'
import { pageFunctions } from 'lighthouse/core/lib/page-functions.js'
import { type Devnet, startDevnet } from '../devnet/devnet'
import { generateMarkets } from '../devnet/markets'
import { findChromium } from '../scripts/chromium'
import type { Figure } from './projection'
import { openQuietPage, type QuietPage } from './quietPage'
import { withAppOn } from './servedApp'
import { median, percentile95 } from './statistics'

/** As in the field, some more, and as many as it was once built for. */
const COUNTS = [5, 20, 200]
/** For what is measured with many pools only. */
const MANY = 200
const REFRESHES = 100
const EARLY = 50
const LATE = 500
/** The shortest pause that the app can be set to. */
const SHORT_PAUSE_MS = '500'
/** Long enough for two seconds without a refresh between two of them. */
const LONG_PAUSE_MS = '4000'
/** While what was just loaded is compiled and tidied up. */
const WARM_UP_REFRESHES = 10
/** As long as a refresh is to be seen: changed figures go out up to one and a half seconds after it. */
const WINDOW_MS = 2_000
/** Of the window, before what was read is shown: the request and the answer. */
const BEFORE_SHOWN_MS = 200
const SCREEN = { width: 1_440, height: 900 }

/** How the built app does in Chromium with 5, 20 and 200 pools, all of them changing each second. */
export async function measureBrowser(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of COUNTS) figures.push(...(await measureWith(count)))
  return figures
}

async function measureWith(count: number): Promise<Figure[]> {
  const devnet = await startDevnet({
    pastSec: 0,
    walk: true,
    markets: generateMarkets(count),
  })
  const browser = await chromium.launch({
    executablePath: findChromium('full'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const variables = { VITE_REFRESH_MS: LONG_PAUSE_MS }
    const refresh = await onMarkets(browser, devnet, variables, measureRefreshes)
    const named = refresh.map((figure) => ({ ...figure, name: `${figure.name}-${count}` }))
    return count < MANY ? named : [...named, ...(await measureMany(browser, devnet))]
  } finally {
    await browser.close()
    await devnet.stop()
  }
}

async function measureMany(browser: Browser, devnet: Devnet): Promise<Figure[]> {
  const figures = await onMarkets(browser, devnet, {}, async (page) => [
    {
      name: 'markets-first-table',
      value: await page.evaluate<number>('performance.now()'),
      unit: 'ms',
    },
    { name: 'scroll-frame', value: await measureScrolling(page), unit: 'ms' },
  ])
  const variables = { VITE_REFRESH_MS: SHORT_PAUSE_MS }
  const growth = await onMarkets(browser, devnet, variables, measureHeapGrowth)
  return [...figures, { name: 'heap-growth-500-refreshes', value: growth, unit: '%' }]
}

/** Serves the app, built with some variables, and opens the list, with all pools in it. */
function onMarkets<result>(
  browser: Browser,
  devnet: Devnet,
  variables: Readonly<Record<string, string>>,
  measure: (page: QuietPage) => Promise<result>,
): Promise<result> {
  const count = devnet.deployment.markets.length
  return withAppOn(devnet, variables, async (appUrl) => {
    const page = await openQuietPage(browser, appUrl, SCREEN)
    try {
      await page.evaluate(
        `(async () => {
          while (document.querySelectorAll('[data-market]').length < ${count}) {
            const buttons = [...document.querySelectorAll('button')]
            buttons.find(({ textContent }) => textContent === 'Show more markets')?.click()
            await new Promise(requestAnimationFrame)
          }
        })()`,
      )
      await page.send('Performance.enable', { timeDomain: 'threadTicks' })
      return await measure(page)
    } finally {
      await page.close()
    }
  })
}

/**
 * Main-thread time of two seconds with a refresh in them, 95th percentile, milliseconds: request, answer, everything drawn,
 * changed figures going on and off, and the clock's ticks. Beside it that of two seconds between, which have the ticks alone,
 * and the difference: what the refresh itself costs; and how fast the machine is, in Lighthouse's measure.
 */
async function measureRefreshes(page: QuietPage): Promise<Figure[]> {
  const busyMs = async () => 1_000 * (await metric(page, 'TaskDuration'))
  const refreshing: number[] = []
  const ticking: number[] = []
  const machine = [await machineIndex(page)]
  for (let refresh = 0; refresh < WARM_UP_REFRESHES; refresh++) await nextRefresh(page)
  await pause(WINDOW_MS - BEFORE_SHOWN_MS)
  for (let refresh = 0; refresh < REFRESHES; refresh++) {
    const quiet = await busyMs()
    await pause(WINDOW_MS)
    const before = await busyMs()
    await nextRefresh(page)
    await pause(WINDOW_MS - BEFORE_SHOWN_MS)
    const after = await busyMs()
    ticking.push(before - quiet)
    refreshing.push(after - before)
  }
  machine.push(await machineIndex(page))
  const whole = percentile95(refreshing)
  const tick = median(ticking)
  return [
    { name: 'refresh-seconds-main-thread', value: whole, unit: 'ms' },
    { name: 'tick-seconds-main-thread', value: tick, unit: 'ms' },
    { name: 'refresh-main-thread', value: whole - tick, unit: 'ms' },
    { name: 'refresh-main-thread-median', value: median(refreshing) - tick, unit: 'ms' },
    { name: 'refresh-machine', value: median(machine), unit: 'benchmarkIndex' },
  ]
}

/** Time between two frames while the list is scrolled through from top to bottom, 95th percentile, milliseconds. */
async function measureScrolling(page: QuietPage): Promise<number> {
  const frames = await page.evaluate<number[]>(
    `(async () => {
      const frames = []
      const bottom = document.documentElement.scrollHeight - window.innerHeight
      let last = await new Promise(requestAnimationFrame)
      while (window.scrollY < bottom) {
        window.scrollBy(0, 40)
        const now = await new Promise(requestAnimationFrame)
        frames.push(now - last)
        last = now
      }
      window.scrollTo(0, 0)
      return frames
    })()`,
  )
  return percentile95(frames)
}

/** By how much the heap after 500 refreshes is larger than after 50, percent. */
async function measureHeapGrowth(page: QuietPage): Promise<number> {
  const heapBytes = async () => {
    await page.send('HeapProfiler.collectGarbage')
    return metric(page, 'JSHeapUsedSize')
  }
  for (let refresh = 0; refresh < EARLY; refresh++) await nextRefresh(page)
  const early = await heapBytes()
  for (let refresh = EARLY; refresh < LATE; refresh++) await nextRefresh(page)
  return 100 * ((await heapBytes()) / early - 1)
}

/** Waits until the block that the page says it shows is another one. */
async function nextRefresh(page: QuietPage): Promise<void> {
  await page.evaluate(
    `new Promise((resolve) => {
      const status = document.querySelector('[data-block]')
      const observer = new MutationObserver(() => {
        observer.disconnect()
        resolve()
      })
      observer.observe(status, { attributeFilter: ['data-block'] })
    })`,
  )
}

async function metric(page: QuietPage, wanted: string): Promise<number> {
  const { metrics } = (await page.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[]
  }
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
}

/** Of the page's own thread, some two seconds long. */
function machineIndex(page: QuietPage): Promise<number> {
  return page.evaluate(`(${pageFunctions.computeBenchmarkIndex.toString()})()`)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
