import {
  type Abi,
  type Address,
  type Client,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionParameters,
  type ContractFunctionReturnType,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
} from 'viem'
import { multicall3Abi } from './abi'
import { isTooLarge } from './classifyRpcError'
import { MalformedResponseError } from './errors'
import { ethCall } from './ethCall'

/** One read of a view function, and what type its value has. */
export interface ContractRead<value> extends ContractFunctionParameters {
  /** Only for the compiler. */
  readonly value?: value
}

/** Names a read for {@link readMany}. */
export function contractRead<
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'view' | 'pure'>,
>(
  abi: abi,
  address: Address,
  functionName: name,
  args: ContractFunctionArgs<abi, 'view' | 'pure', name> = [] as never,
): ContractRead<ContractFunctionReturnType<abi, 'view' | 'pure', name>> {
  return { abi, address, functionName, args } as never
}

type Values<reads> = {
  [index in keyof reads]: reads[index] extends ContractRead<infer value> ? value | undefined : never
}

/**
 * Reads view functions of any contracts through Multicall3, in one request; where the RPC finds that too much, in halves.
 * viem's own `multicall` cannot tell an RPC that failed from contracts that did.
 *
 * @returns In the same order; undefined for each that reverted or answered nonsense
 * @throws RPC errors, `MalformedResponseError`
 */
export async function readMany<const reads extends readonly ContractRead<unknown>[]>(
  client: Client,
  multicall3: Address,
  reads: reads,
): Promise<Values<reads>> {
  return (await readAll(client, multicall3, reads)) as Values<reads>
}

async function readAll(
  client: Client,
  multicall3: Address,
  contracts: readonly ContractFunctionParameters[],
): Promise<unknown[]> {
  if (contracts.length === 0) return []
  try {
    return await readAtOnce(client, multicall3, contracts)
  } catch (error) {
    if (contracts.length === 1 || !isTooLarge(error)) throw error
    const middle = Math.ceil(contracts.length / 2)
    const first = await readAll(client, multicall3, contracts.slice(0, middle))
    return [...first, ...(await readAll(client, multicall3, contracts.slice(middle)))]
  }
}

async function readAtOnce(
  client: Client,
  multicall3: Address,
  contracts: readonly ContractFunctionParameters[],
): Promise<unknown[]> {
  const calls = contracts.map((contract) => ({
    // A typed address may bear a checksum that is none: that is not this function's to judge.
    target: contract.address.toLowerCase() as Address,
    allowFailure: true,
    callData: encodeFunctionData(contract),
  }))
  const aggregate3 = { abi: multicall3Abi, functionName: 'aggregate3' } as const
  const data = encodeFunctionData({ ...aggregate3, args: [calls] })
  const answers = decodeAnswers(await ethCall(client, [{ to: multicall3, data }, 'latest']))
  if (answers.length !== contracts.length)
    throw new MalformedResponseError(`expected ${contracts.length} results, got ${answers.length}`)
  return contracts.map((contract, index) => decodeValue(contract, answers[index]))

  function decodeAnswers(answer: Hex) {
    try {
      return decodeFunctionResult({ ...aggregate3, data: answer })
    } catch (cause) {
      throw new MalformedResponseError('expected a list of results', { cause })
    }
  }
}

function decodeValue(
  { abi, functionName }: ContractFunctionParameters,
  answer: { readonly success: boolean; readonly returnData: Hex } | undefined,
): unknown {
  if (answer === undefined || !answer.success) return undefined
  try {
    return decodeFunctionResult({ abi, functionName, data: answer.returnData })
  } catch {
    return undefined
  }
}
