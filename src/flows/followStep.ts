import type { Hash, TransactionReceipt } from 'viem'
import { getCode, getTransactionCount } from 'viem/actions'
import { type BatchState, getBatchState, isKnownBatch } from './batchCalls'
import { findReplacement, type MinedTransaction } from './findReplacement'
import type { Flow } from './flow'
import { clientOf, type FlowContext, pause } from './flowContext'
import { actionsOf } from './kinds/kinds'
import { matchesStepCalls } from './matchesStepCalls'
import { receiptOf, transactionOf } from './readTransaction'
import type { StepEvent } from './reduceFlow'
import { replayRevert } from './replayRevert'
import { findOwn, findStep, searchChain } from './searchLost'
import type { FailedBecause, SearchFrom, StepStatus } from './step'
import {
  countedClient,
  hasBackedOff,
  newWatch,
  pauseAfterLook,
  pauseAfterSearch,
  type TrackingContext,
} from './trackingContext'
import { sharesTaken, verifyStep } from './verifyStep'

/** Nodes behind one address need not have heard of a transaction at the same moment. */
const MISSING_AFTER_MS = 30_000

type Sent = Extract<StepStatus, { at: 'sent' }>
type Submitted = Extract<StepStatus, { at: 'submitted' }>

/** Waits until the step's transaction is final for us; true when it succeeded. Sends nothing. */
export async function followStep(
  context: FlowContext,
  id: string,
  index: number,
): Promise<boolean> {
  const { config, store } = context
  const watch = newWatch()
  const dispatch = (event: StepEvent) => store.dispatch(id, index, event)
  for (;;) {
    const flow = store.find(id)
    const step = flow?.steps[index]
    if (flow === undefined || step === undefined) return false
    const client = countedClient(clientOf(config, flow), watch)
    const followed = { context, client, flow, step, dispatch, watch }
    const { status } = step
    if (status.at === 'unknown') await searchOnce(followed, status)
    else if (status.at === 'submitted') await askWalletOnce(followed, status)
    else if (status.at === 'sent') await lookOnce(followed, status)
    else return status.at === 'done'
  }
}

/** Takes a transaction up again that was given up, if a node knows it after all. */
export async function checkDropped(context: FlowContext, flow: Flow, index: number): Promise<void> {
  const status = flow.steps[index]?.status
  if (status?.at !== 'failed' || status.because !== 'dropped' || status.hash === undefined) return
  const known = await transactionOf(clientOf(context.config, flow), status.hash)
  if (known !== undefined) context.store.dispatch(flow.id, index, { type: 'reappear' })
}

/** A hash that was lost: the wallet is asked for a batch, and the chain for what it must have left there. */
async function searchOnce(followed: TrackingContext, search: SearchFrom): Promise<void> {
  const { context, dispatch, watch } = followed
  // A hash that another page has heard of is not searched for any more.
  const own = await findOwn(followed).catch(() => undefined)
  if (own !== undefined && dispatch(own)) return
  const { callsId } = search
  if (callsId !== undefined) {
    // What the wallet says of a batch that has failed, or that it does not know, is not enough.
    if (await isKnownBatch(context.config, callsId)) {
      dispatch({ type: 'submit', callsId })
      return
    }
  }
  if (!(await searchChain(followed, search)))
    await pauseUntilChange(followed, pauseAfterSearch(watch))
}

/** A batch that the wallet has in hand. What it says of the end is looked up on the chain. */
async function askWalletOnce(followed: TrackingContext, status: Submitted): Promise<void> {
  const { context, dispatch, watch } = followed
  let state: BatchState
  try {
    state = await getBatchState(context.config, status.callsId)
  } catch {
    // The wallet is away, on another account, or has forgotten it: the chain has not.
    const own = await findOwn(followed).catch(() => undefined)
    if (own !== undefined ? dispatch(own) : await searchChain(followed, status)) return
    return await missAndPause(followed)
  }
  for (const hash of state.hashes) dispatch({ type: 'learn', hash })
  if (state.outcome === 'pending') {
    watch.unseenSinceMs = undefined
    if (!hasBackedOff(watch)) return await pause(pauseAfterLook(watch))
    // A wallet can say so forever of what is long in a block.
    if (await searchChain(followed, status)) return
    return await pauseUntilChange(followed, pauseAfterSearch(watch))
  }
  try {
    const end = await batchEnd(followed, state)
    const isSure = end?.type === 'confirm' || end?.because === 'partly'
    if (!isSure && (await searchChain(followed, status))) return
    if (end !== undefined) {
      dispatch(end)
      context.onChainChanged()
      return
    }
  } catch {
    return await pauseUntilChange(followed, pauseAfterSearch(watch))
  }
  if (state.outcome === 'done' || state.hashes.length > 0) return await missAndPause(followed)
  dispatch({ type: 'lose', message: 'Your wallet reports that it didn’t execute this.' })
}

