import type { Hash } from 'viem'
import { isKnownBatch } from './batchCalls'
import { findByNonce } from './findByNonce'
import { findTransaction } from './findTransaction'
import { currentStepIndex } from './flow'
import { clientOf, type FlowContext } from './flowContext'
import { actionsOf } from './kinds/kinds'
import { receiptOf, transactionOf } from './readTransaction'
import type { StepEvent } from './reduceFlow'
import type { SearchFrom } from './step'
import { newWatch, type TrackingContext } from './trackingContext'
import { UnfinishedSearchError } from './unfinishedSearchError'
import { verifyStep } from './verifyStep'

/**
 * At the person's word that nothing was sent the wallet is asked for a batch, and the chain is searched once more.
 *
 * @param wasWarned Whether they said so with the warning before them that the chain could not confirm it
 */
export async function declareUnsent(
  context: FlowContext,
  id: string,
  wasWarned: boolean,
): Promise<void> {
  const { config, store } = context
  const flow = store.find(id)
  const index = flow === undefined ? -1 : currentStepIndex(flow)
  const step = flow?.steps[index]
  if (flow === undefined || step === undefined) return
  const dispatch = (event: StepEvent) => store.dispatch(id, index, event)
  const client = clientOf(config, flow)
  const callsId = step.lastRequest?.callsId
  if (callsId !== undefined && (await isKnownBatch(config, callsId))) {
    dispatch({ type: 'submit', callsId })
    return
  }
  if (step.status.at === 'unknown')
    await searchChain({ context, client, flow, step, dispatch, watch: newWatch() }, step.status)
  dispatch({ type: 'declareUnsent', wasWarned })
}

/** Searches once; true when something was found. What it came to otherwise is written down, too. */
export async function searchChain(followed: TrackingContext, search: SearchFrom): Promise<boolean> {
  const { dispatch } = followed
  try {
    const found = await findStep(followed, search)
    if (found !== undefined) return dispatch(found)
    dispatch({ type: 'searched', result: 'nothing' })
  } catch (error) {
    // Asked again later.
    const isUnfinished = error instanceof UnfinishedSearchError
    dispatch({ type: 'searched', result: isUnfinished ? 'unfinished' : 'failed' })
  }
  return false
}

/**
 * What may have been sent of a step: by the events that it must have left, and among what the account has sent since, where
 * either can be had; a contract that was created, where it must stand.
 *
 * @returns The event that tells of it; undefined when there is nothing
 * @throws Error when it is not found, and cannot be told not to be there
 */
export async function findStep(
  followed: TrackingContext,
  search: SearchFrom,
): Promise<Extract<StepEvent, { type: 'send' | 'confirm' }> | undefined> {
  const { client, flow, step, watch } = followed
  const [action] = actionsOf(flow, step)
  if (action?.find !== undefined) {
    const { found, isComplete } = await action.find(client, search, watch)
    if (found === undefined && !isComplete)
      throw new Error('Not all of the account’s transactions could be checked')
    if (found === undefined) return undefined
    const { hash, address: created } = found
    return hash === undefined
      ? { type: 'confirm', created }
      : { type: 'send', hash, isSearched: true }
  }
  const hash = await findHash(followed, search)
  return hash === undefined ? undefined : { type: 'send', hash, isSearched: true }
}

/** Blocks that are searched once more: of several nodes behind one address some have an event a little later. */
const OVERLAP_BLOCKS = 50n

/** @throws Error when neither way can tell that it is not there */
async function findHash(followed: TrackingContext, search: SearchFrom): Promise<Hash | undefined> {
  const { context, client, flow, step, watch } = followed
  const flows = context.store.get
  const since = (watch.searchedTo ?? 0n) - OVERLAP_BLOCKS
  const fromBlock = since > search.fromBlock ? since : search.fromBlock
  const byEvents = await outcomeOf(
    findTransaction(client, flow, step, { fromBlock }, flows, watch.otherHashes),
  )
  if ('value' in byEvents) {
    if (byEvents.value.hash !== undefined) return byEvents.value.hash
    watch.searchedTo = byEvents.value.toBlock
  }
  const { otherNonces } = watch
  const bySender = await outcomeOf(findByNonce(client, flow, step, search, flows, otherNonces))
  if ('value' in bySender && bySender.value.hash !== undefined) return bySender.value.hash
  const isTold = 'value' in byEvents || ('value' in bySender && bySender.value.isComplete)
  if (isTold) watch.isUnfinished = false
  else if (byEvents.error instanceof UnfinishedSearchError) watch.isUnfinished = true
  if (!isTold) throw byEvents.error
  return undefined
}

async function outcomeOf<value>(promise: Promise<value>) {
  try {
    return { value: await promise } as const
  } catch (error) {
    return { error } as const
  }
}

/**
 * Whether one of the step's own transactions is alive or has done it after all: one that was given up can turn up again.
 *
 * @throws RPC errors
 */
export async function findOwn({
  context,
  client,
  flow,
  step,
}: TrackingContext): Promise<Extract<StepEvent, { type: 'send' }> | undefined> {
  for (const hash of step.hashes.toReversed()) {
    const receipt = await receiptOf(client, hash)
    if (receipt === undefined) {
      if ((await transactionOf(client, hash)) !== undefined) return { type: 'send', hash }
    } else if (receipt.status === 'success') {
      const { proof } = await verifyStep(client, flow, step, receipt, context.store.get())
      if (proof.isDone) return { type: 'send', hash }
    }
  }
  return undefined
}
