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
import type { Followed } from './followed'
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
 * A nonce that has created nothing is only passed over when that still holds at a later block: a node between two blocks can
 * count a transaction and not have what it made.
 *
 * @param watch Which nonces were used for something else, or are to be looked at once more: both are added to
 * @throws RPC errors; an Error when the node is behind the block from which to search
 */
export async function findCreation(
  client: Client,
  flow: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind'>,
  search: SearchFrom,
  { otherNonces, emptyNonces }: Pick<Followed['watch'], 'otherNonces' | 'emptyNonces'>,
): Promise<CreationSearch> {
  const { account, intent } = flow
  const { nonces, isComplete, toBlock } = await sentNonces(client, account, search, otherNonces)
  const known = intent.kind === 'create' ? Object.values(intent.created) : []
  let isSure = isComplete
  for (const nonce of nonces) {
    const address = getContractAddress({ from: account, nonce: BigInt(nonce) })
    const made = known.includes(address)
      ? 'another'
      : await madeAt(client, flow, step, address, toBlock)
    if (made !== 'it') {
      const emptySince = emptyNonces.get(nonce) ?? toBlock
      if (made === 'another' || emptySince < toBlock) otherNonces.add(nonce)
      else {
        emptyNonces.set(nonce, emptySince)
        isSure = false
      }
      continue
    }
    const trace = { sender: account, nonce }
    const transaction = await findReplacement(client, trace, search.fromBlock).catch(
      () => undefined,
    )
    return { found: { address, hash: transaction?.hash }, isComplete }
  }
  return { found: undefined, isComplete: isSure }
}

/**
 * What stands where a nonce would have put a wrapper; nothing is also what has code and answers nothing. Only the account itself
 * can have put it there: its input tells which of its wrappers it is.
 */
async function madeAt(
  client: Client,
  { intent, account }: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind'>,
  address: Address,
  blockNumber: bigint,
): Promise<'it' | 'another' | 'nothing'> {
  if ((await getCode(client, { address, blockNumber })) === undefined) return 'nothing'
  const input = creationOf(intent, step, account)?.args[0]
  try {
    const oracle = await readContract(client, {
      address,
      abi: wrapperAbi,
      functionName: 'oracle',
      blockNumber,
    })
    return isAddressEqual(oracle, input as Address) ? 'it' : 'another'
  } catch (error) {
    if (isCausedBy(error, ContractFunctionZeroDataError)) return 'nothing'
    // Something else of the account's stands there.
    if (isCausedBy(error, ContractFunctionRevertedError)) return 'another'
    throw error
  }
}

/** Whether it is the contract's answer, and not an error of the RPC. */
function isCausedBy(error: unknown, cause: abstract new (...args: never[]) => Error): boolean {
  return error instanceof BaseError && error.walk((part) => part instanceof cause) !== null
}