type BatchEnd = Extract<StepEvent, { type: 'confirm' | 'fail' }>

/** What the transactions of a batch did; undefined where the chain does not have all of them. @throws RPC errors */
async function batchEnd(
  { client, context, flow, step }: TrackingContext,
  { hashes }: BatchState,
): Promise<BatchEnd | undefined> {
  const receipts = await Promise.all(hashes.map((hash) => receiptOf(client, hash)))
  const mined = receipts.filter((receipt) => receipt !== undefined)
  const last = mined.at(-1)
  if (last === undefined || mined.length < receipts.length) return undefined
  const hash = last.transactionHash
  const all = { ...last, logs: mined.flatMap(({ logs }) => logs) }
  const flows = context.store.get
  const { proof, isPartly, taken } = await verifyStep(client, flow, step, all, flows())
  if (sharesTaken(hash, flow, step, flows()) !== taken) return undefined
  if (proof.isDone) return { type: 'confirm', hash }
  const hasReverted = mined.every(({ status }) => status === 'reverted')
  const because = isPartly ? 'partly' : hasReverted ? 'reverted' : 'undone'
  return { type: 'fail', because, ...(proof.reason === undefined ? {} : { reason: proof.reason }) }
}

async function missAndPause(followed: TrackingContext): Promise<void> {
  await noteUnseen(followed)
  await pauseUntilChange(followed, pauseAfterSearch(followed.watch))
}

/** A transaction with a hash: mined, replaced, waiting, or gone. */
async function lookOnce(followed: TrackingContext, status: Sent): Promise<void> {
  try {
    if (await isSettled(followed, status)) return
    const { watch } = followed
    const isSeen = watch.unseenSinceMs === undefined
    await pauseUntilChange(followed, isSeen ? pauseAfterLook(watch) : pauseAfterSearch(watch))
  } catch {
    // The RPC is in trouble, not the transaction: its hash is kept, and asked for again.
    await pauseUntilChange(followed, pauseAfterSearch(followed.watch))
  }
}

async function isSettled(followed: TrackingContext, status: Sent): Promise<boolean> {
  const { client, dispatch, watch } = followed
  const { hash } = status
  const receipt = await receiptOf(client, hash)
  if (receipt !== undefined) return settle(followed, receipt)
  const seen = await transactionOf(client, hash)
  if (seen !== undefined) {
    watch.unseenSinceMs = undefined
    dispatch({ type: 'sight', sender: seen.from, nonce: seen.nonce, of: hash })
  }
  const trace = seen === undefined ? status.trace : { sender: seen.from, nonce: seen.nonce }
  if (trace !== undefined) {
    const used = await getTransactionCount(client, { address: trace.sender })
    if (used > trace.nonce) return superseded(followed, { ...status, trace })
  }
  return seen === undefined ? isFoundElsewhere(followed, status) : false
}

/** No one knows the hash: the same call may have been sent again before a node was asked for this one. */
async function isFoundElsewhere(
  followed: TrackingContext,
  { hash: of, fromBlock, nonce }: Sent,
): Promise<boolean> {
  const search = { fromBlock: fromBlock ?? 0n, ...(nonce === undefined ? {} : { nonce }) }
  // A search that fails does not make it known.
  const found =
    fromBlock === undefined ? undefined : await findStep(followed, search).catch(() => undefined)
  if (found?.type === 'send') return followed.dispatch({ type: 'replace', hash: found.hash, of })
  await noteUnseen(followed, of)
  return false
}

