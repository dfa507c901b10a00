import type { Address, Hash } from 'viem'
import type { CommitType } from '../protocol/commitType'

/** What a person wants done, with everything needed to do it again after a reload. */
export type Intent = CommitIntent | ClaimIntent | UpkeepIntent

interface PoolIntent {
  /** The pool on whose page it is shown. */
  readonly pool: Address
  /** As shown when the person decided, e.g. `Mint 3L-ETH/USD+USDC with 100 USDC`. */
  readonly title: string
}

export interface CommitIntent extends PoolIntent {
  readonly kind: 'commit'
  readonly committer: Address
  readonly commitType: CommitType
  /** Base units: settlement tokens for a mint, pool tokens otherwise. */
  readonly amount: bigint
  readonly fromAggregateBalance: boolean
  readonly settlementToken: Address
}

export interface ClaimIntent extends PoolIntent {
  readonly kind: 'claim'
  readonly committer: Address
}

/** Being the keeper: anybody may perform an upkeep that is due, and is paid for it. */
export interface UpkeepIntent extends PoolIntent {
  readonly kind: 'upkeep'
  readonly poolKeeper: Address
  /** In this order; a pool that is many intervals late stands there several times. */
  readonly pools: readonly Address[]
  /** Gas to send along: estimates of upkeeps are too low, since the keeper contract catches what runs out of gas. */
  readonly gas: bigint
}

export type StepKind = 'approve' | 'commit' | 'claim' | 'upkeep'

/** What is needed to find a transaction again whose hash never came. */
export interface SearchFrom {
  /** The last block before the wallet was asked. */
  readonly fromBlock: bigint
}

/** `reverted`: the contract refused it in its block. `replaced`: another transaction took its place. */
export type FailedBecause = 'reverted' | 'replaced'

/**
 * Where one transaction stands.
 *
 * `unknown`: the wallet was asked, and its answer was lost (the page was reloaded, or the wallet's connection broke).
 * The transaction may exist, so nothing is sent again until the person or the chain says that it does not.
 */
export type StepStatus =
  | { readonly at: 'ready' }
  | { readonly at: 'simulating' }
  | ({ readonly at: 'signing' } & SearchFrom)
  | ({ readonly at: 'unknown' } & SearchFrom)
  | { readonly at: 'sent'; readonly hash: Hash }
  | { readonly at: 'done'; readonly hash: Hash | undefined }
  | { readonly at: 'failed'; readonly hash: Hash; readonly because: FailedBecause }
  | { readonly at: 'stopped'; readonly code: string; readonly message: string }

export interface Step {
  readonly kind: StepKind
  readonly status: StepStatus
  /** Every hash this step ever had: a replaced or reverted one is still the person's. */
  readonly hashes: readonly Hash[]
}

/** One intent on its way through its transactions. */
export interface Flow {
  readonly id: string
  readonly chainId: number
  readonly account: Address
  readonly createdAtMs: number
  readonly intent: Intent
  readonly steps: readonly Step[]
  /** Put aside by the person: no longer in the way, still watched and listed. */
  readonly dismissed: boolean
}

export type StepEvent =
  | { readonly type: 'simulate' }
  | ({ readonly type: 'askWallet' } & SearchFrom)
  | { readonly type: 'stop'; readonly code: string; readonly message: string }
  | { readonly type: 'lose' }
  | { readonly type: 'send'; readonly hash: Hash }
  | { readonly type: 'replace'; readonly hash: Hash }
  | { readonly type: 'confirm'; readonly hash?: Hash }
  | { readonly type: 'fail'; readonly because: FailedBecause }
  | { readonly type: 'declareUnsent' }
  | { readonly type: 'reload' }

/** The steps an intent takes from the start. */
export function createFlow(
  about: Pick<Flow, 'id' | 'chainId' | 'account' | 'createdAtMs' | 'intent'>,
  needsApproval: boolean,
): Flow {
  const kinds: StepKind[] =
    about.intent.kind !== 'commit'
      ? [about.intent.kind]
      : needsApproval
        ? ['approve', 'commit']
        : ['commit']
  return {
    ...about,
    dismissed: false,
    steps: kinds.map((kind) => ({ kind, status: { at: 'ready' }, hashes: [] })),
  }
}

