import type { SimulationResult } from './outcome'
import { blockStarts, prepareBlocks, type SimulationInput } from './simulation'
import { summarizeInSteps } from './summarize'

/** Part of a simulation that is computed, 0 to 1. */
export type Progress = number

/**
 * What could happen to a pool and those who hold its tokens. Yields after every block of paths, so that it can run in
 * slices, or stop. In a page, `simulateInWorkers` does the same beside it.
 *
 * @throws RangeError for an input beyond its bounds
 */
export function* simulate(input: SimulationInput): Generator<Progress, SimulationResult> {
  const computeBlock = prepareBlocks(input)
  const starts = blockStarts(input)
  const blocks = []
  for (const start of starts) {
    blocks.push(computeBlock(start))
    yield blocks.length / starts.length
  }
  const summary = summarizeInSteps(input, blocks)
  for (;;) {
    const next = summary.next()
    if (next.done) return next.value
    yield 1
  }
}