/** The nonce is used: by this transaction, whose receipt is late, or by one that took its place. */
async function superseded(followed: TrackingContext, status: Sent & Required<Pick<Sent, 'trace'>>) {
  const { client, flow, step, dispatch, context } = followed
  const { hash, trace, fromBlock } = status
  // Not every node keeps the states that this needs.
  const other =
    fromBlock === undefined
      ? undefined
      : await findReplacement(client, trace, fromBlock).catch(() => undefined)
  if (other?.hash === hash) return false
  if (other === undefined) return isFoundElsewhere(followed, status)
  dispatch({ type: 'replace', hash: other.hash, of: hash })
  // A speed-up does the same thing at another price; anything else in its place did not do ours.
  if (matchesStepCalls(other, flow, step)) return true
  dispatch({ type: 'fail', because: whyReplaced(other), of: other.hash })
  context.onChainChanged()
  return true
}

/** Wallets cancel with a transaction to oneself that does nothing. */
function whyReplaced({ from, to, input, value }: MinedTransaction): FailedBecause {
  return from === to && input === '0x' && value === 0n ? 'cancelled' : 'replaced'
}

async function settle(followed: TrackingContext, receipt: TransactionReceipt): Promise<boolean> {
  const { client, flow, step, dispatch, context } = followed
  const { transactionHash: hash, status, blockNumber } = receipt
  const flows = context.store.get
  if (status === 'success') {
    const { proof, isPartly, taken } = await verifyStep(client, flow, step, receipt, flows())
    if (sharesTaken(hash, flow, step, flows()) !== taken) return false
    if (proof.isDone) {
      const { created } = proof
      dispatch({ type: 'confirm', hash, ...(created === undefined ? {} : { created }) })
    } else {
      // A wallet can name another transaction than the one that has ours in it.
      const found = await findElsewhere(followed)
      if (found !== undefined) return dispatch({ type: 'replace', hash: found, of: hash })
      const reason = taken > 0 ? SHARED : (proof.reason ?? (await reasonOf(followed, blockNumber)))
      const because = isPartly ? 'partly' : 'undone'
      dispatch({ type: 'fail', because, of: hash, ...(reason === undefined ? {} : { reason }) })
    }
  } else {
    const reason = await reasonOf(followed, blockNumber)
    const why = reason === undefined ? {} : { reason }
    dispatch({ type: 'fail', because: 'reverted', of: hash, ...why })
  }
  context.onChainChanged()
  return true

  async function reasonOf({ step: one }: TrackingContext, at: bigint): Promise<string | undefined> {
    const [action] = one.kind === 'batch' ? [] : actionsOf(flow, one)
    return action && replayRevert(client, action, flow.account, at)
  }
}

const SHARED = 'This transaction executed another, identical order of yours.'

/** Where else the step may have been done; what cannot be searched is searched again before anything is sent. */
async function findElsewhere(followed: TrackingContext): Promise<Hash | undefined> {
  const { lastRequest } = followed.step
  if (lastRequest === undefined) return undefined
  const found = await findStep(followed, lastRequest).catch(() => undefined)
  return found?.type === 'send' ? found.hash : undefined
}

async function noteUnseen(
  { watch, dispatch, client, flow }: TrackingContext,
  of?: Hash,
): Promise<void> {
  watch.unseenSinceMs ??= Date.now()
  if (Date.now() - watch.unseenSinceMs < MISSING_AFTER_MS) return
  const code = await getCode(client, { address: flow.account }).catch(() => undefined)
  const awaitsSigners = code !== undefined && !code.startsWith('0xef0100')
  const { isUnfinished } = watch
  dispatch({ type: 'miss', awaitsSigners, isUnfinished, ...(of === undefined ? {} : { of }) })
}

/** A pause that ends when the step does: at the person's word nothing is waited for. */
async function pauseUntilChange(
  { context, flow, step }: TrackingContext,
  ms: number,
): Promise<void> {
  const { store } = context
  const index = flow.steps.indexOf(step)
  let stop = (): void => undefined
  const changed = new Promise<void>((resolve) => {
    stop = store.subscribe(() => {
      if (store.find(flow.id)?.steps[index]?.status.at !== step.status.at) resolve()
    })
  })
  await Promise.race([pause(ms), changed])
  stop()
}
