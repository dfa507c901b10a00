import { isHash } from 'viem'
import { getBlockNumber, getTransactionCount } from 'viem/actions'
import { deployContract, writeContract } from 'wagmi/actions'
import type { Failure } from '../chain/describeFailure'
import { canBatch, newCallsId, sendBatch } from './batchCalls'
import { claimOfferProblem } from './claimOfferProblem'
import { intervalProofGas } from './estimateGas'
import type { Flow } from './flow'
import { clientOf, type FlowContext } from './flowContext'
import { foreignContract } from './foreignContract'
import { isCreation } from './kinds/flowKind'
import { actionsOf, approvalOf, kindOf } from './kinds/kinds'
import { consentProblem, isLeaving } from './orderConsent'
import { firstUnsentLeg, projectionProblem } from './orderProjection'
import type { StepEvent } from './reduceFlow'
import type { SearchFrom, Step } from './step'
import { tryAction } from './tryAction'

/** A transaction, or a batch of them, that the contracts would take. */
interface Ready {
  readonly search: SearchFrom
  /** Asks the wallet. */
  readonly send: () => Promise<StepEvent>
}

export type Prepared = Ready | Failure

/**
 * Decides how a step is sent, looks whether it still is what the person has agreed to, and tries it out.
 *
 * @returns Undefined when there is nothing to send
 * @throws What the contracts or the RPC answer
 */
export async function prepareStep(
  context: FlowContext,
  flow: Flow,
  index: number,
): Promise<Prepared | undefined> {
  const { config } = context
  const client = clientOf(config, flow)
  const { account, chainId, intent } = flow
  const step = flow.steps[index]
  if (step === undefined) return undefined
  const foreign = foreignContract(intent, await context.readContracts(flow))
  if (foreign !== undefined) return foreign
  const offer = await claimOfferProblem(context, flow)
  if (offer !== undefined) return offer
  const batch = await prepareBatch(context, flow, index)
  if (batch !== undefined) return batch

  const [action] = actionsOf(flow, step)
  if (action === undefined || (await action.isThere?.(client))) return undefined
  // What the contract says goes before what has become of the figures; a pause, for one, leaves none.
  const [problem, refusal] = await Promise.all([
    action.check?.(client),
    tryAction(client, action, account),
  ])
  const stop = problem ?? refusal ?? (await checkAgreed(context, flow, step))
  if (stop !== undefined) return stop
  const request = action.request()
  if (isCreation(request))
    return {
      // Without the nonce what it creates could not be found again.
      search: { ...(await searchFrom(context, flow)), nonce: await nextNonce(context, flow) },
      send: async () => {
        const hash = await deployContract(config, { ...request, account, chainId })
        return sentAs(hash)
      },
    }
  const ownGas = action.hasMovingGas && (await intervalProofGas(client, request, account))
  const gas = ownGas === undefined ? {} : { gas: ownGas }
  return {
    search: await searchFrom(context, flow),
    send: async () => {
      const hash = await writeContract(config, { ...request, ...gas, account, chainId })
      return sentAs(hash)
    },
  }
}

/** A wallet can answer anything: what is no hash leaves open whether it has sent. */
function sentAs(answer: unknown): StepEvent {
  if (typeof answer === 'string' && isHash(answer)) return { type: 'send', hash: answer }
  return { type: 'lose', message: 'Your wallet didn’t return a transaction hash.' }
}

/** All that is left of a flow as one, where the wallet can do that; undefined where it goes one by one. */
async function prepareBatch(
  context: FlowContext,
  flow: Flow,
  index: number,
): Promise<Prepared | undefined> {
  const { config, store } = context
  const { intent } = flow
  const step = flow.steps[index]
  const { batch, steps } = kindOf(intent)
  if (step === undefined || batch === undefined || !(await isBatch(config, flow, step))) return
  const client = clientOf(config, flow)
  const needsApproval = !(await isApproved(context, flow))
  // What is one call anyway needs no batch.
  if (step.kind !== 'batch' && steps(intent, needsApproval).length === 1) return
  const problem =
    (await batch.check(client, flow, needsApproval)) ?? (await checkAgreed(context, flow, step))
  if (problem !== undefined) return problem
  if (step.kind !== 'batch') store.dispatch(flow.id, index, { type: 'batch' })
  const actions = actionsOf(flow, { kind: 'batch', leg: undefined }, needsApproval)
  const callsId = newCallsId()
  return {
    search: { ...(await searchFrom(context, flow)), callsId },
    send: async () => ({
      type: 'submit',
      callsId: await sendBatch(config, flow, actions, callsId),
    }),
  }
}

/** Only what has not started may still become a batch. */
async function isBatch(config: FlowContext['config'], flow: Flow, step: Step): Promise<boolean> {
  if (step.kind === 'batch') return true
  const isUntouched = flow.steps.every(({ status, hashes }) => {
    return hashes.length === 0 && (status.at === 'ready' || status.at === 'stopped')
  })
  return !flow.unbatched && isUntouched && flow.steps.length > 1 && canBatch(config, flow)
}

/** Whether what the intent needs may already be taken from the wallet. */
async function isApproved({ config }: FlowContext, flow: Flow): Promise<boolean> {
  if (approvalOf(flow.intent) === undefined) return true
  const [approve] = actionsOf(flow, { kind: 'approve', leg: undefined })
  return (await approve?.isThere?.(clientOf(config, flow))) ?? false
}

/**
 * An approval, a wallet and a person take their time: nothing goes out on figures that have changed meanwhile, nor into a market
 * of which something else is unknown than they have agreed to. An approval waits for no figures.
 */
async function checkAgreed(
  context: FlowContext,
  flow: Flow,
  { kind }: Step,
): Promise<Failure | undefined> {
  const { intent, account } = flow
  if (intent.kind !== 'commit') return undefined
  const legs = intent.legs.slice(firstUnsentLeg(flow))
  const hasProjection = kind !== 'approve' && intent.projection !== undefined
  if (!hasProjection && isLeaving(legs)) return undefined
  const pool = await context.readPool(flow)
  const problem = consentProblem({ ...intent, legs }, account, pool)
  return problem ?? (hasProjection ? projectionProblem(flow, pool) : undefined)
}

/** The nonce is read after the block, so that it is still free in that block. Most can be found again without it. */
async function searchFrom(context: FlowContext, flow: Flow): Promise<SearchFrom> {
  const fromBlock = await getBlockNumber(clientOf(context.config, flow), { cacheTime: 0 })
  const nonce = await nextNonce(context, flow).catch(() => undefined)
  return { fromBlock, ...(nonce === undefined ? {} : { nonce }) }
}

function nextNonce({ config }: FlowContext, flow: Flow): Promise<number> {
  return getTransactionCount(clientOf(config, flow), { address: flow.account })
}
