import { MAX_FAN_TIMES, MAX_PATHS, MAX_SIMULATED_UPKEEPS } from '../labBounds'
import { returnsOf } from './fillReturns'
import { type PathTerms, preparePath, RECORDED } from './poolPath'
import type { HeldBeside } from './positions'
import type { PriceModel } from './priceModel'
import { type RandomState, seedStream } from './randomStream'

/** Everything that decides a simulation: the same input gives the same result, however many workers compute it. */
export interface SimulationInput extends PathTerms, HeldBeside {
  readonly model: PriceModel
  /** 1 to 10,000. */
  readonly paths: number
  /** Upkeeps of each path, at most a year of hourly ones. */
  readonly upkeeps: number
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number
}

/** Upkeeps, of all its paths together, that a block computes: some 20 ms, so that a page without workers stays responsive. */
const UPKEEPS_PER_BLOCK = 150_000
const MAX_PATHS_PER_BLOCK = 250

function pathsPerBlock(upkeeps: number): number {
  return Math.min(MAX_PATHS_PER_BLOCK, Math.max(1, Math.floor(UPKEEPS_PER_BLOCK / upkeeps)))
}

/** Some paths of a simulation. */
export interface SimulatedBlock {
  readonly firstPath: number
  readonly paths: number
  /** By recorded figure, then time, then path: (figure · times + time) · paths + path. */
  readonly fan: Float32Array<ArrayBuffer>
  /** The figures at the end, in full precision: figure · paths + path. */
  readonly ends: Float64Array<ArrayBuffer>
}

/** Upkeeps at which the fan is kept, from 0 to the last: evenly, at most {@link MAX_FAN_TIMES}. */
export function fanTimes(upkeeps: number): Int32Array<ArrayBuffer> {
  const times = Math.min(MAX_FAN_TIMES, upkeeps + 1)
  return Int32Array.from({ length: times }, (_, i) => Math.round((i * upkeeps) / (times - 1)))
}

/** First paths of the blocks that a simulation consists of. */
export function blockStarts({
  paths,
  upkeeps,
}: Pick<SimulationInput, 'paths' | 'upkeeps'>): number[] {
  const each = pathsPerBlock(upkeeps)
  return Array.from({ length: Math.ceil(paths / each) }, (_, i) => i * each)
}

/**
 * Prepares a simulation.
 *
 * @returns Computes the block that begins with a path
 * @throws RangeError for an input beyond its bounds
 */
export function prepareBlocks(input: SimulationInput): (firstPath: number) => SimulatedBlock {
  requireBounds(input)
  const times = fanTimes(input.upkeeps)
  const fill = returnsOf(input.model, input.pool.updateIntervalSec)
  const returns = new Float64Array(input.upkeeps)
  const state: RandomState = new Int32Array(4)
  let block: SimulatedBlock
  let path = 0
  const run = preparePath(input, times, (time, record) => {
    const { fan, ends, paths } = block
    for (let figure = 0; figure < RECORDED.length; figure++) {
      fan[(figure * times.length + time) * paths + path] = record[figure] as number
      // The last time that is kept is the end.
      ends[figure * paths + path] = record[figure] as number
    }
  })
  return (firstPath) => {
    const paths = Math.min(pathsPerBlock(input.upkeeps), input.paths - firstPath)
    block = {
      firstPath,
      paths,
      fan: new Float32Array(RECORDED.length * times.length * paths),
      ends: new Float64Array(RECORDED.length * paths),
    }
    for (path = 0; path < paths; path++) {
      seedStream(state, input.seed, firstPath + path)
      fill(returns, state)
      run(returns)
    }
    return block
  }
}

function requireBounds({ paths, upkeeps, seed, pool, model, hedge }: SimulationInput): void {
  requireWhole('paths', paths, 1, MAX_PATHS)
  requireWhole('upkeeps', upkeeps, 1, MAX_SIMULATED_UPKEEPS)
  requireWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER)
  requireWhole('hedge.adjustEvery', hedge.adjustEvery, 1, MAX_SIMULATED_UPKEEPS)
  if (!(pool.longBalance >= 1 && pool.shortBalance >= 1))
    throw new RangeError('both sides of the pool need a balance')
  if (model.kind !== 'bootstrap') return
  requireWhole('blockLength', model.blockLength, 1, MAX_SIMULATED_UPKEEPS)
  if (model.logReturns.length === 0) throw new RangeError('a bootstrap needs returns')
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${name} is ${value}, not a whole number from ${least} to ${most}`)
}
