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
import { getCode, readContract } from 'viem/actions'
import type { Failure } from '../chain/describeFailure'
import { marketFactoryAbi, wrapperAbi } from '../chain/newMarket/creationAbi'
import { creationOf } from './createRequest'
import { findReplacement } from './findReplacement'
import type { Flow, SearchFrom, Step, StepKind } from './flow'
import { sentNonces } from './sentNonces'

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

/** What looking for a wrapper at the account's nonces has come to. */
interface CreationSearch {
  readonly found: FoundCreation | undefined
  /** Whether all of them could be looked at: only then one that was not found is not there. */
  readonly isComplete: boolean
}

/**
 * Looks for a wrapper whose transaction's answer was lost. It leaves no event; but where it must stand follows from the
 * nonces that the account has used since it was asked.
 *
 * @param others Nonces that were used for something else: passed over, and added to
 * @throws RPC errors; an Error when the node is behind the block from which to search
 */
export async function findCreation(
  client: Client,
  flow: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind'>,
  search: SearchFrom,
  others: Set<number>,
): Promise<CreationSearch> {
  const { account, intent } = flow
  const { nonces, isComplete, toBlock } = await sentNonces(client, account, search, others)
  const known = intent.kind === 'create' ? Object.values(intent.created) : []
  for (const nonce of nonces) {
    const address = getContractAddress({ from: account, nonce: BigInt(nonce) })
    if (known.includes(address) || !(await isThisWrapper(client, flow, step, address, toBlock))) {
      others.add(nonce)
      continue
    }
    const trace = { sender: account, nonce }
    const transaction = await findReplacement(client, trace, search.fromBlock).catch(
      () => undefined,
    )
    return { found: { address, hash: transaction?.hash }, isComplete }
  }
  return { found: undefined, isComplete }
}

/** Only the account itself can have put it there: its input tells which of its wrappers it is. */
async function isThisWrapper(
  client: Client,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind'>,
  address: Address,
  blockNumber: bigint,
): Promise<boolean> {
  if ((await getCode(client, { address, blockNumber })) === undefined) return false
  const input = creationOf(intent, step, account)?.args[0]
  try {
    const oracle = await readContract(client, {
      address,
      abi: wrapperAbi,
      functionName: 'oracle',
      blockNumber,
    })
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
