import type { Step, StepKind } from '../../flows/flow'

const NAMES: Readonly<Record<StepKind, string>> = {
  approve: 'Approve exactly this amount',
  commit: 'Commit',
  claim: 'Claim',
  upkeep: 'Perform the rebalance',
}

export function stepName(kind: StepKind): string {
  return NAMES[kind]
}

interface StepText {
  readonly phase: 'waiting' | 'active' | 'done' | 'problem'
  readonly text: string
}

/** Where a step stands, in a sentence. */
export function describeStep({ kind, status }: Step, isCurrent: boolean): StepText {
  switch (status.at) {
    case 'ready':
      return { phase: 'waiting', text: isCurrent ? 'Waits for you.' : 'Comes next.' }
    case 'simulating':
      return { phase: 'active', text: 'Trying it out against the chain, without sending.' }
    case 'signing':
      return { phase: 'active', text: 'Confirm it in your wallet.' }
    case 'unknown':
      return { phase: 'problem', text: 'Looking for it on the chain.' }
    case 'sent':
      return { phase: 'active', text: 'Sent. Waiting for a block.' }
    case 'done':
      return {
        phase: 'done',
        text: status.hash === undefined && kind === 'approve' ? 'Was there already.' : 'Done.',
      }
    case 'failed':
      return {
        phase: 'problem',
        text:
          status.because === 'reverted'
            ? 'The contract refused it in its block: no tokens moved, the network fee is spent.'
            : 'Another transaction of your wallet took its place: this one did nothing.',
      }
    case 'stopped':
      return { phase: 'problem', text: status.message }
  }
}
