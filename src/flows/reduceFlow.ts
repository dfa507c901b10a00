import type { Address, Hash } from 'viem'
import type { Flow } from './flow'
import type { CommitProjection } from './kinds/commit'
import { approvalOf, kindOf } from './kinds/kinds'
import {
  type FailedBecause,
  isStartable,
  newStep,
  type SearchFrom,
  type Step,
  type StepStatus,
  type Trace,
} from './step'

/** The transaction that was looked at: a finding about another than the step's own changes nothing. */
interface OfTransaction {
  readonly of?: Hash
}

export type StepEvent =
  | { readonly type: 'simulate' }
  | ({ readonly type: 'askWallet' } & SearchFrom)
  | { readonly type: 'stop'; readonly code: string; readonly message: string }
  | { readonly type: 'lose'; readonly message?: string }
  /** `isSearched`: found by a search that leaves out the known hashes; a page that is behind may not know them all. */
  | { readonly type: 'send'; readonly hash: Hash; readonly isSearched?: true }
  /** A batch is in the wallet's hands. */
  | { readonly type: 'submit'; readonly callsId: string }
  /** A hash became known without settling anything: also one that a wallet names long after it was asked. */
  | { readonly type: 'learn'; readonly hash: Hash }
  /** A node knows the transaction. */
  | ({ readonly type: 'sight' } & Trace & OfTransaction)
  /** No one has known it for a while. */
  | ({
      readonly type: 'miss'
      /** The account is a contract: others may have to sign first. */
      readonly awaitsSigners?: boolean
      /** More transactions could be it than have been looked at. */
      readonly isUnfinished?: boolean
    } & OfTransaction)
  | ({ readonly type: 'replace'; readonly hash: Hash } & OfTransaction)
  /** With the address of what it has created. */
  | { readonly type: 'confirm'; readonly hash?: Hash; readonly created?: Address }
  | ({
      readonly type: 'fail'
      readonly because: FailedBecause
      readonly reason?: string
    } & OfTransaction)
  /** A transaction that was given up is known to a node again. */
  | { readonly type: 'reappear' }
  /** The chain has been searched for a transaction whose hash was lost, without finding it. */
  | { readonly type: 'searched'; readonly result: 'nothing' | 'failed' | 'unfinished' }
  /** The person says that nothing was sent, or that it is gone. */
  | {
      readonly type: 'declareUnsent'
      /** Whether they had the warning before them that the chain could not confirm it. */
      readonly wasWarned: boolean
    }
  | { readonly type: 'reload' }
  /** The person has seen the current figures, and wants the order on these terms. */
  | { readonly type: 'agree'; readonly projection: CommitProjection | undefined }
  /** All steps become one. */
  | { readonly type: 'batch' }
  /** The wallet surely sent nothing and takes no batches: one by one. */
  | { readonly type: 'unbatch' }

/**
 * The flow after an event on one of its steps. An event that does not fit the step's status changes nothing,
 * and the same flow is returned: that is what keeps a late answer from undoing or doubling anything.
 *
 * @param index Which step; one can only start when all before it are done
 */
export function reduceFlow(flow: Flow, index: number, event: StepEvent): Flow {
  const step = flow.steps[index]
  if (step === undefined) return flow
  if (event.type === 'batch') return batched(flow)
  if (event.type === 'unbatch') return unbatched(flow)
  if (event.type === 'agree') return agreed(flow, step.status, event.projection)
  if ('of' in event && event.of !== undefined && !isOwn(step.status, event.of)) return flow
  if (event.type === 'simulate' && !flow.steps.slice(0, index).every(isDone)) return flow
  const status = nextStatus(step, event)
  if (status === undefined) return flow
  const hash = 'hash' in event ? event.hash : undefined
  const hashes =
    hash === undefined || step.hashes.includes(hash) ? step.hashes : [...step.hashes, hash]
  const lastRequest = lastRequestAfter(step, event)
  if (status === step.status && hashes === step.hashes && lastRequest === step.lastRequest)
    return flow
  const next = { ...step, status, hashes, ...(lastRequest === undefined ? {} : { lastRequest }) }
  const steps = flow.steps.with(index, next)
  const created = event.type === 'confirm' ? event.created : undefined
  const { intent } = flow
  // What only the person can say has to be before their eyes.
  if (event.type === 'reload' && status.at === 'unknown' && flow.dismissed)
    return { ...flow, steps, dismissed: false }
  if (created === undefined || intent.kind !== 'create') return { ...flow, steps }
  return {
    ...flow,
    steps,
    intent: { ...intent, created: { ...intent.created, [step.kind]: created } },
  }
}

