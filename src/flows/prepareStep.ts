import type { Hash } from 'viem'
import { getBlockNumber, getTransactionCount } from 'viem/actions'
import { deployContract, writeContract } from 'wagmi/actions'
import type { Failure } from '../chain/describeFailure'
import { canBatch, newCallsId, sendBatch } from './batchCalls'
import { checkBatch, checkStep, isApproved } from './checkStep'
import { creationOf } from './createRequest'
import { intervalProofGas } from './estimateGas'
import type { Flow, SearchFrom, Step } from './flow'
import { clientOf, type FlowContext } from './flowContext'
import { promiseProblem } from './orderPromise'
import type { StepEvent } from './reduceFlow'
import { stepRequest } from './stepRequest'

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
  const { config, store } = context
  const client = clientOf(config, flow)
  const { intent, account, chainId } = flow
  const step = flow.steps[index]
  if (step === undefined) return undefined
  if (intent.kind === 'commit' && (await isBatch(config, flow, step))) {
    const needsApproval = !(await isApproved(client, flow))
    // What is one call anyway needs no batch.
    if (step.kind === 'batch' || intent.legs.length > 1 || needsApproval) {
      const problem =
        (await checkBatch(client, flow, intent, needsApproval)) ??
        (await checkPromise(context, flow))
      if (problem !== undefined) return problem
      if (step.kind !== 'batch') store.dispatch(flow.id, index, { type: 'batch' })
      const callsId = newCallsId()
      return {
        search: { ...(await searchFrom()), callsId },
        send: async () => ({
          type: 'submit',
          callsId: await sendBatch(config, flow, intent, needsApproval, callsId),
        }),
      }
    }
  }
  if (step.kind === 'approve' && (await isApproved(client, flow))) return undefined
  // What the contract says goes before what has become of the figures; a pause, for one, leaves none.
  const problem =
    (await checkStep(client, flow, step)) ??
    (step.kind === 'commit' ? await checkPromise(context, flow) : undefined)
  if (problem !== undefined) return problem
  const creation = creationOf(intent, step, account)
  if (creation !== undefined)
    return {
      // Without the nonce what it creates could not be found again.
      search: { ...(await searchFrom()), nonce: await nextNonce() },
      send: async () => {
        const hash: Hash = await deployContract(config, { ...creation, account, chainId })
        return { type: 'send', hash }
      },
    }
  const ownGas = await intervalProofGas(client, flow, step)
  const gas = ownGas === undefined ? {} : { gas: ownGas }
  const request = { ...stepRequest(intent, step, account), ...gas }
  return {
    search: await searchFrom(),
    send: async () => {
      const hash: Hash = await writeContract(config, { ...request, account, chainId })
      return { type: 'send', hash }
    },
  }

  /** The nonce is read after the block, so that it is still free in that block. Most can be found again without it. */
  async function searchFrom(): Promise<SearchFrom> {
    const fromBlock = await getBlockNumber(client, { cacheTime: 0 })
    const nonce = await nextNonce().catch(() => undefined)
    return { fromBlock, ...(nonce === undefined ? {} : { nonce }) }
  }
  function nextNonce(): Promise<number> {
    return getTransactionCount(client, { address: account })
  }
}

/** An approval, a wallet and a person take their time: nothing goes out on figures that have changed meanwhile. */
async function checkPromise(context: FlowContext, flow: Flow): Promise<Failure | undefined> {
  if (flow.intent.kind !== 'commit' || flow.intent.promise === undefined) return undefined
  return promiseProblem(flow, await context.readPool(flow))
}

/** Only an order that has not begun may still become a batch. */
async function isBatch(config: FlowContext['config'], flow: Flow, step: Step): Promise<boolean> {
  if (step.kind === 'batch') return true
  const isUntouched = flow.steps.every(({ status, hashes }) => {
    return hashes.length === 0 && (status.at === 'ready' || status.at === 'stopped')
  })
  return !flow.unbatched && isUntouched && flow.steps.length > 1 && canBatch(config, flow)
}
