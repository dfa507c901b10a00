import { prepareBlocks, type SimulatedBlock, type SimulationInput } from './simulation'
import { summarize } from './summarize'
import type { WorkerAnswer, WorkerRequest } from './workerMessages'

/**
 * What a worker does, without the worker.
 *
 * @returns Answers one request after the other; an input beyond its bounds is answered with `error`
 */
export function startAnswering(): (request: WorkerRequest) => WorkerAnswer {
  let input: SimulationInput | undefined
  const collected: SimulatedBlock[] = []
  let computeBlock: ((firstPath: number) => SimulatedBlock) | undefined
  return (request) => {
    try {
      if (request.kind === 'start') {
        input = request.input
        computeBlock = prepareBlocks(input)
        return { kind: 'start' }
      }
      if (input === undefined || computeBlock === undefined) throw new Error('not started')
      if (request.kind === 'block') return { kind: 'block', block: computeBlock(request.firstPath) }
      if (request.kind === 'summarize')
        return { kind: 'summarize', result: summarize(input, collected) }
      collected.push(request.block)
      return { kind: 'collect' }
    } catch (error) {
      return { kind: 'error', message: error instanceof Error ? error.message : String(error) }
    }
  }
}
