import {
  type Abi,
  type Address,
  type Client,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeFunctionResult,
  encodeFunctionData,
} from 'viem'
import { askReads, type Piece, toPiece } from './askReads'
import { wordsDecoder } from './decodeWords'
import type { Answer, Call } from './packedCalls'

/** One contract read, encoded. */
export interface Read<value = unknown> extends Call {
  /** From the returned bytes as hex digits; throws when the contract answered something else. */
  readonly decode: (digits: string) => value
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

/** What one function of one ABI needs, looked up once: there are thousands of reads a refresh, of few functions. */
interface PreparedFunction {
  readonly item: Abi
  readonly decode: (digits: string) => unknown
}

const prepared = new WeakMap<Abi, Map<string, PreparedFunction>>()

function prepare(abi: Abi, functionName: string): PreparedFunction {
  const known = prepared.get(abi) ?? new Map<string, PreparedFunction>()
  prepared.set(abi, known)
  const found = known.get(functionName)
  if (found !== undefined) return found
  const item = abi.filter((entry) => entry.type === 'function' && entry.name === functionName)
  const outputs = item[0]?.type === 'function' ? item[0].outputs : []
  const decode =
    wordsDecoder(outputs) ??
    ((digits: string): unknown =>
      decodeFunctionResult({ abi: item, functionName, data: `0x${digits}` } as never))
  const made = { item, decode }
  known.set(functionName, made)
  return made
}

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
  const { item, decode } = prepare(abi, functionName)
  const data = encodeFunctionData({ abi: item, functionName, args: args[0] ?? [] } as never)
  return { to, data, decode: decode as never }
}

/**
 * Reads everything at one block, in one `eth_call` unless the RPC asks for smaller ones.
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
  const pieces: Piece[] = []
  collectPieces(tree, pieces)
  if (pieces.length === 0) return tree
  const answers = await askReads(client, multicall3, pieces)
  return fillIn(tree, answers.values())
}

const kept = new WeakMap<ReadTree, Piece>()

/** Encodes a part of a tree once, for one that is asked for again and again. Returns the part itself. */
export function reusable<tree extends ReadTree>(tree: tree): tree {
  const reads: Read[] = []
  collectReads(tree, reads)
  kept.set(tree, toPiece(reads))
  return tree
}

function isRead(node: ReadTree): node is Read {
  return 'decode' in node && typeof node.decode === 'function'
}

function collectPieces(node: ReadTree, into: Piece[]): void {
  const piece = isRead(node) ? toPiece([node]) : kept.get(node)
  if (piece !== undefined) into.push(piece)
  else for (const child of Object.values(node)) collectPieces(child, into)
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

function decodeAnswer(read: Read, answer: Answer): unknown {
  if (answer === undefined || answer === '') return undefined
  try {
    return read.decode(answer)
  } catch {
    return undefined
  }
}
