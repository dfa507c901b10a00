import { describeEnd } from './describeEnd'
import { type EndOutcome, FAN_PERCENTILES, type Fan, type SimulationResult } from './outcome'
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

const FIGURES = Object.keys(ROWS) as readonly Figure[]

/** What a summary needs of a simulation's input. */
interface SummaryInput extends Pick<SimulationInput, 'paths' | 'upkeeps'> {
  readonly pool: Pick<SimulationInput['pool'], 'updateIntervalSec'>
}

/** Times whose percentiles are computed between two pauses. */
const TIMES_PER_STEP = 20

/**
 * The result of all blocks of a simulation. Their order does not matter.
 *
 * @throws RangeError when blocks are missing
 */
export function summarize(
  input: SummaryInput,
  blocks: readonly SimulatedBlock[],
): SimulationResult {
  const steps = summarizeInSteps(input, blocks)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** The same with pauses. @throws As {@link summarize} */
export function* summarizeInSteps(
  input: SummaryInput,
  blocks: readonly SimulatedBlock[],
): Generator<void, SimulationResult> {
  const { paths, upkeeps } = input
  const ordered = blocks.toSorted((a, b) => a.firstPath - b.firstPath)
  if (ordered.reduce((sum, block) => sum + block.paths, 0) !== paths)
    throw new RangeError('blocks of the simulation are missing')
  const times = fanTimes(upkeeps)
  const timesSec = Array.from(times, (upkeep) => upkeep * input.pool.updateIntervalSec)
  const fans: Partial<Record<Figure, Fan>> = {}
  const ends: Partial<Record<Figure, EndOutcome>> = {}
  for (const figure of FIGURES) {
    fans[figure] = yield* fanOf(ordered, ROWS[figure], timesSec, paths)
    ends[figure] = describeEnd(endsOf(ordered, ROWS[figure], paths))
    yield
  }
  // The loop above has gone through every figure.
  return { paths, upkeeps, fans, ends } as SimulationResult
}

/** Order in which percentiles are selected: each leaves less to look through for the next. */
const SELECTION = [
  { percentile: 2, after: undefined, before: undefined },
  { percentile: 1, after: undefined, before: 2 },
  { percentile: 0, after: undefined, before: 1 },
  { percentile: 3, after: 2, before: undefined },
  { percentile: 4, after: 3, before: undefined },
] as const

function* fanOf(
  blocks: readonly SimulatedBlock[],
  rows: readonly number[],
  timesSec: readonly number[],
  paths: number,
): Generator<void, Fan> {
  const column = new Float32Array(paths)
  const percentiles = FAN_PERCENTILES.map(() => new Float64Array(timesSec.length))
  const ranks = FAN_PERCENTILES.map((percent) => Math.round(((paths - 1) * percent) / 100))
  for (let time = 0; time < timesSec.length; time++) {
    gather(column, blocks, rows, timesSec.length, time, 'fan')
    for (const { percentile, after, before } of SELECTION) {
      const from = after === undefined ? 0 : (ranks[after] as number)
      const to = before === undefined ? paths : (ranks[before] as number) + 1
      const row = percentiles[percentile] as Float64Array
      row[time] = selectKth(column, ranks[percentile] as number, to, from)
    }
    if (time % TIMES_PER_STEP === 0) yield
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
  [first, second]: readonly number[],
  times: number,
  time: number,
  source: 'fan' | 'ends',
): void {
  for (const block of blocks) {
    const { firstPath, paths } = block
    const rowOf = (row: number) => {
      const at = (row * times + time) * paths
      return block[source].subarray(at, at + paths)
    }
    target.set(rowOf(first as number), firstPath)
    if (second === undefined) continue
    const other = rowOf(second)
    for (let path = 0; path < paths; path++)
      target[firstPath + path] =
        ((target[firstPath + path] as number) + (other[path] as number)) / 2
  }
}