/** Another page may have sent again while this one was looking. */
function isOwn(status: StepStatus, hash: Hash): boolean {
  return status.at === 'sent' && status.hash === hash
}

function isDone({ status }: Flow['steps'][number]): boolean {
  return status.at === 'done'
}

/** Where to look for all that a wallet may have sent of a step: since it was first asked, under the last batch's name. */
function lastRequestAfter({ lastRequest, status }: Step, event: StepEvent): Step['lastRequest'] {
  switch (event.type) {
    case 'askWallet': {
      const { type: _, ...search } = event
      if (lastRequest === undefined) return search
      const { nonce: _n, ...later } = search
      const { fromBlock, nonce } = lastRequest
      return { ...later, fromBlock, ...(nonce === undefined ? {} : { nonce }) }
    }
    // A wallet may go by another name than the one that it was given.
    case 'submit':
      return lastRequest === undefined ? lastRequest : { ...lastRequest, callsId: event.callsId }
    // A wallet that declines has sent nothing of this.
    case 'stop': {
      const isOnlyOne = status.at === 'signing' && status.fromBlock === lastRequest?.fromBlock
      return lastRequest !== undefined && isOnlyOne
        ? { ...lastRequest, isBlind: true }
        : lastRequest
    }
    case 'declareUnsent': {
      const isSaidTwice = status.at === 'unknown' && status.isWarned && event.wasWarned
      return lastRequest !== undefined && isSaidTwice
        ? { ...lastRequest, isBlind: true }
        : lastRequest
    }
    default:
      return lastRequest
  }
}

function nextStatus(
  { status, lastRequest, hashes }: Step,
  event: Exclude<StepEvent, { type: 'batch' | 'unbatch' | 'agree' }>,
): StepStatus | undefined {
  switch (event.type) {
    case 'simulate':
      return isStartable(status) ? { at: 'simulating' } : undefined
    case 'askWallet': {
      if (status.at !== 'simulating') return undefined
      const { type: _, ...search } = event
      return { at: 'signing', ...search }
    }
    case 'stop':
      if (status.at !== 'simulating' && status.at !== 'signing') return undefined
      return { at: 'stopped', code: event.code, message: event.message }
    case 'lose': {
      const { message } = event
      const why = message === undefined ? {} : { message }
      if (status.at === 'signing') return { ...status, at: 'unknown', ...why }
      // What was asked for earlier cannot be looked for: as with an answer that was lost, the person has to say.
      if (status.at === 'simulating' && lastRequest !== undefined) {
        const { isBlind: _, ...search } = lastRequest
        return { ...search, at: 'unknown', searched: 'failed', ...why }
      }
      if (status.at !== 'submitted') return undefined
      // A batch that the wallet says has failed: the chain says whether it has.
      const { missing: _, isUnfinished: _u, ...search } = status
      return { ...search, at: 'unknown', ...why }
    }
    case 'send': {
      // What was asked for earlier can turn up just before the wallet is asked again.
      if (status.at === 'simulating') {
        if (lastRequest === undefined && !hashes.includes(event.hash)) return undefined
        return { at: 'sent', hash: event.hash, ...sinceOf(lastRequest) }
      }
      if (!isAwaitingAnswer(status) && status.at !== 'submitted') return undefined
      // Another page that still searches for an earlier request finds what has its end already.
      if (event.isSearched && hashes.includes(event.hash)) return undefined
      return { at: 'sent', hash: event.hash, ...sinceOf(status) }
    }
    case 'submit': {
      const search = status.at === 'simulating' ? lastRequest : status
      if (search === undefined || (search === status && !isAwaitingAnswer(status))) return undefined
      const { fromBlock, nonce } = search as SearchFrom
      const known = nonce === undefined ? {} : { nonce }
      return { at: 'submitted', callsId: event.callsId, fromBlock, ...known }
    }
    case 'learn':
      // Of what was never asked for no wallet has a hash.
      return status.at === 'ready' && lastRequest === undefined ? undefined : status
    case 'sight': {
      if (status.at !== 'sent') return undefined
      const { missing, awaitsSigners: _, isUnfinished: _u, trace, ...rest } = status
      if (missing === undefined && trace?.nonce === event.nonce) return status
      return { ...rest, trace: { sender: event.sender, nonce: event.nonce } }
    }
    case 'miss': {
      if (status.at !== 'sent' && status.at !== 'submitted') return undefined
      const { isUnfinished: wasUnfinished = false, ...rest } = status
      const { isUnfinished = false, awaitsSigners } = event
      if (status.missing && isUnfinished === wasUnfinished) return status
      const flags = {
        ...(isUnfinished ? ({ isUnfinished } as const) : {}),
        ...(awaitsSigners && !status.missing ? { awaitsSigners } : {}),
      }
      return { ...rest, missing: true, ...flags }
    }
    case 'replace':
      return status.at === 'sent' ? { ...status, hash: event.hash } : undefined
    case 'confirm':
      if (status.at === 'sent') return { at: 'done', hash: event.hash ?? status.hash }
      // Nothing to send (an approval that is there already), carried out by the wallet, or found after a loss.
      if (['simulating', 'unknown', 'submitted'].includes(status.at))
        return { at: 'done', hash: event.hash }
      return undefined
    case 'fail':
      return failed(status, event)
    case 'reappear':
      if (status.at !== 'failed' || status.because !== 'dropped') return undefined
      if (status.hash === undefined) return undefined
      return { at: 'sent', hash: status.hash, ...sinceOf(lastRequest) }
    case 'searched':
      if (status.at !== 'unknown') return undefined
      return status.searched === event.result ? status : { ...status, searched: event.result }
    case 'declareUnsent':
      // The chain's word and the person's, or else the person's twice, the second time in view of the warning.
      if (status.at === 'unknown') {
        if (status.searched === 'nothing' || (status.isWarned && event.wasWarned))
          return { at: 'ready' }
        return status.isWarned ? status : { ...status, isWarned: true }
      }
      if (!('missing' in status)) return undefined
      // Among what has not been looked at it may be.
      return status.isUnfinished ? status : failed(status, { because: 'dropped' })
    case 'reload':
      if (status.at === 'simulating') return { at: 'ready' }
      return status.at === 'signing' ? { ...status, at: 'unknown' } : undefined
  }
}

