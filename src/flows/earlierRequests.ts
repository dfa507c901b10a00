import type { Failure } from '../chain/describeFailure'
import { isKnownBatch } from './batchCalls'
import type { Flow } from './flow'
import { clientOf, type FlowContext, pause } from './flowContext'
import type { StepEvent } from './reduceFlow'
import { findOwn, findStep } from './searchLost'
import { countedClient, newWatch, pauseAfterSearch, type TrackingContext } from './trackingContext'

/**
 * What the wallet may have sent of a step when it was asked before: by the hashes that are known of it, by the wallet's own word
 * of a batch, and on the chain. No one is asked about what was never asked for.
 *
 * @returns The event that tells of it, or that it cannot be told; undefined when there is nothing, also where the chain cannot
 *   be searched and the wallet was declined in, or the person has said twice that nothing was sent
 * @throws RPC errors, where nothing but a hash is known
 */
export async function findEarlierTransaction(
  context: FlowContext,
  flow: Flow,
  index: number,
): Promise<StepEvent | undefined> {
  const step = flow.steps[index]
  const { lastRequest, hashes = [] } = step ?? {}
  if (step === undefined || (lastRequest === undefined && hashes.length === 0)) return undefined
  const followed = followedStep(context, flow, index)
  try {
    const own = await findOwn(followed)
    if (own !== undefined || lastRequest === undefined) return own
  } catch (error) {
    // What was never asked for since cannot have been lost either: nothing is sent while its hash cannot be asked for.
    if (lastRequest === undefined) throw error
    return UNSEARCHABLE
  }
  const { callsId } = lastRequest
  if (callsId !== undefined && (await isKnownBatch(context.config, callsId)))
    return { type: 'submit', callsId }
  try {
    return await findStep(followed, lastRequest)
  } catch {
    return lastRequest.isBlind ? undefined : UNSEARCHABLE
  }
}

const UNSEARCHABLE: StepEvent = {
  type: 'lose',
  message: 'This request was already sent to your wallet.',
}

/**
 * The wallet's answer, or what the chain has of the transaction while the wallet stays silent. What a wallet answers later
 * is kept, and settles nothing.
 */
export async function awaitWalletOrChain(
  context: FlowContext,
  id: string,
  index: number,
  answer: Promise<StepEvent | Failure>,
): Promise<StepEvent | Failure> {
  let isAnswered = false
  const own = answer.finally(() => {
    isAnswered = true
  })
  const found = lookWhileSilent(context, id, index, () => isAnswered)
  const first = await Promise.race([own, found.then((event) => event ?? own)])
  void own.then((late) => {
    if (late !== first && 'type' in late && late.type === 'send')
      context.store.dispatch(id, index, { type: 'learn', hash: late.hash })
  })
  return first
}

async function lookWhileSilent(
  context: FlowContext,
  id: string,
  index: number,
  isAnswered: () => boolean,
): Promise<StepEvent | undefined> {
  const watch = newWatch()
  for (;;) {
    await pause(pauseAfterSearch(watch))
    const flow = context.store.find(id)
    const status = flow?.steps[index]?.status
    if (isAnswered() || flow === undefined || status?.at !== 'signing') return undefined
    const { callsId } = status
    if (callsId !== undefined && (await isKnownBatch(context.config, callsId)))
      return { type: 'submit', callsId }
    const followed = { ...followedStep(context, flow, index), watch }
    const client = countedClient(followed.client, watch)
    const found = await findStep({ ...followed, client }, status).catch(() => undefined)
    if (found !== undefined) return found
  }
}

function followedStep(context: FlowContext, flow: Flow, index: number): TrackingContext {
  const step = flow.steps[index]
  if (step === undefined) throw new RangeError(`The flow has no step ${index}`)
  const dispatch = (event: StepEvent) => context.store.dispatch(flow.id, index, event)
  const client = clientOf(context.config, flow)
  return { context, client, flow, step, dispatch, watch: newWatch() }
}
