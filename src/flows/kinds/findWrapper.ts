import {
  type Address,
  BaseError,
  type Client,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  getContractAddress,
  isAddressEqual,
} from 'viem'
import { getCode, readContract } from 'viem/actions'
import { wrapperAbi } from '../../chain/newMarket/creationAbi'
import { findReplacement } from '../findReplacement'
import { sentNonces } from '../sentNonces'
import type { SearchFrom } from '../step'
import type { CreationSearch, SeenNonces } from './flowKind'

/** The wrapper that is looked for. */
interface SoughtWrapper {
  readonly account: Address
  /** What its constructor was told to read. */
  readonly input: Address
  /** Contracts of the same market that are known already. */
  readonly known: readonly Address[]
}

/**
 * Looks for a wrapper whose transaction's answer was lost. It leaves no event; but where it must stand follows from the
 * nonces that the account has used since it was asked.
 *
 * A nonce that has created nothing is only passed over when that still holds at a later block: a node between two blocks can
 * count a transaction and not have what it made.
 *
 * @param seen Which nonces were used for something else, or are to be looked at once more: both are added to
 * @throws RPC errors; an Error when the node is behind the block from which to search
 */
export async function findWrapper(
  client: Client,
  sought: SoughtWrapper,
  search: SearchFrom,
  { otherNonces, emptyNonces }: SeenNonces,
): Promise<CreationSearch> {
  const { account, known } = sought
  const { nonces, isComplete, toBlock } = await sentNonces(client, account, search, otherNonces)
  let isSure = isComplete
  for (const nonce of nonces) {
    const address = getContractAddress({ from: account, nonce: BigInt(nonce) })
    const made = known.includes(address)
      ? 'another'
      : await madeAt(client, sought, address, toBlock)
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
  { input }: SoughtWrapper,
  address: Address,
  blockNumber: bigint,
): Promise<'it' | 'another' | 'nothing'> {
  if ((await getCode(client, { address, blockNumber })) === undefined) return 'nothing'
  try {
    const oracle = await readContract(client, {
      address,
      abi: wrapperAbi,
      functionName: 'oracle',
      blockNumber,
    })
    return isAddressEqual(oracle, input) ? 'it' : 'another'
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
