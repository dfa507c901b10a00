import type { Estimate } from '../estimate'
import type { FlowsModel } from '../flowsModel'
import { returnsOf } from '../simulate/fillReturns'
import { LONG, preparePath, SHORT } from '../simulate/poolPath'
import { SECONDS_PER_YEAR } from '../simulate/priceModel'
import { type RandomState, seedStream } from '../simulate/randomStream'
import type { SimulatedPool } from '../simulate/simulatedPool'

/** Everything that volatility decay depends on. */
export interface DecayTerms {
  readonly leverage: number
  /** Of the index, per year; 1 = 100%. */
  readonly annualVolatility: number
  /** Samples of the SMA, one per upkeep; 0 for a spot oracle. */
  readonly smaPeriods: number
  readonly updateIntervalSec: number
  readonly flows: FlowsModel
  /** Paid by those who flip, 0 to 1: it stays with the holders of the side that they join. */
  readonly mintingFee: number
  /** Paid by those who flip, 0 to 1: it stays with the holders of the side that they leave. */
  readonly burningFee: number
}

/** Decay per year. Estimates. */
export interface Decay {
  /** What is lost per year, 0 to 1; negative where fees give back more than is lost. */
  readonly perYear: Estimate
  /** Of `perYear`. */
  readonly standardError: Estimate
}

/** Settlement units of each side: so many that none is cut. */
const SIDE = 1e18
const PATHS = 8
/** Upkeeps of one path, at least: shorter ones would show how the pool starts instead of what it does. */
const LEAST_UPKEEPS = 2_000
const MOST_UPKEEPS = 10_000
const SEED = 3

/**
 * What a long and a short token lose per year to volatility, on average of their log returns, in a pool that starts even, on
 * an index that goes up as often and as far as down. That mean takes the direction out: it is what is lost on a path that
 * goes nowhere, by the token that is held and the one that is not alike.
 *
 * A simulation of eight paths of up to a year, with the same random numbers for all terms so that a curve is smooth; some
 * milliseconds.
 */
export function annualDecay(terms: DecayTerms): Decay {
  const steps = annualDecaySteps(terms)
  let next = steps.next()
  while (!next.done) next = steps.next()
  return next.value
}

/** The same as a generator that yields after each path: before the browser has compiled the loop, eight take too long at once. */
export function* annualDecaySteps(terms: DecayTerms): Generator<void, Decay> {
  const upkeeps = Math.round(
    Math.min(MOST_UPKEEPS, Math.max(LEAST_UPKEEPS, SECONDS_PER_YEAR / terms.updateIntervalSec)),
  )
  const years = (upkeeps * terms.updateIntervalSec) / SECONDS_PER_YEAR
  let meanLog = 0
  const run = preparePath(
    {
      pool: evenPool(terms),
      flows: terms.flows,
      hedge: { side: 'long', annualCarry: 0, adjustEvery: upkeeps },
    },
    Int32Array.of(upkeeps),
    (_, record) => {
      meanLog = (Math.log(record[LONG] as number) + Math.log(record[SHORT] as number)) / 2
    },
  )
  const { annualVolatility } = terms
  // This drift makes the mean of the log returns zero.
  const annualDrift = annualVolatility ** 2 / 2
  const fill = returnsOf(
    { kind: 'lognormal', annualDrift, annualVolatility },
    terms.updateIntervalSec,
  )
  const returns = new Float64Array(upkeeps)
  const state: RandomState = new Int32Array(4)
  let sum = 0
  let squares = 0
  for (let path = 0; path < PATHS; path++) {
    seedStream(state, SEED, path)
    fill(returns, state)
    run(returns)
    sum += meanLog / years
    squares += (meanLog / years) ** 2
    yield
  }
  const mean = sum / PATHS
  const deviation = Math.sqrt(Math.max(0, squares - PATHS * mean ** 2) / (PATHS - 1) / PATHS)
  return { perYear: -Math.expm1(mean), standardError: deviation * Math.exp(mean) }
}

/** A pool that starts even, without a management fee and keeper rewards. */
export function evenPool(terms: DecayTerms): SimulatedPool {
  return {
    leverage: terms.leverage,
    updateIntervalSec: terms.updateIntervalSec,
    smaPeriods: terms.smaPeriods,
    upkeepsPerSample: 1,
    samples: Array.from({ length: terms.smaPeriods }, () => 1),
    executionPrice: 1,
    fee: 0,
    mintingFee: terms.mintingFee,
    burningFee: terms.burningFee,
    longBalance: SIDE,
    shortBalance: SIDE,
    keeperReward: 0,
  }
}
