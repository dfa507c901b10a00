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
  let computeBlock: ((firstPath: number) => SimulatedBlock) | undefined
  return (request) => {
    try {
      if (request.kind === 'start') {
        input = request.input
        computeBlock = prepareBlocks(input)
        return { kind: 'start' }
      }
      if (input === undefined || computeBlock === undefined) throw new Error('not started')
      return request.kind === 'block'
        ? { kind: 'block', block: computeBlock(request.firstPath) }
        : { kind: 'summarize', result: summarize(input, request.blocks) }
    } catch (error) {
      return { kind: 'error', message: error instanceof Error ? error.message : String(error) }
    }
  }
}