/** Since when a transaction can be in a block. */
function sinceOf(search: SearchFrom | undefined): Partial<Pick<SearchFrom, 'fromBlock' | 'nonce'>> {
  if (search === undefined) return {}
  const { fromBlock, nonce } = search
  return { fromBlock, ...(nonce === undefined ? {} : { nonce }) }
}

function isAwaitingAnswer(
  status: StepStatus,
): status is Extract<StepStatus, { at: 'signing' | 'unknown' }> {
  return status.at === 'signing' || status.at === 'unknown'
}

function failed(
  status: StepStatus,
  { because, reason }: { readonly because: FailedBecause; readonly reason?: string },
): StepStatus | undefined {
  if (status.at !== 'sent' && status.at !== 'submitted') return undefined
  const hash = status.at === 'sent' ? status.hash : undefined
  return { at: 'failed', hash, because, ...(reason === undefined ? {} : { reason }) }
}

/** Nothing else is projected of what the wallet is asked for already. */
function agreed(flow: Flow, status: StepStatus, projection: CommitProjection | undefined): Flow {
  const { intent } = flow
  if (intent.kind !== 'commit' || !isStartable(status)) return flow
  return { ...flow, intent: { ...intent, projection } }
}

/** Only what has not started can become a batch, and never again what a wallet has turned down. */
function batched(flow: Flow): Flow {
  const [first, ...others] = flow.steps
  const isUntouched =
    first?.status.at === 'simulating' &&
    others.every(({ status }) => status.at === 'ready') &&
    flow.steps.every(({ kind, hashes }) => kind !== 'batch' && hashes.length === 0)
  if (kindOf(flow.intent).batch === undefined || flow.unbatched || !isUntouched) return flow
  return {
    ...flow,
    steps: [{ ...newStep('batch'), ...retainedAfterFee(first), status: first.status }],
  }
}

function unbatched(flow: Flow): Flow {
  const { intent } = flow
  const [step] = flow.steps
  if (step?.kind !== 'batch' || step.status.at !== 'signing') return flow
  const steps = kindOf(intent).steps(intent, approvalOf(intent) !== undefined)
  // Should the wallet have sent the batch after all, its parts are found in it.
  return {
    ...flow,
    unbatched: true,
    steps: steps.map((part) => ({ ...part, ...retainedAfterFee(step) })),
  }
}

function retainedAfterFee({ lastRequest }: Step): Pick<Step, 'lastRequest'> {
  return lastRequest === undefined ? {} : { lastRequest }
}
