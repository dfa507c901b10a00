import type { Address, Hash } from 'viem'
import { type CommitType, isMint } from '../protocol/commitType'
import type { Balance } from '../protocol/snapshot'
import { type CreateIntent, type CreationKind, creationKinds } from './createIntent'

/** What a person wants done, with everything needed to do it again after a reload. */
export type Intent = CommitIntent | ClaimIntent | FeeClaimIntent | UpkeepIntent | CreateIntent

interface PoolIntent {
  /** The pool on whose page it is shown. */
  readonly pool: Address
  /** As shown when the person decided, e.g. `Mint 3L-ETH/USD+USDC with 100 USDC`. */
  readonly title: string
}

/** One commitment of an order: one call of `commit`. */
export interface CommitLeg {
  readonly commitType: CommitType
  /** Base units: settlement tokens for a mint, pool tokens otherwise. */
  readonly amount: bigint
  readonly fromAggregateBalance: boolean
}

/** What the ticket said when the person decided, at the price assumed then; compared with what comes. */
export interface CommitPromise {
  readonly atBlock: bigint
  readonly intervalId: bigint
  /** Wad, as the engine takes it. */
  readonly spotPrice: bigint
  /** Base units that the order adds to the escrow. */
  readonly longTokens: bigint
  readonly shortTokens: bigint
  readonly settlementTokens: bigint
  /** Earliest execution, Unix seconds. Promises of earlier versions do not say it, nor what follows. */
  readonly executesAtSec?: bigint
  /** The same tokens leg by leg: what each adds to those before it. */
  readonly parts?: readonly Balance[]
  /** There was no projection: interval and time are all that is promised, and the amounts are zero. */
  readonly isUnprojected?: true
}

export interface CommitIntent extends PoolIntent {
  readonly kind: 'commit'
  readonly committer: Address
  readonly settlementToken: Address
  /** One or more, in this order, all in one pool. */
  readonly legs: readonly CommitLeg[]
  /** When the allowance is short: exactly what the legs pull from the wallet, or 2^256 − 1. */
  readonly approval: 'exact' | 'unlimited'
  /** Offered to whoever claims for the person, paid with the last leg; 0n for none. */
  readonly autoClaimWei: bigint
  readonly promise: CommitPromise | undefined
}

export interface ClaimIntent extends PoolIntent {
  readonly kind: 'claim'
  readonly committer: Address
}

