import type { Client, Hash } from 'viem'
import {
  getBlockNumber,
  readContract,
  simulateContract,
  waitForTransactionReceipt,
} from 'viem/actions'
import type { Config } from 'wagmi'
import { getAccount, writeContract } from 'wagmi/actions'
import { erc20Abi } from '../chain/abi'
import { describeFailure, type Failure, isRejection } from '../chain/describeFailure'
import { findTransaction } from './findTransaction'
import { currentStepIndex, type Flow, pulledFromWallet, type SearchFrom, type Step } from './flow'
import type { FlowStore } from './flowStore'
import { type StepRequest, stepRequest } from './stepRequest'

/** What a run needs from around it. */
export interface FlowContext {
  readonly config: Config
  readonly store: FlowStore
  /** Called when a transaction has changed the chain. */
  readonly onChainChanged: () => void
}

const RECEIPT_POLL_MS = 1_000
const RPC_PAUSE_MS = 3_000
const SEARCH_PAUSE_MS = 4_000

/**
 * Takes a flow from where it stands to its end, or to the first thing that needs the person.
 * Only ever called from a click: it opens the wallet.
 */
export async function runFlow(context: FlowContext, id: string): Promise<void> {
  await withFlowLock(id, false, async () => {
    for (;;) {
      const flow = context.store.find(id)
      const index = flow === undefined ? -1 : currentStepIndex(flow)
      const step = flow?.steps[index]
      if (flow === undefined || step === undefined) return
      if (!(await runStep(context, flow, step, index))) return
    }
  })
}

/**
 * After a reload: follows what was sent, and looks for what may have been sent. Opens no wallet, sends nothing.
 */
export async function resumeFlows(context: FlowContext): Promise<void> {
  await Promise.all(
    context.store
      .get()
      .filter(({ chainId }) => context.config.chains.some(({ id }) => id === chainId))
      .map((flow) =>
        withFlowLock(flow.id, true, async () => {
          const index = currentStepIndex(flow)
          if (index === -1) return
          context.store.dispatch(flow.id, index, { type: 'reload' })
          await followStep(context, flow.id, index)
        }),
      ),
  )
}

/**
 * One tab at a time works on a flow. A click waits for its turn (and then finds what the other tab has done);
 * a resuming tab leaves a flow alone that another one has in hand.
 */
async function withFlowLock(
  id: string,
  ifAvailable: boolean,
  work: () => Promise<void>,
): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request(`flow:${id}`, { ifAvailable }, async (lock) => {
    if (lock !== null) await work()
  })
}

/** Runs one step; false when the flow cannot go on by itself. */
async function runStep(
  context: FlowContext,
  flow: Flow,
  step: Step,
  index: number,
): Promise<boolean> {
  const { config, store } = context
  if (!store.dispatch(flow.id, index, { type: 'simulate' })) return false
  const stop = ({ code, message }: Failure) => {
    store.dispatch(flow.id, index, { type: 'stop', code, message })
    return false
  }

  const mismatch = walletMismatch(config, flow)
  if (mismatch !== undefined) return stop(mismatch)
  let request: StepRequest
  let search: SearchFrom
  try {
    request = stepRequest(flow.intent, step, flow.account)
    if (step.kind === 'approve' && (await isApproved(config, flow)))
      return store.dispatch(flow.id, index, { type: 'confirm' })
    await simulateContract(clientOf(config, flow), { ...request, account: flow.account })
    search = await whereToSearch(config, flow)
  } catch (error) {
    return stop(describeFailure(error, step.kind === 'claim'))
  }
  // The person may have switched while the simulation ran.
  const laterMismatch = walletMismatch(config, flow)
  if (laterMismatch !== undefined) return stop(laterMismatch)

  // Without this on record a reload could not find the transaction again: then it is not asked for.
  if (!store.dispatch(flow.id, index, { type: 'askWallet', ...search })) return false
  let hash: Hash
  try {
    hash = await writeContract(config, { ...request, account: flow.account, chainId: flow.chainId })
  } catch (error) {
    if (isRejection(error) || isSurelyUnsent(error)) return stop(describeFailure(error))
    // The wallet broke off in the middle: it may have sent. The chain knows.
    store.dispatch(flow.id, index, { type: 'lose' })
    return followStep(context, flow.id, index)
  }
  store.dispatch(flow.id, index, { type: 'send', hash })
  return followStep(context, flow.id, index)
}

