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

/** Milliseconds that this process computed, whatever else the machine does. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/**
 * What a simulation cannot do without, in plain JavaScript: for each upkeep a lognormal step, an average of eight, the transfer and
 * the fee. Returns a figure so that nothing of it can be left out.
 */
function bareLoop(paths: number, upkeeps: number): number {
  const ring = new Float64Array(8)
  let state = 1
  let sumOfLong = 0
  const uniform = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
  for (let path = 0; path < paths; path++) {
    let [long, short, price, last, sum, oldest] = [3e12, 2e12, 1, 1, 8, 0]
    ring.fill(1)
    for (let upkeep = 0; upkeep < upkeeps; upkeep++) {
      const normal = Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform())
      price *= Math.exp(0.0085 * normal - 0.000036)
      sum += price - (ring[oldest] as number)
      ring[oldest] = price
      oldest = (oldest + 1) & 7
      const average = sum / 8
      long *= 0.999999
      short *= 0.999999
      const ratio = average >= last ? last / average : average / last
      const share = Math.tanh(3 * (1 - ratio))
      const moved = average >= last ? share * short : -share * long
      long += moved
      short -= moved
      last = average
    }
    sumOfLong += long
  }
  return sumOfLong
}

/** Processor time of the simulation in one thread, and how many times that of the bare loop it is: this holds on a busy machine too. */
function compareWithBareLoop(simulateOnce: (seed: number) => Iterator<unknown>): Figure[] {
  const timed = (work: () => unknown) => {
    const startMs = cpuMs()
    work()
    return cpuMs() - startMs
  }
  const rounds = Array.from({ length: ROUNDS + 1 }, (_, seed) => ({
    ours: timed(() => runSteps(simulateOnce(seed))),
    bare: timed(() => bareLoop(10_000, 720)),
  })).slice(1)
  const ours = median(rounds.map((round) => round.ours))
  const bare = median(rounds.map((round) => round.bare))
  return [
    { name: 'simulate-10000x720-cpu', value: ours, unit: 'ms' },
    { name: 'bare-loop-10000x720-cpu', value: bare, unit: 'ms' },
    { name: 'simulate-10000x720-of-bare-loop', value: ours / bare, unit: 'times' },
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
  // In this thread, as one worker does it; the hedge is adjusted at each upkeep, which the page does once a day.
  const simulateOnce = (seed: number) =>
    simulate({
      pool,
      flows: { kind: 'halfLife', halfLifeSec: 86_400 },
      hedge: { side: 'short', annualCarry: 0.1, adjustEvery: 1 },
      model: { kind: 'lognormal', annualDrift: 0, annualVolatility: 0.8 },
      paths: 10_000,
      upkeeps: 720,
      seed,
    })
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
    ...medianRun('simulate-10000x720', simulateOnce),
    ...compareWithBareLoop(simulateOnce),
    { name: 'decay-point', value: median(decayMs), unit: 'ms' },
  ]
}
