import type { Step, StepStatus } from '../../flows/step'
import { transactionsContent } from './content'

export interface StepText {
  readonly phase: 'waiting' | 'active' | 'done' | 'problem'
  readonly text: string
}

const { step: content, terms } = transactionsContent

/**
 * How far a step is, in a sentence.
 *
 * @param isRunning Whether this page is at work on its flow
 */
export function describeStep(
  { kind, status }: Step,
  isCurrent: boolean,
  isRunning = false,
): StepText {
  switch (status.at) {
    case 'ready':
      if (isCurrent && isRunning) return { phase: 'active', text: content.preparing }
      return { phase: 'waiting', text: isCurrent ? content.waitingForYou : content.next }
    case 'simulating':
      return { phase: 'active', text: content.simulating }
    case 'signing':
      return { phase: 'active', text: content.signing }
    case 'unknown':
      return { phase: 'problem', text: content.searching }
    case 'submitted':
    case 'sent':
      return describeSent(status)
    case 'done':
      return {
        phase: 'done',
        text:
          status.hash === undefined && kind === 'approve' ? content.alreadyApproved : content.done,
      }
    case 'failed': {
      const reason = status.reason === undefined ? '' : ` ${status.reason}`
      return { phase: 'problem', text: `${content.failures[status.because]}${reason}` }
    }
    case 'stopped':
      return { phase: 'problem', text: status.message }
  }
}

function describeSent(status: Extract<StepStatus, { at: 'sent' | 'submitted' }>): StepText {
  if (status.isUnfinished)
    return {
      phase: 'problem',
      text: content.unfinished,
    }
  if (status.missing) return { phase: 'problem', text: content.missing }
  return {
    phase: 'active',
    text: status.at === 'sent' ? content.sent : content.submitted,
  }
}

/** What to know about an order's step while its figures change; undefined where there is nothing left to decide. */
export function describeUnsent({ kind, status, hashes }: Step): string | undefined {
  if (kind === 'approve') return terms.beforeCommit
  switch (status.at) {
    case 'ready':
    case 'simulating':
    case 'stopped':
      return hashes.length === 0 ? terms.beforeCommit : terms.notSentAgain
    case 'signing':
      return terms.reject
    case 'failed':
      return terms.afterFailure[status.because]
    case 'unknown':
    case 'submitted':
    case 'sent':
    case 'done':
      return undefined
  }
}
