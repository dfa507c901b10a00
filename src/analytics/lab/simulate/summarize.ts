import { describeEnd } from './describeEnd'
import { type EndOutcome, FAN_PERCENTILES, type Fan, type SimulationResult } from './outcome'
import { type FillPosition, type HeldBeside, positionsOf } from './positions'
import { selectKth } from './selectKth'
import { fanTimes, type SimulatedBlock, type SimulationInput } from './simulation'

/** What a summary needs of a simulation's input. */
interface SummaryInput extends Pick<SimulationInput, 'paths' | 'upkeeps' | keyof HeldBeside> {
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
  const fans: Record<string, Fan> = {}
  const ends: Record<string, EndOutcome> = {}
  for (const [position, fill] of Object.entries(positionsOf(input))) {
    fans[position] = yield* fanOf(ordered, fill, timesSec, paths)
    ends[position] = describeEnd(endsOf(ordered, fill, timesSec.at(-1) ?? 0, paths))
    yield
  }
  // The loop above has gone through every position.
  return { paths, upkeeps, fans, ends } as unknown as SimulationResult
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
  fill: FillPosition,
  timesSec: readonly number[],
  paths: number,
): Generator<void, Fan> {
  const column = new Float32Array(paths)
  const percentiles = FAN_PERCENTILES.map(() => new Float64Array(timesSec.length))
  const ranks = FAN_PERCENTILES.map((percent) => Math.round(((paths - 1) * percent) / 100))
  for (let time = 0; time < timesSec.length; time++) {
    for (const { fan, firstPath, paths: count } of blocks) {
      const rowOf = (figure: number) => {
        const at = (figure * timesSec.length + time) * count
        return fan.subarray(at, at + count)
      }
      fill(column.subarray(firstPath, firstPath + count), rowOf, timesSec[time] as number)
    }
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
  fill: FillPosition,
  timeSec: number,
  paths: number,
): Float64Array {
  const values = new Float64Array(paths)
  for (const { ends, firstPath, paths: count } of blocks)
    fill(
      values.subarray(firstPath, firstPath + count),
      (figure) => ends.subarray(figure * count, (figure + 1) * count),
      timeSec,
    )
  return values
}
