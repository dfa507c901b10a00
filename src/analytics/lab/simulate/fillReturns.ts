import { expOf } from './portableMath'
import { type PriceModel, SECONDS_PER_YEAR } from './priceModel'
import { fillUint32, nextUint32, type RandomState } from './randomStream'
import { standardNormal } from './standardNormal'

/** Puts one path's log returns into `returns`, taking its random numbers from `state`. */
export type FillReturns = (returns: Float64Array, state: RandomState) => void

/** Jumps in one step beyond this many are not drawn; at a jump each hour, that many have a chance below 1e-16. */
const MAX_JUMPS_PER_STEP = 20
const TWO_TO_32 = 2 ** 32

/**
 * What draws the paths of a model.
 */
export function returnsOf(model: PriceModel, stepSec: number): FillReturns {
  const years = stepSec / SECONDS_PER_YEAR
  switch (model.kind) {
    case 'lognormal':
      return lognormal(model.annualDrift, model.annualVolatility, years)
    case 'jumps':
      return withJumps(model, years)
    case 'bootstrap':
      return bootstrap(model, years)
  }
}

function lognormal(annualDrift: number, annualVolatility: number, years: number): FillReturns {
  const mean = (annualDrift - (annualVolatility * annualVolatility) / 2) * years
  const deviation = annualVolatility * Math.sqrt(years)
  let uniforms = new Uint32Array(0)
  return (returns, state) => {
    if (uniforms.length !== returns.length) uniforms = new Uint32Array(returns.length)
    fillUint32(uniforms, state)
    for (let i = 0; i < returns.length; i++)
      returns[i] = mean + deviation * standardNormal(uniforms[i] as number)
  }
}

function withJumps(model: Extract<PriceModel, { kind: 'jumps' }>, years: number): FillReturns {
  const { jumpsPerYear, jumpMean, jumpDeviation } = model
  // Jumps have a mean of their own, which the drift makes up for.
  const growthOfJump = expOf(jumpMean + (jumpDeviation * jumpDeviation) / 2) - 1
  const diffusion = lognormal(
    model.annualDrift - jumpsPerYear * growthOfJump,
    model.annualVolatility,
    years,
  )
  const thresholds = poissonThresholds(jumpsPerYear * years)
  return (returns, state) => {
    diffusion(returns, state)
    for (let i = 0; i < returns.length; i++) {
      const uniform = nextUint32(state)
      let jumps = 0
      while (jumps < MAX_JUMPS_PER_STEP && uniform >= (thresholds[jumps] as number)) jumps++
      if (jumps === 0) continue
      const noise = jumpDeviation * Math.sqrt(jumps) * standardNormal(nextUint32(state))
      returns[i] = (returns[i] as number) + jumps * jumpMean + noise
    }
  }
}

/** Where a uniform 32-bit number has to be below for at most 0, 1, 2 … events of a Poisson process. */
function poissonThresholds(mean: number): Float64Array {
  const thresholds = new Float64Array(MAX_JUMPS_PER_STEP)
  let chance = expOf(-mean)
  let sum = 0
  for (let events = 0; events < MAX_JUMPS_PER_STEP; events++) {
    sum += chance
    thresholds[events] = sum * TWO_TO_32
    chance *= mean / (events + 1)
  }
  return thresholds
}

function bootstrap(model: Extract<PriceModel, { kind: 'bootstrap' }>, years: number): FillReturns {
  const { logReturns, blockLength, annualDrift } = model
  const past = annualDrift === undefined ? logReturns : recentered(logReturns, annualDrift, years)
  const count = past.length
  return (returns, state) => {
    let at = 0
    for (let i = 0; i < returns.length; i++) {
      // The past is a ring: each return is as likely as any other, so the mean is kept.
      if (i % blockLength === 0) at = Math.floor((nextUint32(state) / TWO_TO_32) * count)
      returns[i] = past[at] as number
      at = at + 1 === count ? 0 : at + 1
    }
  }
}

function recentered(logReturns: Float64Array, annualDrift: number, years: number): Float64Array {
  let sum = 0
  for (const value of logReturns) sum += value
  const mean = sum / logReturns.length
  let squares = 0
  for (const value of logReturns) squares += (value - mean) * (value - mean)
  const wanted = annualDrift * years - squares / logReturns.length / 2
  return logReturns.map((value) => value - mean + wanted)
}
