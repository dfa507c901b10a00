import type { Client, Hash, TransactionReceipt } from 'viem'
import { TransactionNotFoundError, TransactionReceiptNotFoundError } from 'viem'
import { getTransaction, getTransactionCount, getTransactionReceipt } from 'viem/actions'
import { getBatchState } from './batchCalls'
import { carriesCall } from './carriesCall'
import { createdBy } from './creation'
import { findReplacement, type MinedTransaction } from './findReplacement'
import type { FailedBecause, Flow, SearchFrom, StepStatus } from './flow'
import { clientOf, type FlowContext, pause } from './flowContext'
import { type Followed, newWatch } from './followed'
import type { StepEvent } from './reduceFlow'
import { replayRevert } from './replayRevert'
import { findOnChain, searchChain } from './searchLost'

/** A block may be there in an instant; from the second look on the pauses grow up to this. */
const RECEIPT_POLL_MS = 1_000
const FIRST_POLL_MS = 100
const RPC_PAUSE_MS = 3_000
const SEARCH_PAUSE_MS = 4_000
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
    const followed = { context, client: clientOf(config, flow), flow, step, dispatch, watch }
    const { status } = step
    if (status.at === 'unknown') await searchOnce(followed, status)
    else if (status.at === 'submitted') await askWalletOnce(followed, status)
    else if (status.at === 'sent') await lookOnce(followed, status)
    else return status.at === 'done'
  }
}

/** Takes a transaction up again that was given up, if a node knows it after all. */
export async function lookForDropped(
  context: FlowContext,
  flow: Flow,
  index: number,
): Promise<void> {
  const status = flow.steps[index]?.status
  if (status?.at !== 'failed' || status.because !== 'dropped' || status.hash === undefined) return
  try {
    await getTransaction(clientOf(context.config, flow), { hash: status.hash })
    context.store.dispatch(flow.id, index, { type: 'reappear' })
  } catch (error) {
    if (!(error instanceof TransactionNotFoundError)) throw error
  }
}

/** A hash that was lost: the wallet is asked for a batch, and the chain for what it must have left there. */
async function searchOnce(followed: Followed, search: SearchFrom): Promise<void> {
  const { context, dispatch } = followed
  const { callsId } = search
  if (callsId !== undefined) {
    const isKnown = await getBatchState(context.config, callsId).then(
      () => true,
      () => false,
    )
    if (isKnown) {
      dispatch({ type: 'submit', callsId })
      return
    }
  }
  await searchChain(followed, search)
  await pauseUntilChange(followed, SEARCH_PAUSE_MS)
}

/** A batch that the wallet has in hand. */
async function askWalletOnce(followed: Followed, status: Submitted): Promise<void> {
  const { context, dispatch } = followed
  try {
    const { outcome, hashes } = await getBatchState(context.config, status.callsId)
    followed.watch.unseenSinceMs = undefined
    for (const hash of hashes) dispatch({ type: 'learn', hash })
    if (outcome === 'pending') return await pauseBetweenLooks(followed)
    const last = hashes.at(-1)
    if (outcome !== 'done') dispatch({ type: 'fail', because: outcome })
    else dispatch({ type: 'confirm', ...(last === undefined ? {} : { hash: last }) })
    context.onChainChanged()
  } catch {
    // The wallet is away, on another account, or has forgotten it: the chain has not.
    if (await searchChain(followed, status)) return
    noteUnseen(followed)
    await pauseUntilChange(followed, SEARCH_PAUSE_MS)
  }
}

/** A transaction with a hash: mined, replaced, waiting, or gone. */
async function lookOnce(followed: Followed, status: Sent): Promise<void> {
  try {
    if (!(await isSettled(followed, status))) await pauseBetweenLooks(followed)
  } catch {
    // The RPC is in trouble, not the transaction: its hash is kept, and asked for again.
    await pauseUntilChange(followed, RPC_PAUSE_MS)
  }
}

async function isSettled(followed: Followed, status: Sent): Promise<boolean> {
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

/** Nobody knows the hash: the same call may have been sent again before a node was asked for this one. */
async function isFoundElsewhere(
  followed: Followed,
  { hash: of, fromBlock, nonce }: Sent,
): Promise<boolean> {
  const search = { fromBlock: fromBlock ?? 0n, ...(nonce === undefined ? {} : { nonce }) }
  // A search that fails does not make it known.
  const hash =
    fromBlock === undefined ? undefined : await findOnChain(followed, search).catch(() => undefined)
  if (hash !== undefined) return followed.dispatch({ type: 'replace', hash, of })
  noteUnseen(followed, of)
  return false
}

/** The nonce is used: by this transaction, whose receipt is late, or by one that took its place. */
async function superseded(followed: Followed, status: Sent & Required<Pick<Sent, 'trace'>>) {
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
  if (carriesCall(other, flow, step)) return true
  dispatch({ type: 'fail', because: whyReplaced(other), of: other.hash })
  context.onChainChanged()
  return true
}

/** Wallets cancel with a transaction to oneself that does nothing. */
function whyReplaced({ from, to, input, value }: MinedTransaction): FailedBecause {
  return from === to && input === '0x' && value === 0n ? 'cancelled' : 'replaced'
}

async function settle(followed: Followed, receipt: TransactionReceipt): Promise<boolean> {
  const { client, flow, step, dispatch, context } = followed
  const { transactionHash: hash } = receipt
  if (receipt.status === 'success') {
    const created = createdBy(flow, step, receipt)
    dispatch({ type: 'confirm', hash, ...(created === undefined ? {} : { created }) })
  } else {
    const reason = await replayRevert(client, flow, step, receipt.blockNumber)
    const why = reason === undefined ? {} : { reason }
    dispatch({ type: 'fail', because: 'reverted', of: hash, ...why })
  }
  context.onChainChanged()
  return true
}

function noteUnseen({ watch, dispatch }: Followed, of?: Hash): void {
  watch.unseenSinceMs ??= Date.now()
  if (Date.now() - watch.unseenSinceMs >= MISSING_AFTER_MS)
    dispatch({ type: 'miss', ...(of === undefined ? {} : { of }) })
}

/** A pause that ends when the step does: at the person's word nothing is waited for. */
async function pauseUntilChange({ context, flow, step }: Followed, ms: number): Promise<void> {
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

function pauseBetweenLooks({ watch }: Followed): Promise<void> {
  const ms = FIRST_POLL_MS * 2 ** watch.looks
  watch.looks += 1
  return pause(Math.min(ms, RECEIPT_POLL_MS))
}

async function receiptOf(client: Client, hash: Hash): Promise<TransactionReceipt | undefined> {
  try {
    return await getTransactionReceipt(client, { hash })
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined
    throw error
  }
}

async function transactionOf(client: Client, hash: Hash) {
  try {
    return await getTransaction(client, { hash })
  } catch (error) {
    if (error instanceof TransactionNotFoundError) return undefined
    throw error
  }
}
