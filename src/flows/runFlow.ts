import {
  describeFailure,
  type Failure,
  isDefinitelyUnsent,
  isRejection,
} from '../chain/describeFailure'
import { isTurnedDown } from './batchCalls'
import { awaitWalletOrChain, findEarlierTransaction } from './earlierRequests'
import { currentStepIndex, type Flow, isFinished } from './flow'
import type { FlowContext } from './flowContext'
import type { FlowStore } from './flowStore'
import { checkDropped, followStep } from './followStep'
import { actionsOf } from './kinds/kinds'
import { type Prepared, prepareStep } from './prepareStep'
import type { StepEvent } from './reduceFlow'
import { walletMismatch } from './walletMismatch'

/**
 * Takes a flow from where it stands to its end, or to the first thing that needs the person.
 * Only ever called from a click: it opens the wallet.
 */
export async function runFlow(context: FlowContext, id: string): Promise<void> {
  await withFlowLock(id, async () => {
    // Another tab may have had it until now.
    context.store.reload()
    for (;;) {
      const flow = context.store.find(id)
      const index = flow === undefined ? -1 : currentStepIndex(flow)
      if (flow === undefined || index === -1) return
      if (!(await runStep(context, flow, index))) return
      // Dismissed meanwhile: what is out was followed to its end, and nothing else is asked for.
      if (context.store.find(id)?.dismissed) return
    }
  })
}

/** The flows of a store that someone waits to take over already. */
const awaited = new WeakMap<FlowStore, Set<string>>()

/**
 * Takes up what no one has in hand, after a reload or when another tab was closed: follows what was sent, and looks for what
 * may have been sent. Opens no wallet, sends nothing. What another tab has in hand is waited for: it may be closed.
 */
export async function resumeFlows(
  context: FlowContext,
  isMeant: (flow: Flow) => boolean = () => true,
): Promise<void> {
  const { config, store } = context
  const waiting = awaited.get(store) ?? new Set()
  awaited.set(store, waiting)
  const left = store
    .get()
    .filter(
      ({ id, chainId }) => !waiting.has(id) && config.chains.some((one) => one.id === chainId),
    )
    .filter((flow) => !isFinished(flow) && isMeant(flow))
  await Promise.all(
    left.map(async ({ id }) => {
      waiting.add(id)
      await withFlowLock(id, () => resumeFlow(context, id)).finally(() => waiting.delete(id))
    }),
  )
}

async function resumeFlow(context: FlowContext, id: string): Promise<void> {
  const { store } = context
  // The tab that had it may have come to its end.
  store.reload()
  const flow = store.find(id)
  const index = flow === undefined ? -1 : currentStepIndex(flow)
  if (flow === undefined || index === -1) return
  store.dispatch(id, index, { type: 'reload' })
  await checkDropped(context, flow, index).catch(() => undefined)
  await followStep(context, id, index)
}

/**
 * Whether tabs can tell whether another one is there. Without it (plain http, old browsers) only a reload takes a flow up.
 */
export function hasLocks(): boolean {
  return 'locks' in navigator
}

/** One tab at a time works on a flow. The second one waits for its turn, and then finds what the first has done. */
async function withFlowLock(id: string, work: () => Promise<void>): Promise<void> {
  if (!hasLocks()) return work()
  let isGranted = false
  try {
    await navigator.locks.request(`flow:${id}`, () => {
      isGranted = true
      return work()
    })
  } catch (error) {
    if (isGranted) throw error
    // A browser that forbids storage can have locks and refuse each of them: as one that has none.
    await work()
  }
}

/** Runs one step; false when the flow cannot go on without the person. */
async function runStep(context: FlowContext, flow: Flow, index: number): Promise<boolean> {
  const { config, store } = context
  const { id } = flow
  const dispatch = (event: StepEvent) => store.dispatch(id, index, event)
  const stop = ({ code, message }: Failure) => {
    dispatch({ type: 'stop', code, message })
    return false
  }
  try {
    await checkDropped(context, flow, index)
  } catch (error) {
    // Whether the one before is alive cannot be asked: then no other is sent, and the person is told why.
    return dispatch({ type: 'simulate' }) ? stop(describeFailure(error)) : false
  }
  if (!dispatch({ type: 'simulate' })) return followStep(context, id, index)

  const mismatch = walletMismatch(config, flow)
  if (mismatch !== undefined) return stop(mismatch)
  let prepared: Prepared | undefined
  try {
    // What the wallet was asked for before may have been sent since, whatever was said of it.
    const earlier = await findEarlierTransaction(context, store.find(id) ?? flow, index)
    if (earlier !== undefined) {
      dispatch(earlier)
      return followStep(context, id, index)
    }
    prepared = await prepareStep(context, flow, index)
  } catch (error) {
    return stop(describeFailure(error, revertsOf(flow, index)))
  }
  if (prepared === undefined) return dispatch({ type: 'confirm' })
  if ('code' in prepared) return stop(prepared)
  // The person may have switched while the simulation ran.
  const laterMismatch = walletMismatch(config, flow)
  if (laterMismatch !== undefined) return stop(laterMismatch)

  // Written down before the wallet is asked, for a reload to find it by. Refused where another page was quicker.
  if (!dispatch({ type: 'askWallet', ...prepared.search })) return false
  const answer = await awaitWalletOrChain(context, id, index, askWallet(prepared))
  if (isFailure(answer)) return stop(answer)
  const isAccepted = dispatch(answer)
  // Refused where another page has changed the step: the hash is kept anyway.
  if (!isAccepted && answer.type === 'send') dispatch({ type: 'learn', hash: answer.hash })
  return answer.type === 'unbatch' ? isAccepted : followStep(context, id, index)
}

function isFailure(answer: StepEvent | Failure): answer is Failure {
  return !('type' in answer)
}

/** What a wallet's answer means: an event, or why surely nothing was sent. */
async function askWallet({
  search,
  send,
}: Exclude<Prepared, Failure>): Promise<StepEvent | Failure> {
  try {
    return await send()
  } catch (error) {
    if (isRejection(error)) return describeFailure(error)
    if (search.callsId !== undefined && isTurnedDown(error)) return { type: 'unbatch' }
    const failure = describeFailure(error)
    if (isDefinitelyUnsent(failure)) return failure
    // The wallet broke off in the middle: it may have sent. The chain knows.
    return { type: 'lose', message: failure.message }
  }
}

/** What the contract's reasons mean in a step, where that differs from the rest. */
function revertsOf(flow: Flow, index: number) {
  const step = flow.steps[index]
  try {
    return step && actionsOf(flow, step)[0]?.reverts
  } catch {
    return undefined
  }
}
