import {
  type Address,
  encodeDeployData,
  encodeFunctionData,
  type Hash,
  type Hex,
  isAddressEqual,
} from 'viem'
import type { Flow } from './flow'
import { type ActionRequest, isCreation } from './kinds/flowKind'
import { actionsOf } from './kinds/kinds'
import type { Step, StepId } from './step'

/** The parts of a transaction that say who does what. */
export interface SentTransaction {
  readonly hash: Hash
  readonly from: Address
  readonly to: Address | null
  readonly input: Hex
  /** Of its block; undefined while it waits for one. */
  readonly blockNumber?: bigint | null | undefined
}

/** A step, with what is known of when its wallet was asked. */
type Askable = StepId & Partial<Pick<Step, 'lastRequest'>>

/** Whose step it is. */
type Owner = Pick<Flow, 'intent' | 'account'>

/**
 * Whether a transaction makes the calls of a step: directly, or inside that of a smart wallet, which carries them word for
 * word. Of a batch only the commits are looked for, since an approval may have been left out. One transaction can carry the
 * calls of several flows: what belongs to other steps is not counted.
 *
 * @param flows All flows that are known: steps in them that have this transaction on record hold their calls of it, and so
 *   do those whose wallet was asked later and has not answered. What it was asked for first is found when they are settled.
 */
export function matchesStepCalls(
  transaction: SentTransaction,
  flow: Owner & Partial<Pick<Flow, 'id'>>,
  step: Askable,
  flows: readonly Flow[] = [],
): boolean {
  const calls = callsOf(flow, step)
  const held = flows.flatMap((other) =>
    other.steps
      .filter((one) => !isSame(other, one, flow, step))
      .filter((one) => one.hashes.includes(transaction.hash) || isNearer(one, step, transaction))
      .flatMap((one) => callsOf(other, one)),
  )
  return calls.every(({ key, request }) => {
    const needed = calls.filter((call) => call.key === key).length
    const taken = held.filter((call) => call.key === key).length
    return timesCarried(transaction, flow.account, request) >= needed + taken
  })
}

/** Whether another step's wallet was asked between this one's and the transaction's block, and may have sent it. */
function isNearer({ status }: Step, step: Askable, { blockNumber }: SentTransaction): boolean {
  if (status.at !== 'signing' && status.at !== 'unknown') return false
  const own = step.lastRequest?.fromBlock
  return (
    own !== undefined &&
    status.fromBlock > own &&
    (typeof blockNumber !== 'bigint' || blockNumber > status.fromBlock)
  )
}

/** How many steps of other flows have their share in a transaction already, by the same call. */
export function timesTaken(
  hash: Hash,
  flow: Flow,
  step: Step,
  request: ActionRequest,
  flows: readonly Flow[],
): number {
  const key = keyOf(request)
  return flows
    .flatMap((other) =>
      other.steps
        .filter(({ status }) => status.at === 'done' && status.hash === hash)
        .filter((one) => !isSame(other, one, flow, step))
        .flatMap((one) => callsOf(other, one)),
    )
    .filter((call) => call.key === key).length
}

function isSame(
  flow: Pick<Flow, 'id'>,
  step: StepId,
  other: Partial<Pick<Flow, 'id'>>,
  otherStep: StepId,
): boolean {
  return flow.id === other.id && step.kind === otherStep.kind && step.leg === otherStep.leg
}

interface Call {
  readonly key: string
  readonly request: ActionRequest
}

function callsOf(flow: Owner, step: StepId): readonly Call[] {
  return actionsOf(flow, step).map((action) => {
    const request = action.request()
    return { key: keyOf(request), request }
  })
}

/** The same for two calls that do the same. */
export function keyOf(request: ActionRequest): string {
  if (isCreation(request)) return encodeDeployData(request)
  return `${request.address}${digits(encodeFunctionData(request))}`.toLowerCase()
}

function timesCarried(
  { from, to, input }: SentTransaction,
  account: Address,
  request: ActionRequest,
): number {
  if (isCreation(request))
    return to === null && isAddressEqual(from, account) && input === encodeDeployData(request)
      ? 1
      : 0
  const data = encodeFunctionData(request)
  if (to !== null && isAddressEqual(to, request.address))
    return isAddressEqual(from, account) && input.startsWith(data) ? 1 : 0
  const outer = `${to ?? ''}${input}`.toLowerCase()
  if (![account, request.address].every((part) => outer.includes(digits(part)))) return 0
  return outer.split(digits(data)).length - 1
}

function digits(hex: Hex): string {
  return hex.slice(2).toLowerCase()
}
