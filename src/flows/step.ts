import type { Address, Hash } from 'viem'

/** What every intent has; each kind adds what it takes to do it again after a reload. @see kinds */
export interface IntentBase {
  readonly kind: string
  /** As shown when the person decided, e.g. `Mint 3L-ETH/USD+USDC with 100 USDC`. */
  readonly title: string
  /** The pool on whose page it is shown; none for what belongs to no pool. */
  readonly pool?: Address | undefined
}

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
 * `reverted`: the contract refused it in its block. `undone`: its transaction went through, and the contract did not do
 * what it was for. `replaced`, `cancelled`: another transaction used its nonce, in the second case one that does nothing.
 * `dropped`: no node knows it any more, and the person says that it is gone. `partly`: a wallet broke its word and carried
 * out a part of a batch.
 */
export type FailedBecause = 'reverted' | 'undone' | 'replaced' | 'cancelled' | 'dropped' | 'partly'

/**
 * Where one transaction stands.
 *
 * `unknown`: the wallet was asked, and its answer was lost (the page was reloaded, or the wallet's connection broke), was
 * an error (`message`) that leaves open whether it sent, or is that a batch has failed, which only the chain can say.
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
      /**
       * What the last search came to. `failed`: the network does not give what it takes, so it says nothing. `unfinished`: more
       * transactions could be it than have been looked at.
       */
      readonly searched?: 'nothing' | 'failed' | 'unfinished'
      /** The person has said that it was not sent, and has been told that the chain could not confirm it. */
      readonly isWarned?: true
    } & SearchFrom)
  | {
      readonly at: 'submitted'
      readonly callsId: string
      readonly fromBlock: bigint
      /** @see SearchFrom.nonce */
      readonly nonce?: number
      /** The wallet no longer knows it. */
      readonly missing?: true
      /** More transactions could be it than have been looked at: no one can say yet that it is gone. */
      readonly isUnfinished?: true
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
      /** More transactions could be it than have been looked at: no one can say yet that it is gone. */
      readonly isUnfinished?: true
      /** The account is a contract, which others may have to sign for before it reaches a node. */
      readonly awaitsSigners?: true
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
  /** One of its kind's, `approve`, or `batch`: all steps of an intent in one go, all or none of them (EIP-5792). */
  readonly kind: string
  /** Which of the intent's legs a `commit` makes. */
  readonly leg: number | undefined
  readonly status: StepStatus
  /** Every hash this step ever had: a replaced or reverted one is still the person's. */
  readonly hashes: readonly Hash[]
  /**
   * Where to look for what a wallet may have sent of it, since it was first asked. Kept whatever is said afterwards: the chain
   * is searched once more before the wallet is asked again.
   */
  readonly lastRequest?: SearchFrom & {
    /** Where the network cannot be searched, the wallet's refusal or what the person has said twice has to do. */
    readonly isBlind?: true
  }
}

/** Which of an intent's transactions. */
export type StepId = Pick<Step, 'kind' | 'leg'>

/** One intent on its way through its transactions. */
export interface FlowOf<I extends IntentBase> {
  readonly id: string
  readonly chainId: number
  readonly account: Address
  readonly createdAtMs: number
  readonly intent: I
  readonly steps: readonly Step[]
  /** The wallet has turned a batch down: its parts are sent one by one. */
  readonly unbatched: boolean
  /** Dismissed by the person: no longer in the way, still watched and listed. */
  readonly dismissed: boolean
  /** How many changes its steps have seen, so that a newer version is told from an older one. Flows of earlier versions have none. */
  readonly revision?: number
}

export function newStep(kind: string, leg?: number): Step {
  return { kind, leg, status: { at: 'ready' }, hashes: [] }
}

/** Whether the step may be (re)started: nothing of it is on its way or could be. */
export function isStartable(status: StepStatus): boolean {
  if (status.at === 'failed') return status.because !== 'partly'
  return status.at === 'ready' || status.at === 'stopped'
}
