import type { GenericSchema } from 'valibot'
import type { Abi, Address, Client, Hash, Hex, TransactionReceipt } from 'viem'
import type { Failure, RevertSentences } from '../../chain/describeFailure'
import type { FlowOf, IntentBase, SearchFrom, Step, StepId } from '../step'

/** One contract call, ready to be simulated and sent. */
export interface CallRequest {
  readonly address: Address
  readonly abi: Abi
  readonly functionName: string
  readonly args: readonly unknown[]
  /** ETH sent along. */
  readonly value?: bigint
  /** Gas limit, where the estimate is not to be trusted. */
  readonly gas?: bigint
}

/** A contract to be created, with what its constructor is told. */
export interface Creation {
  readonly abi: Abi
  readonly bytecode: Hex
  readonly args: readonly unknown[]
}

export type ActionRequest = CallRequest | Creation

export function isCreation(request: ActionRequest): request is Creation {
  return 'bytecode' in request
}

/** Events of one contract, each topic a list of which one has to match; an empty list for any. */
export interface EventTrace {
  readonly address: Address
  readonly topics: readonly (readonly Hex[])[]
}

/** What a transaction that has gone through did, by the contracts' own word. */
export type Proof =
  | {
      readonly isDone: true
      /** The contract that it has made. */
      readonly created?: Address
    }
  | {
      readonly isDone: false
      /** Why not, in a sentence, where that is known. */
      readonly reason?: string
    }

/** What was learned while looking: need not be looked at again. */
export interface SeenNonces {
  /** Nonces that the account has used for something else. */
  readonly otherNonces: Set<number>
  /** Nonces that have created nothing, by the block at which that was first seen. */
  readonly emptyNonces: Map<number, bigint>
}

/** What looking for a contract that a lost transaction may have made has come to. */
export interface CreationSearch {
  readonly found:
    | {
        readonly address: Address
        /** Undefined when no node keeps the states that finding it needs. */
        readonly hash: Hash | undefined
      }
    | undefined
  /** Whether all that the account has sent could be looked at: only then one that was not found is not there. */
  readonly isComplete: boolean
}

/** One transaction of an intent: what is sent, what has to hold before, and what proves that it was done. */
export interface Action {
  /** What it does, in few words. */
  readonly name: string
  /** @throws RangeError when an amount does not fit the contract, or something that it needs is not there */
  readonly request: () => ActionRequest
  /**
   * Why it must not be sent, though the contract would take it.
   *
   * @throws RPC errors
   */
  readonly check?: (client: Client) => Promise<Failure | undefined>
  /**
   * Whether there is nothing to send.
   *
   * @throws RPC errors
   */
  readonly isThere?: (client: Client) => Promise<boolean>
  /** How much gas it takes depends on its block: on the interval that this is in, or on what else changed in it. */
  readonly hasMovingGas?: true
  /** Why the contract refuses it, where that takes a look at the chain; undefined where it is something else. @throws RPC errors */
  readonly explainRefusal?: (client: Client) => Promise<Failure | undefined>
  /** What the contract's reasons mean in it, where that differs from the rest. */
  readonly reverts?: RevertSentences
  /** Events one of which it leaves on the chain, whatever else its transaction does: how it is found again. */
  readonly traces: () => readonly EventTrace[]
  /** How it is found again where it leaves no event. @throws RPC errors */
  readonly find?: (client: Client, search: SearchFrom, seen: SeenNonces) => Promise<CreationSearch>
  /**
   * What the contracts say of a transaction that has gone through.
   *
   * @param taken How many of its events are those of other steps in the same transaction
   * @throws RPC errors
   */
  readonly prove: (client: Client, receipt: TransactionReceipt, taken: number) => Promise<Proof>
}

/** What someone else has to be allowed to take before an intent can be carried out, in base units. */
export interface Approval {
  readonly token: Address
  readonly spender: Address
  readonly needed: bigint
  /** What is asked for when the allowance is short. */
  readonly amount: bigint
  /** What it does, in few words. */
  readonly name: string
  /** The portfolio lists it, and it can be taken back there. */
  readonly isListed?: true
  /** Why it must not be given. @throws RPC errors */
  readonly check?: (client: Client) => Promise<Failure | undefined>
}

/** Contracts that an intent names: compared with the market's own before anything is sent, whatever the browser has kept. */
export interface NamedContracts {
  readonly committer?: Address
  readonly settlementToken?: Address
  readonly poolKeeper?: Address
  readonly poolFactory?: Address
  readonly vault?: Address
  readonly balancerPools?: readonly Address[]
  readonly farm?: Address
}

/** One kind of intent, whole: everything that the machine and the screens ask of it. */
export interface FlowKind<I extends IntentBase> {
  /** What a stored intent has to look like. */
  readonly schema: GenericSchema
  /** The steps that `action` knows. */
  readonly stepKinds: readonly string[]
  readonly steps: (intent: I, needsApproval: boolean) => readonly Step[]
  /** Undefined where nothing is taken from the wallet. */
  readonly approval?: (intent: I) => Approval | undefined
  readonly contracts: (intent: I) => NamedContracts
  /**
   * What it is for, whatever the amount, where doing it twice is not doing it once: of two flows with one purpose the later one is
   * another attempt.
   */
  readonly purpose?: (intent: I) => string
  /** Whether what a stored intent says of its steps is what they say, too. */
  readonly isSound?: (flow: Pick<FlowOf<I>, 'intent' | 'steps'>) => boolean
  /** The transaction of a step other than `approve` and `batch`. @throws RangeError where the intent has no such step */
  readonly action: (intent: I, step: StepId, account: Address) => Action
  /** Where all steps can be sent as one. */
  readonly batch?: {
    readonly name: (intent: I) => string
    /**
     * Why the batch must not be sent. What needs the approval that comes with it cannot be tried out before.
     *
     * @throws What the contracts or the RPC answer
     */
    readonly check: (
      client: Client,
      flow: Pick<FlowOf<I>, 'intent' | 'account'>,
      needsApproval: boolean,
    ) => Promise<Failure | undefined>
  }
  /** What it has come to when all is done, in a sentence. */
  readonly result: (flow: Pick<FlowOf<I>, 'intent' | 'steps'>) => string
}