function walletMismatch(config: Config, flow: Flow): Failure | undefined {
  const { address, chainId } = getAccount(config)
  if (address?.toLowerCase() !== flow.account.toLowerCase())
    return {
      code: 'WRONG_ACCOUNT',
      message:
        'Your wallet is on another account than the one this was begun with. Nothing was sent.',
    }
  if (chainId !== flow.chainId)
    return { code: 'WRONG_CHAIN', message: 'Your wallet is on another network. Nothing was sent.' }
  return undefined
}

/** Failures that wallets report before anything is broadcast. */
function isSurelyUnsent(error: unknown): boolean {
  const { code } = describeFailure(error)
  if (code === 'REVERTED' || code === 'NO_GAS_MONEY' || code === 'WRONG_CHAIN') return true
  return error instanceof Error && /ConnectorNotConnected|ConnectorAccountNotFound/.test(error.name)
}

async function isApproved(config: Config, flow: Flow): Promise<boolean> {
  const { intent, account } = flow
  if (intent.kind !== 'commit') return true
  const allowance = await readContract(clientOf(config, flow), {
    address: intent.settlementToken,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [account, intent.pool],
  })
  return allowance >= pulledFromWallet(intent)
}

async function whereToSearch(config: Config, flow: Flow): Promise<SearchFrom> {
  return { fromBlock: await getBlockNumber(clientOf(config, flow), { cacheTime: 0 }) }
}

/** Waits until the step's transaction is final for us; true when it succeeded. */
async function followStep(context: FlowContext, id: string, index: number): Promise<boolean> {
  for (;;) {
    const status = context.store.find(id)?.steps[index]?.status
    if (status?.at === 'unknown') await searchOnce(context, id, index, status)
    else if (status?.at === 'sent') await awaitReceipt(context, id, index, status.hash)
    else return status?.at === 'done'
  }
}

async function awaitReceipt(
  { config, store, onChainChanged }: FlowContext,
  id: string,
  index: number,
  hash: Hash,
): Promise<void> {
  const flow = store.find(id)
  if (flow === undefined) return
  try {
    let isSuperseded = false
    const receipt = await waitForTransactionReceipt(clientOf(config, flow), {
      hash,
      timeout: 0,
      pollingInterval: RECEIPT_POLL_MS,
      onReplaced: ({ reason }) => {
        // A speed-up does the same thing at another price; anything else in its place did not do ours.
        isSuperseded = reason !== 'repriced'
      },
    })
    if (receipt.transactionHash !== hash)
      store.dispatch(id, index, { type: 'replace', hash: receipt.transactionHash })
    if (isSuperseded) store.dispatch(id, index, { type: 'fail', because: 'replaced' })
    else if (receipt.status === 'reverted')
      store.dispatch(id, index, { type: 'fail', because: 'reverted' })
    else store.dispatch(id, index, { type: 'confirm', hash: receipt.transactionHash })
    onChainChanged()
  } catch {
    // The RPC is in trouble, not the transaction: its hash is kept, and asked for again.
    await pause(RPC_PAUSE_MS)
  }
}

async function searchOnce(
  { config, store }: FlowContext,
  id: string,
  index: number,
  search: SearchFrom,
): Promise<void> {
  const flow = store.find(id)
  const step = flow?.steps[index]
  if (flow === undefined || step === undefined) return
  const others = store.get().flatMap((other) => (other.id === id ? [] : other.steps))
  const taken = new Set(others.flatMap((other) => other.hashes))
  try {
    const hash = await findTransaction(clientOf(config, flow), flow, step, search, taken)
    if (hash !== undefined) {
      store.dispatch(id, index, { type: 'send', hash })
      return
    }
  } catch {
    // Asked again below.
  }
  await pause(SEARCH_PAUSE_MS)
}

function clientOf(config: Config, { chainId }: Flow): Client {
  const client = config.getClient({ chainId })
  if (client === undefined) throw new Error(`No RPC for chain ${chainId}`)
  return client
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
