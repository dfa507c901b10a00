import type { Client } from 'viem'
import type { Flow, Step } from './flow'
import type { FlowContext } from './flowContext'
import type { StepEvent } from './reduceFlow'

/** One step that is followed, with what it takes. */
export interface Followed {
  readonly context: FlowContext
  readonly client: Client
  readonly flow: Flow
  readonly step: Step
  readonly dispatch: (event: StepEvent) => boolean
  readonly watch: {
    looks: number
    /** Since when nobody has known the transaction, Unix milliseconds. */
    unseenSinceMs: number | undefined
    /** Nonces that the account has used for something else: they need not be looked at again. */
    readonly otherNonces: Set<number>
    /** Nonces that have created nothing, by the block at which that was first seen. */
    readonly emptyNonces: Map<number, bigint>
  }
}

export function newWatch(): Followed['watch'] {
  return { looks: 0, unseenSinceMs: undefined, otherNonces: new Set(), emptyNonces: new Map() }
}
