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
    /** What the account has sent with lower nonces has been looked through. */
    unusedNonce: number | undefined
  }
}

export function newWatch(): Followed['watch'] {
  return { looks: 0, unseenSinceMs: undefined, unusedNonce: undefined }
}
