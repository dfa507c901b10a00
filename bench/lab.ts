import { annualDecay } from '../src/analytics/lab/decay/annualDecay'
import { presetPath } from '../src/analytics/lab/prices/presetPath'
import { makeUpPool } from '../src/analytics/lab/replay/makeUpPool'
import { replay } from '../src/analytics/lab/replay/replay'
import { simulate } from '../src/analytics/lab/simulate/simulate'
import { simulatedPool } from '../src/analytics/lab/simulate/simulatedPool'
import { WAD } from '../src/protocol/wad'
import type { Figure } from './projection'
import { median } from './statistics'

const START_SEC = 1_650_000_000
const HOUR_SEC = 3_600
const UPKEEPS_PER_YEAR = 8_760
const ROUNDS = 5

/** A 3x pool with an hourly upkeep, an SMA of eight hours, fees, and keepers at 0.1 gwei. */
const POOL = {
  ...makeUpPool(
    {
      leverage: 3,
      smaPeriods: 8,
      updateIntervalSec: HOUR_SEC,
      frontRunningIntervalSec: 8 * HOUR_SEC,
      annualFeeWad: WAD / 100n,
      mintingFeeWad: WAD / 200n,
      burningFeeWad: WAD / 200n,
      longBalance: 3_000_000n * 10n ** 6n,
      shortBalance: 2_000_000n * 10n ** 6n,
    },
    START_SEC,
    1_500n * WAD,
  ),
  keeper: {
    gasPriceWei: 10n ** 8n,
    settlementEthPriceWad: 1_500n * WAD,
    settlementTokenDecimals: 6n,
  },
}

interface Run {
  readonly tookMs: number
  readonly longestMs: number
}

/** Runs a generator to its end: how long that takes, and the longest of its steps. */
function runSteps(steps: Iterator<unknown>): Run {
  const startMs = performance.now()
  let longestMs = 0
  for (;;) {
    const stepMs = performance.now()
    const { done } = steps.next()
    longestMs = Math.max(longestMs, performance.now() - stepMs)
    if (done) return { tookMs: performance.now() - startMs, longestMs }
  }
}

/** Medians of some rounds; the first is the compiler's. */
function medianRun(name: string, makeSteps: (round: number) => Iterator<unknown>): Figure[] {
  const runs = Array.from({ length: ROUNDS + 1 }, (_, round) => runSteps(makeSteps(round))).slice(1)
  return [
    { name, value: median(runs.map(({ tookMs }) => tookMs)), unit: 'ms' },
    { name: `${name}-longest-step`, value: median(runs.map((run) => run.longestMs)), unit: 'ms' },
  ]
}

/** The lab's engines: a year of exact upkeeps, ten thousand paths of a month, one point of the decay curve. */
export function measureLab(): Figure[] {
  const path = presetPath('chop', {
    startPriceWad: 1_500n * WAD,
    startSec: START_SEC,
    stepSec: HOUR_SEC,
    upkeeps: UPKEEPS_PER_YEAR,
    seed: 1,
  })
  const { keeper } = POOL
  const pool = simulatedPool(POOL)
  const decayMs = Array.from({ length: ROUNDS + 1 }, () => {
    const startMs = performance.now()
    annualDecay({
      leverage: 3,
      annualVolatility: 0.8,
      smaPeriods: 8,
      updateIntervalSec: HOUR_SEC,
      flows: { kind: 'immediate' },
      mintingFee: 0.005,
      burningFee: 0,
    })
    return performance.now() - startMs
  }).slice(1)
  return [
    ...medianRun('replay-8760', () =>
      replay({ pool: POOL, path, keeper, flows: { kind: 'none' } }),
    ),
    ...medianRun('replay-8760-flows', () =>
      replay({ pool: POOL, path, keeper, flows: { kind: 'halfLife', halfLifeSec: 86_400 } }),
    ),
    ...medianRun('simulate-10000x720', (seed) =>
      simulate({
        pool,
        flows: { kind: 'halfLife', halfLifeSec: 86_400 },
        hedge: { side: 'short', annualCarry: 0.1, adjustEvery: 1 },
        model: { kind: 'lognormal', annualDrift: 0, annualVolatility: 0.8 },
        paths: 10_000,
        upkeeps: 720,
        seed,
      }),
    ),
    { name: 'decay-point', value: median(decayMs), unit: 'ms' },
  ]
}
