import type { SimulationResult } from './outcome'
import type { SimulatedBlock, SimulationInput } from './simulation'

/** What the page asks of a worker. Each request is answered once. */
export type WorkerRequest =
  | { readonly kind: 'start'; readonly input: SimulationInput }
  | { readonly kind: 'block'; readonly firstPath: number }
  | { readonly kind: 'collect'; readonly block: SimulatedBlock }
  | { readonly kind: 'summarize' }

/** A worker's answer to a request of the same kind. */
export type WorkerAnswer =
  | { readonly kind: 'start' }
  | { readonly kind: 'block'; readonly block: SimulatedBlock }
  | { readonly kind: 'collect' }
  | { readonly kind: 'summarize'; readonly result: SimulationResult }
  | { readonly kind: 'error'; readonly message: string }

/** Buffers that change hands with an answer or a request instead of being copied. */
export function transferablesOf(blocks: readonly SimulatedBlock[]): ArrayBuffer[] {
  return blocks.flatMap(({ fan, ends }) => [fan.buffer, ends.buffer])
}
