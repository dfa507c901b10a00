import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { findChromium } from '../scripts/chromium'
import type { Figure } from './projection'
import { withServedApp } from './servedApp'
import { median } from './statistics'

/** A figure with what it has to reach. */
export interface GoalFigure extends Figure {
  readonly isReached: boolean
}

/** Scores as people know them, up to 100 points. */
const LEAST_SCORES = { performance: 90, accessibility: 100, 'best-practices': 100 } as const
const MOST_SHIFT = 0.02
/** Of each page; the median counts. */
const RUNS = 3

/** What Lighthouse says of the built app on its slow telephone, with a living devnet behind it. */
export function measureLighthouse(): Promise<GoalFigure[]> {
  return withServedApp({ pastSec: 3 * 3_600 }, async (appUrl, { deployment }) => {
    const pages = { markets: appUrl, pool: `${appUrl}#/pool/${deployment.markets[0]?.pool}` }
    const figures: GoalFigure[] = []
    for (const [page, url] of Object.entries(pages)) {
      const results: Result[] = []
      for (let run = 0; run < RUNS; run++) results.push(await auditPage(url))
      figures.push(...figuresOf(page, results), machineOf(page, results))
    }
    return figures
  })
}

/** @throws Error when Lighthouse could not load the page, with its own words */
async function auditPage(url: string): Promise<Result> {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  })
  try {
    const onlyCategories = Object.keys(LEAST_SCORES)
    const answer = await lighthouse(url, { port, onlyCategories, logLevel: 'error' })
    if (answer === undefined) throw new Error(`Lighthouse said nothing of ${url}`)
    if (answer.lhr.runtimeError !== undefined) throw new Error(answer.lhr.runtimeError.message)
    return answer.lhr
  } finally {
    await browser.close()
  }
}

function figuresOf(page: string, results: readonly Result[]): GoalFigure[] {
  const shift = median(
    results.map(({ audits }) => audits['cumulative-layout-shift']?.numericValue ?? Number.NaN),
  )
  return [
    ...Object.entries(LEAST_SCORES).map(([category, least]) => {
      const scores = results.map(({ categories }) => categories[category]?.score ?? Number.NaN)
      const value = Math.round(100 * median(scores))
      const name = `lighthouse-${page}-${category}`
      return { name, value, unit: 'points', isReached: value >= least }
    }),
    {
      name: `lighthouse-${page}-layout-shift`,
      value: Number(shift.toFixed(4)),
      unit: 'CLS',
      isReached: shift <= MOST_SHIFT,
    },
  ]
}

/** How fast the machine was meanwhile: Lighthouse's slow telephone is a fourth of it, whatever it is. */
function machineOf(page: string, results: readonly Result[]): GoalFigure {
  const value = Math.round(median(results.map(({ environment }) => environment.benchmarkIndex)))
  return { name: `lighthouse-${page}-machine`, value, unit: 'benchmarkIndex', isReached: true }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
