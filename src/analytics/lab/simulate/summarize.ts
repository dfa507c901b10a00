import { describeEnd } from './describeEnd'
import { FAN_PERCENTILES, type Fan, type SimulationResult } from './outcome'
import { HEDGED, INDEX, LONG, SHORT } from './poolPath'
import { selectKth } from './selectKth'
import { fanTimes, type SimulatedBlock, type SimulationInput } from './simulation'

/** Where the values of a figure are in a block: one row, or the mean of two. */
const ROWS = {
  index: [INDEX],
  long: [LONG],
  short: [SHORT],
  straddle: [LONG, SHORT],
  hedged: [HEDGED],
} as const

type Figure = keyof typeof ROWS

/**
 * The result of all blocks of a simulation. Their order does not matter.
 *
 * @throws RangeError when blocks are missing
 */
export function summarize(
  input: Pick<SimulationInput, 'paths' | 'upkeeps'> & {
    readonly pool: { readonly updateIntervalSec: number }
  },
  blocks: readonly SimulatedBlock[],
): SimulationResult {
  const { paths, upkeeps } = input
  const ordered = blocks.toSorted((a, b) => a.firstPath - b.firstPath)
  if (ordered.reduce((sum, block) => sum + block.paths, 0) !== paths)
    throw new RangeError('blocks of the simulation are missing')
  const times = fanTimes(upkeeps)
  const timesSec = Array.from(times, (upkeep) => upkeep * input.pool.updateIntervalSec)
  const ofEach = <value>(make: (figure: Figure) => value): Record<Figure, value> => ({
    index: make('index'),
    long: make('long'),
    short: make('short'),
    straddle: make('straddle'),
    hedged: make('hedged'),
  })
  return {
    paths,
    upkeeps,
    fans: ofEach((figure) => fanOf(ordered, ROWS[figure], timesSec, paths)),
    ends: ofEach((figure) => describeEnd(endsOf(ordered, ROWS[figure], paths))),
  }
}

function fanOf(
  blocks: readonly SimulatedBlock[],
  rows: readonly number[],
  timesSec: readonly number[],
  paths: number,
): Fan {
  const column = new Float32Array(paths)
  const percentiles = FAN_PERCENTILES.map(() => new Float64Array(timesSec.length))
  for (let time = 0; time < timesSec.length; time++) {
    gather(column, blocks, rows, timesSec.length, time, 'fan')
    let from = 0
    FAN_PERCENTILES.forEach((percent, i) => {
      const k = Math.round(((paths - 1) * percent) / 100)
      const row = percentiles[i] as Float64Array
      row[time] = selectKth(column, k, paths, from)
      from = k
    })
  }
  return { timesSec, percentiles }
}

function endsOf(
  blocks: readonly SimulatedBlock[],
  rows: readonly number[],
  paths: number,
): Float64Array {
  const ends = new Float64Array(paths)
  gather(ends, blocks, rows, 1, 0, 'ends')
  return ends
}

/** Puts one figure at one time of all paths into `target`, in the order of the paths. */
function gather(
  target: Float32Array | Float64Array,
  blocks: readonly SimulatedBlock[],
  rows: readonly number[],
  times: number,
  time: number,
  source: 'fan' | 'ends',
): void {
  const weight = 1 / rows.length
  for (const block of blocks) {
    const values = block[source]
    for (let path = 0; path < block.paths; path++) {
      let sum = 0
      for (const row of rows) sum += values[(row * times + time) * block.paths + path] as number
      target[block.firstPath + path] = sum * weight
    }
  }
}