/** Sends a pool's accrued secondary fees to its secondary fee address: anybody may. */
export interface FeeClaimIntent extends PoolIntent {
  readonly kind: 'feeClaim'
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

/** `batch`: approval and commits in one go, all or none of them (EIP-5792). */
export type StepKind =
  | 'approve'
  | 'commit'
  | 'batch'
  | 'claim'
  | 'feeClaim'
  | 'upkeep'
  | CreationKind

/** What is needed to find a transaction again whose hash never came. */
export interface SearchFrom {
  /** The last block before the wallet was asked. */
  readonly fromBlock: bigint
  /**
   * The account's next nonce then: what it has sent since can be looked through, and where a created contract stands follows
   * from it. Not known of steps that earlier versions began.
   */
  readonly nonce?: number
  /** The name under which a batch was handed to the wallet. */
  readonly callsId?: string
}

/** Whose nonce a transaction uses: what decides whether another one took its place. */
export interface Trace {
  readonly sender: Address
  readonly nonce: number
}

/**
 * `reverted`: the contract refused it in its block. `replaced`, `cancelled`: another transaction used its nonce, in the
 * second case one that does nothing. `dropped`: no node knows it any more, and the person says that it is gone.
 * `partly`: a wallet broke its word and carried out a part of a batch.
 */
export type FailedBecause = 'reverted' | 'replaced' | 'cancelled' | 'dropped' | 'partly'

/**
 * Where one transaction stands.
 *
 * `unknown`: the wallet was asked, and its answer was lost (the page was reloaded, or the wallet's connection broke) or
 * was an error (`message`) that leaves open whether it sent.
 * The transaction may exist, so nothing is sent again until the person or the chain says that it does not.
 * `submitted`: the wallet has a batch in hand and follows it itself.
 */
export type StepStatus =
  | { readonly at: 'ready' }
  | { readonly at: 'simulating' }
  | ({ readonly at: 'signing' } & SearchFrom)
  | ({
      readonly at: 'unknown'
      readonly message?: string
      /** What the last search came to. `failed`: the network does not give what it takes, so it says nothing. */
      readonly searched?: 'nothing' | 'failed'
      /** The person has said that it was not sent, and has been told that the chain could not confirm it. */
      readonly isWarned?: true
    } & SearchFrom)
  | {
      readonly at: 'submitted'
      readonly callsId: string
      readonly fromBlock: bigint
      /** The wallet no longer knows it. */
      readonly missing?: true
    }
  | {
      readonly at: 'sent'
      readonly hash: Hash
      readonly fromBlock?: bigint
      /** @see SearchFrom.nonce */
      readonly nonce?: number
      readonly trace?: Trace
      /** No node has known it for a while. */
      readonly missing?: true
    }
  | { readonly at: 'done'; readonly hash: Hash | undefined }
  | {
      readonly at: 'failed'
      readonly hash: Hash | undefined
      readonly because: FailedBecause
      /** The contract's reason in a sentence, where a node could tell it. */
      readonly reason?: string
    }
  | { readonly at: 'stopped'; readonly code: string; readonly message: string }

export interface Step {
  readonly kind: StepKind
  /** Which of the intent's legs a `commit` makes. */
  readonly leg: number | undefined
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
  /** The wallet has turned a batch down: its parts are sent one by one. */
  readonly unbatched: boolean
  /** Put aside by the person: no longer in the way, still watched and listed. */
  readonly dismissed: boolean
}

/** The steps an intent takes from the start. */
export function createFlow(
  about: Pick<Flow, 'id' | 'chainId' | 'account' | 'createdAtMs' | 'intent'>,
  needsApproval: boolean,
): Flow {
  const steps = stepsOf(about.intent, needsApproval)
  return { ...about, unbatched: false, dismissed: false, steps }
}

function stepsOf(intent: Intent, needsApproval: boolean): readonly Step[] {
  if (intent.kind === 'commit') return commitSteps(intent, needsApproval)
  if (intent.kind === 'create')
    return creationKinds(intent, needsApproval).map((kind) => newStep(kind))
  return [newStep(intent.kind)]
}

/** The transactions of an order that are sent one by one. */
export function commitSteps({ legs }: CommitIntent, needsApproval: boolean): readonly Step[] {
  const commits = legs.map((_, leg) => newStep('commit', leg))
  return needsApproval ? [newStep('approve'), ...commits] : commits
}

export function newStep(kind: StepKind, leg?: number): Step {
  return { kind, leg, status: { at: 'ready' }, hashes: [] }
}

/** Settlement units that an order's mints pull out of the wallet. */
export function pulledFromWallet({ legs }: Pick<CommitIntent, 'legs'>): bigint {
  return legs
    .filter((leg) => isMint(leg.commitType) && !leg.fromAggregateBalance)
    .reduce((total, leg) => total + leg.amount, 0n)
}

/** Whether the step may be (re)started: nothing of it is on its way or could be. */
export function isStartable(status: StepStatus): boolean {
  if (status.at === 'failed') return status.because !== 'partly'
  return status.at === 'ready' || status.at === 'stopped'
}

/** Index of the step that is next or on its way; -1 when all are done. */
export function currentStepIndex(flow: Flow): number {
  return flow.steps.findIndex(({ status }) => status.at !== 'done')
}

export function isFinished(flow: Flow): boolean {
  return currentStepIndex(flow) === -1
}

/** A flow as this page has it. */
export interface LiveFlow extends Flow {
  /** This page is at work on it, or fetches what it takes: a click has been heard. */
  readonly isRunning: boolean
}

/** Whether something of the flow is happening or may be: nothing else should be begun beside it. */
export function isBusy(flow: Flow & Partial<LiveFlow>): boolean {
  if (flow.isRunning) return !isFinished(flow)
  const status = flow.steps[currentStepIndex(flow)]?.status
  return status !== undefined && status.at !== 'failed' && !isStartable(status)
}

/**
 * Whether the flow may be put out of sight: nothing hangs on what only the person or the wallet can say. What has been sent
 * is followed all the same.
 */
export function canPutAside(flow: Flow & Partial<LiveFlow>): boolean {
  const at = flow.steps[currentStepIndex(flow)]?.status.at
  return !isBusy(flow) || at === 'sent' || at === 'submitted'
}

/** Whether the flow still wants attention: not at its end, and not put aside. */
export function isOpen(flow: Flow): boolean {
  return !flow.dismissed && !isFinished(flow)
}

/** Whether a step of this kind has left the wallet; a batch holds the approval and all commits. */
export function hasSent(flow: Flow, kind: StepKind): boolean {
  return flow.steps.some(
    (step) =>
      (step.kind === kind || (step.kind === 'batch' && flow.intent.kind === 'commit')) &&
      ['submitted', 'sent', 'done'].includes(step.status.at),
  )
}
