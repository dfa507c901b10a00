import type { FailedBecause, Step, StepStatus } from '../../flows/step'

export interface StepText {
  readonly phase: 'waiting' | 'active' | 'done' | 'problem'
  readonly text: string
}

const FAILURES: Readonly<Record<FailedBecause, string>> = {
  reverted: 'The contract refused it in its block: no tokens moved, the network fee is spent.',
  undone: 'Its transaction went through, but the contract did not do this.',
  replaced: 'Another transaction of your wallet took its place: this one did nothing.',
  cancelled: 'It was cancelled in your wallet before a block took it: it did nothing.',
  dropped: 'You gave it up: no node knew it any more. It may be sent again.',
  partly: 'Your wallet carried out a part of it only. Look at the transactions before you go on.',
}

/**
 * Where a step stands, in a sentence.
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
      if (isCurrent && isRunning) return { phase: 'active', text: 'Getting ready.' }
      return { phase: 'waiting', text: isCurrent ? 'Waits for you.' : 'Comes next.' }
    case 'simulating':
      return { phase: 'active', text: 'Trying it out against the chain, without sending.' }
    case 'signing':
      return { phase: 'active', text: 'Confirm it in your wallet.' }
    case 'unknown':
      return { phase: 'problem', text: 'Looking for it on the chain.' }
    case 'submitted':
    case 'sent':
      return describeSent(status)
    case 'done':
      return {
        phase: 'done',
        text: status.hash === undefined && kind === 'approve' ? 'Was there already.' : 'Done.',
      }
    case 'failed': {
      const reason = status.reason === undefined ? '' : ` ${status.reason}`
      return { phase: 'problem', text: `${FAILURES[status.because]}${reason}` }
    }
    case 'stopped':
      return { phase: 'problem', text: status.message }
  }
}

function describeSent(status: Extract<StepStatus, { at: 'sent' | 'submitted' }>): StepText {
  if (status.isUnfinished)
    return {
      phase: 'problem',
      text: 'Sent, but no node knows this transaction. More transactions could have taken its place than have been looked at so far: the search goes on.',
    }
  if (status.missing)
    return { phase: 'problem', text: 'Sent, but nobody on the network knows it any more.' }
  return {
    phase: 'active',
    text: status.at === 'sent' ? 'Sent. Waiting for a block.' : 'Your wallet has it in hand.',
  }
}

const BEFORE_COMMIT = 'Nothing is committed before you have confirmed the new figures.'
const NOT_SENT_AGAIN = 'It has not been sent again.'
const DID_NOTHING = `What was sent did nothing. ${NOT_SENT_AGAIN}`

/** What a failed transaction leaves to decide. */
const AFTER_FAILURE: Readonly<Record<FailedBecause, string | undefined>> = {
  reverted: DID_NOTHING,
  undone: DID_NOTHING,
  replaced: DID_NOTHING,
  cancelled: DID_NOTHING,
  dropped: `What was sent may still turn up. ${NOT_SENT_AGAIN}`,
  partly: undefined,
}

/** What to know of an order's step while its figures change; undefined where there is nothing to decide any more. */
export function describeUnsent({ kind, status, hashes }: Step): string | undefined {
  if (kind === 'approve') return BEFORE_COMMIT
  switch (status.at) {
    case 'ready':
    case 'simulating':
    case 'stopped':
      return hashes.length === 0 ? BEFORE_COMMIT : NOT_SENT_AGAIN
    case 'signing':
      return 'Decline it in your wallet if you do not want it like this.'
    case 'failed':
      return AFTER_FAILURE[status.because]
    case 'unknown':
    case 'submitted':
    case 'sent':
    case 'done':
      return undefined
  }
}
