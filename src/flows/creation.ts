import {
  type Address,
  BaseError,
  type Client,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  getAddress,
  getContractAddress,
  type Hash,
  isAddressEqual,
  parseEventLogs,
  type TransactionReceipt,
} from 'viem'
import { getCode, getTransactionCount, readContract } from 'viem/actions'
import type { Failure } from '../chain/describeFailure'
import { marketFactoryAbi, wrapperAbi } from '../chain/newMarket/creationAbi'
import { creationOf } from './createRequest'
import { findReplacement } from './findReplacement'
import type { Flow, SearchFrom, Step, StepKind } from './flow'

/** Whether a step creates a contract by itself, at an address that follows from the account's nonce. */
export function isWrapper(kind: StepKind): boolean {
  return kind === 'deploySpot' || kind === 'deploySma' || kind === 'deployEth'
}

/** An account that is a contract cannot send what creates one; a delegation (EIP-7702) leaves an ordinary account. */
export async function creatorProblem(
  client: Client,
  { account }: Flow,
): Promise<Failure | undefined> {
  const code = await getCode(client, { address: account })
  if (code === undefined || code.startsWith('0xef0100')) return undefined
  return {
    code: 'NOT_ALLOWED',
    message:
      'Your wallet is a contract, and only an ordinary account can create the wrapper: connect one. Nothing was sent.',
  }
}

/**
 * The address of what a step's transaction has made, from its receipt; undefined for a step that makes nothing.
 *
 * @throws Error when the receipt does not name it
 */
export function createdBy(
  { intent }: Pick<Flow, 'intent'>,
  { kind }: Pick<Step, 'kind'>,
  receipt: TransactionReceipt,
): Address | undefined {
  if (intent.kind !== 'create' || kind === 'approve') return undefined
  const { logs, contractAddress } = receipt
  const [event] = parseEventLogs({
    abi: marketFactoryAbi,
    eventName: 'DeployPool',
    logs: logs.filter(({ address }) => isAddressEqual(address, intent.poolFactory)),
  })
  const address = isWrapper(kind) ? contractAddress : event?.args.pool
  if (address === undefined || address === null)
    throw new Error(`The receipt of ${receipt.transactionHash} names no new contract`)
  return getAddress(address)
}

interface FoundCreation {
  readonly address: Address
  /** Undefined when no node keeps the states that finding it needs. */
  readonly hash: Hash | undefined
}

/** Transactions of one account between two looks; nobody sends more. */
const MOST_NONCES = 50

/**
 * Looks for a wrapper whose transaction's answer was lost. It leaves no event; but where it must stand follows from the
 * nonces that the account has used since it was asked.
 *
 * @returns Undefined when none of them has made this wrapper
 * @throws RPC errors
 */
export async function findCreation(
  client: Client,
  flow: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind'>,
  { nonce: first, fromBlock }: SearchFrom,
): Promise<FoundCreation | undefined> {
  const { account, intent } = flow
  if (first === undefined || intent.kind !== 'create') return undefined
  const used = await getTransactionCount(client, { address: account })
  const known = Object.values(intent.created)
  for (let nonce = first; nonce < Math.min(used, first + MOST_NONCES); nonce++) {
    const address = getContractAddress({ from: account, nonce: BigInt(nonce) })
    if (known.includes(address) || !(await isThisWrapper(client, flow, step, address))) continue
    const trace = { sender: account, nonce }
    const transaction = await findReplacement(client, trace, fromBlock).catch(() => undefined)
    return { address, hash: transaction?.hash }
  }
  return undefined
}

/** Only the account itself can have put it there: its input tells which of its wrappers it is. */
async function isThisWrapper(
  client: Client,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind'>,
  address: Address,
): Promise<boolean> {
  if ((await getCode(client, { address })) === undefined) return false
  const input = creationOf(intent, step, account)?.args[0]
  try {
    const oracle = await readContract(client, { address, abi: wrapperAbi, functionName: 'oracle' })
    return isAddressEqual(oracle, input as Address)
  } catch (error) {
    // Something else of the account's stands there.
    if (isContractsAnswer(error)) return false
    throw error
  }
}

/** Whether a contract answered, with a refusal or with nothing, and not the RPC with an error. */
function isContractsAnswer(error: unknown): boolean {
  return (
    error instanceof BaseError &&
    error.walk(
      (cause) =>
        cause instanceof ContractFunctionRevertedError ||
        cause instanceof ContractFunctionZeroDataError,
    ) !== null
  )
}