/**
 * The flow after an event on one of its steps. An event that does not fit the step's status changes nothing,
 * and the same flow is returned: that is what keeps a late answer from undoing or doubling anything.
 *
 * @param index Which step; one can only start when all before it are done
 */
export function reduceFlow(flow: Flow, index: number, event: StepEvent): Flow {
  const step = flow.steps[index]
  if (step === undefined) return flow
  if (event.type === 'simulate' && !flow.steps.slice(0, index).every(isDone)) return flow
  const status = nextStatus(step.status, event)
  if (status === undefined) return flow
  const hash = 'hash' in event ? event.hash : undefined
  const hashes =
    hash === undefined || step.hashes.includes(hash) ? step.hashes : [...step.hashes, hash]
  return { ...flow, steps: flow.steps.with(index, { ...step, status, hashes }) }
}

function nextStatus(status: StepStatus, event: StepEvent): StepStatus | undefined {
  switch (event.type) {
    case 'simulate':
      return isStartable(status) ? { at: 'simulating' } : undefined
    case 'askWallet':
      if (status.at !== 'simulating') return undefined
      return { at: 'signing', fromBlock: event.fromBlock }
    case 'stop':
      if (status.at !== 'simulating' && status.at !== 'signing') return undefined
      return { at: 'stopped', code: event.code, message: event.message }
    case 'lose':
      return status.at === 'signing' ? { ...status, at: 'unknown' } : undefined
    case 'send':
      return isAwaitingHash(status) ? { at: 'sent', hash: event.hash } : undefined
    case 'replace':
      return status.at === 'sent' ? { at: 'sent', hash: event.hash } : undefined
    case 'confirm':
      if (status.at === 'sent') return { at: 'done', hash: event.hash ?? status.hash }
      // Nothing to send (an approval that is there already), or found on the chain after its hash was lost.
      if (status.at === 'simulating' || status.at === 'unknown')
        return { at: 'done', hash: event.hash }
      return undefined
    case 'fail':
      if (status.at !== 'sent') return undefined
      return { at: 'failed', hash: status.hash, because: event.because }
    case 'declareUnsent':
      return status.at === 'unknown' ? { at: 'ready' } : undefined
    case 'reload':
      if (status.at === 'simulating') return { at: 'ready' }
      return status.at === 'signing' ? { ...status, at: 'unknown' } : undefined
  }
}

function isAwaitingHash(status: StepStatus): boolean {
  return status.at === 'signing' || status.at === 'unknown'
}

/** Whether the step may be (re)started: nothing of it is on its way or could be. */
export function isStartable(status: StepStatus): boolean {
  return status.at === 'ready' || status.at === 'stopped' || status.at === 'failed'
}

function isDone(step: Step): boolean {
  return step.status.at === 'done'
}

/** Index of the step that is next or on its way; -1 when all are done. */
export function currentStepIndex(flow: Flow): number {
  return flow.steps.findIndex((step) => !isDone(step))
}

export function isFinished(flow: Flow): boolean {
  return currentStepIndex(flow) === -1
}

/** Whether something of the flow is happening or may be: nothing else should be begun beside it. */
export function isBusy(flow: Flow): boolean {
  const status = flow.steps[currentStepIndex(flow)]?.status
  return status !== undefined && !isStartable(status)
}

/** Whether the flow still wants attention: not at its end, and not put aside. */
export function isOpen(flow: Flow): boolean {
  return !flow.dismissed && !isFinished(flow)
}

/** Whether the flow's step of this kind has left the wallet. */
export function hasSent(flow: Flow, kind: StepKind): boolean {
  return flow.steps.some(
    (step) => step.kind === kind && (step.status.at === 'sent' || step.status.at === 'done'),
  )
}
