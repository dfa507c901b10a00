import type { Intent } from './kinds/kinds'
import { type FlowOf, isStartable } from './step'

/** One intent on its way through its transactions. */
export type Flow = FlowOf<Intent>

/** Index of the step that is next or on its way; -1 when all are done. */
export function currentStepIndex({ steps }: Pick<Flow, 'steps'>): number {
  return steps.findIndex(({ status }) => status.at !== 'done')
}

export function isFinished(flow: Pick<Flow, 'steps'>): boolean {
  return currentStepIndex(flow) === -1
}

/** A flow as this page has it. */
export interface LiveFlow extends Flow {
  /** This page is at work on it, or fetches what it takes: a click has been heard. */
  readonly isRunning: boolean
}

/** Whether something of the flow is happening or may be: nothing else should be started beside it. */
export function isBusy(flow: Flow & Partial<LiveFlow>): boolean {
  if (flow.isRunning) return !isFinished(flow)
  const status = flow.steps[currentStepIndex(flow)]?.status
  return status !== undefined && status.at !== 'failed' && !isStartable(status)
}

/**
 * Whether the flow may be put out of sight: nothing hangs on what only the person can say. What has been sent, or may yet be
 * sent by a wallet that does not answer, is followed anyway.
 */
export function canDismiss(flow: Flow & Partial<LiveFlow>): boolean {
  const at = flow.steps[currentStepIndex(flow)]?.status.at
  return !isBusy(flow) || at === 'signing' || at === 'sent' || at === 'submitted'
}

/** Whether the flow still wants attention: not at its end, and not dismissed. */
export function isOpen(flow: Flow): boolean {
  return !flow.dismissed && !isFinished(flow)
}

/** Whether a step of this kind has left the wallet; a batch holds the approval and all commits. */
export function hasSent(flow: Flow, kind: string): boolean {
  return flow.steps.some(
    (step) =>
      (step.kind === kind || (step.kind === 'batch' && flow.intent.kind === 'commit')) &&
      ['submitted', 'sent', 'done'].includes(step.status.at),
  )
}
