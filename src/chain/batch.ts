import {
  type Abi,
  type Address,
  type Client,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
} from 'viem'
import { call } from 'viem/actions'
import { multicall3Abi } from './abi'
import { MalformedResponseError } from './errors'

/** One contract read, encoded. `decode` throws when the contract answered something else. */
export interface Read<value = unknown> {
  readonly to: Address
  readonly data: Hex
  readonly decode: (returnData: Hex) => value
}

/** Reads arranged in any nesting of objects and lists. */
export type ReadTree = Read | readonly ReadTree[] | ReadRecord
interface ReadRecord {
  readonly [key: string]: ReadTree
}

/** The same arrangement with values; `undefined` where a contract reverted or answered nonsense. */
export type Answers<tree> =
  tree extends Read<infer value>
    ? value | undefined
    : { readonly [key in keyof tree]: Answers<tree[key]> }

/** Encodes one read of a view function. */
export function readOf<
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'view' | 'pure'>,
  const args extends ContractFunctionArgs<abi, 'view' | 'pure', name>,
>(
  abi: abi,
  to: Address,
  functionName: name,
  ...args: args extends readonly [] ? [] : [args]
): Read<ContractFunctionReturnType<abi, 'view' | 'pure', name>> {
  const item = abi.filter((entry) => entry.type === 'function' && entry.name === functionName)
  return {
    to,
    data: encodeFunctionData({ abi: item as Abi, functionName, args: args[0] ?? [] } as never),
    decode: (data) =>
      decodeFunctionResult({ abi: item as Abi, functionName, data } as never) as never,
  }
}

/**
 * Reads everything in one `eth_call` through Multicall3, hence at one block.
 *
 * @returns The tree with each read replaced by its value, `undefined` for each that failed by itself
 * @throws viem's RPC errors when the call as a whole failed, `MalformedResponseError` when its answer is no such list
 */
export function readBatch<tree extends ReadTree>(
  client: Client,
  multicall3: Address,
  tree: tree,
): Promise<Answers<tree>> {
  return readTree(client, multicall3, tree) as Promise<Answers<tree>>
}

async function readTree(client: Client, multicall3: Address, tree: ReadTree): Promise<unknown> {
  const reads: Read[] = []
  collectReads(tree, reads)
  if (reads.length === 0) return tree
  const calls = reads.map(({ to, data }) => ({ target: to, allowFailure: true, callData: data }))
  const request = encodeFunctionData({
    abi: multicall3Abi,
    functionName: 'aggregate3',
    args: [calls],
  })
  const { data } = await call(client, { to: multicall3, data: request })
  const answers = decodeAnswers(data)
  if (answers.length !== reads.length)
    throw new MalformedResponseError(`asked ${reads.length} reads, got ${answers.length} answers`)
  return fillIn(tree, answers.values())
}

function isRead(node: ReadTree): node is Read {
  return 'decode' in node && typeof node.decode === 'function'
}

function collectReads(node: ReadTree, into: Read[]): void {
  if (isRead(node)) into.push(node)
  else for (const child of Object.values(node)) collectReads(child, into)
}

/** Replaces each read by the next answer; walks in the order of `collectReads`. */
function fillIn(node: ReadTree, answers: Iterator<Answer>): unknown {
  if (isRead(node)) return decodeAnswer(node, answers.next().value)
  if (Array.isArray(node)) return node.map((child: ReadTree) => fillIn(child, answers))
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, fillIn(child, answers)]),
  )
}

interface Answer {
  readonly success: boolean
  readonly returnData: Hex
}

function decodeAnswers(data: Hex | undefined): readonly Answer[] {
  if (data === undefined || data === '0x')
    throw new MalformedResponseError('no Multicall3 at the configured address')
  try {
    return decodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', data })
  } catch (cause) {
    throw new MalformedResponseError('the answer is no list of results', { cause })
  }
}

function decodeAnswer(read: Read, answer: Answer | undefined): unknown {
  if (answer === undefined || !answer.success || answer.returnData === '0x') return undefined
  try {
    return read.decode(answer.returnData)
  } catch {
    return undefined
  }
}
