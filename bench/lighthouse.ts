import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse, { type Flags, type Result } from 'lighthouse'
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
/** What the preset slows the machine down by to make it a middling telephone, and the slowest machine that is right for. */
const PRESET_SLOWDOWN = 4
const PRESET_LEAST_INDEX = 1_500

/**
 * What Lighthouse says of the built app on its slow telephone, with a living devnet behind it. Where the machine itself is slower
 * than the preset supposes, the performance on a telephone as fast as that of the preset is measured too, by the calibration
 * that Lighthouse's documentation (docs/throttling.md) asks for on such machines.
 */
export function measureLighthouse(): Promise<GoalFigure[]> {
  return withServedApp({ pastSec: 3 * 3_600 }, async (appUrl, { deployment }) => {
    const pages = { markets: appUrl, pool: `${appUrl}#/pool/${deployment.markets[0]?.pool}` }
    const figures: GoalFigure[] = []
    for (const [page, url] of Object.entries(pages)) {
      const results = await auditPage(url)
      const index = machineIndex(results)
      figures.push(...figuresOf(page, results), {
        // The slow telephone is a fourth of the machine, whatever that is.
        name: `lighthouse-${page}-machine`,
        value: index,
        unit: 'benchmarkIndex',
        isReached: true,
      })
      if (index >= PRESET_LEAST_INDEX) continue
      const slowdown = Number(((PRESET_SLOWDOWN * index) / PRESET_LEAST_INDEX).toFixed(1))
      const calibrated = await auditPage(url, { throttling: { cpuSlowdownMultiplier: slowdown } })
      figures.push({
        ...scoreOf(page, calibrated, 'performance'),
        name: `lighthouse-${page}-performance-slowed-down-by-${slowdown}`,
      })
    }
    return figures
  })
}

async function auditPage(url: string, flags: Flags = {}): Promise<Result[]> {
  const results: Result[] = []
  for (let run = 0; run < RUNS; run++) results.push(await auditOnce(url, flags))
  return results
}

/** @throws Error when Lighthouse could not load the page, with its own words */
async function auditOnce(url: string, flags: Flags): Promise<Result> {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: findChromium('full'),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  })
  try {
    const onlyCategories = Object.keys(LEAST_SCORES)
    const answer = await lighthouse(url, { port, onlyCategories, logLevel: 'error', ...flags })
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
    scoreOf(page, results, 'performance'),
    scoreOf(page, results, 'accessibility'),
    scoreOf(page, results, 'best-practices'),
    {
      name: `lighthouse-${page}-layout-shift`,
      value: Number(shift.toFixed(4)),
      unit: 'CLS',
      isReached: shift <= MOST_SHIFT,
    },
  ]
}

function scoreOf(
  page: string,
  results: readonly Result[],
  category: keyof typeof LEAST_SCORES,
): GoalFigure {
  const scores = results.map(({ categories }) => categories[category]?.score ?? Number.NaN)
  const value = Math.round(100 * median(scores))
  const isReached = value >= LEAST_SCORES[category]
  return { name: `lighthouse-${page}-${category}`, value, unit: 'points', isReached }
}

function machineIndex(results: readonly Result[]): number {
  return Math.round(median(results.map(({ environment }) => environment.benchmarkIndex)))
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
