import type { Hash } from 'viem'
import { findCreation, isWrapper } from './creation'
import { findAmongSent } from './findAmongSent'
import { findTransaction } from './findTransaction'
import { currentStepIndex, type SearchFrom } from './flow'
import { clientOf, type FlowContext } from './flowContext'
import { type Followed, newWatch } from './followed'
import type { StepEvent } from './reduceFlow'

/**
 * At the person's word that nothing was sent the chain is searched once more.
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
  if (step.status.at === 'unknown')
    await searchChain({ context, client, flow, step, dispatch, watch: newWatch() }, step.status)
  dispatch({ type: 'declareUnsent', wasWarned })
}

/** Searches once; true when something was found. What it came to otherwise is written down, too. */
export async function searchChain(followed: Followed, search: SearchFrom): Promise<boolean> {
  const { step, dispatch } = followed
  try {
    if (isWrapper(step.kind)) {
      const found = await findWrapper(followed, search)
      if (found !== undefined) {
        const { hash, address: created } = found
        return dispatch(hash === undefined ? { type: 'confirm', created } : { type: 'send', hash })
      }
    } else {
      const hash = await findOnChain(followed, search)
      if (hash !== undefined) return dispatch({ type: 'send', hash })
    }
    dispatch({ type: 'searched', result: 'nothing' })
  } catch {
    // Asked again later.
    dispatch({ type: 'searched', result: 'failed' })
  }
  return false
}

/**
 * By the events that it must have left, and among what the account has sent since, where either can be had.
 *
 * @throws Error when neither can tell that it is not there
 */
export async function findOnChain(
  followed: Followed,
  search: SearchFrom,
): Promise<Hash | undefined> {
  const { context, client, flow, step, watch } = followed
  const { otherNonces } = watch
  if (isWrapper(step.kind)) return (await findWrapper(followed, search))?.hash
  const taken = new Set(
    context.store.get().flatMap(({ steps }) => steps.flatMap(({ hashes }) => hashes)),
  )
  const byEvents = await outcomeOf(findTransaction(client, flow, step, search, taken))
  if ('value' in byEvents && byEvents.value !== undefined) return byEvents.value
  const bySender = await outcomeOf(findAmongSent(client, flow, step, search, taken, otherNonces))
  if ('value' in bySender && bySender.value.hash !== undefined) return bySender.value.hash
  const isTold = 'value' in byEvents || ('value' in bySender && bySender.value.isComplete)
  if (!isTold) throw byEvents.error
  return undefined
}

/** @throws Error when it is not found, and not all that the account has sent could be looked at */
async function findWrapper({ client, flow, step, watch }: Followed, search: SearchFrom) {
  const { found, isComplete } = await findCreation(client, flow, step, search, watch)
  if (found === undefined && !isComplete)
    throw new Error('Not all that the account has sent could be looked at')
  return found
}

async function outcomeOf<value>(promise: Promise<value>) {
  try {
    return { value: await promise } as const
  } catch (error) {
    return { error } as const
  }
}
