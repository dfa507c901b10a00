import {
  type Abi,
  type AbiFunction,
  type Address,
  type Client,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  toFunctionSelector,
} from 'viem'
import { askReads, toPiece } from './askReads'
import { wordsDecoder } from './decodeWords'
import { MalformedResponseError } from './errors'
import { type Call, NO_MARK, type Piece } from './packedCalls'
import type { Answer, PieceAnswers } from './unpackAnswers'

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
  readonly selector: Hex
  readonly decode: (digits: string) => unknown
}

const prepared = new WeakMap<Abi, Map<string, PreparedFunction>>()

function prepare(abi: Abi, functionName: string): PreparedFunction {
  const known = prepared.get(abi) ?? new Map<string, PreparedFunction>()
  prepared.set(abi, known)
  const found = known.get(functionName)
  if (found !== undefined) return found
  const item = abi.filter(
    (entry): entry is AbiFunction => entry.type === 'function' && entry.name === functionName,
  )
  const [first] = item
  if (first === undefined) throw new RangeError(`The ABI has no function ${functionName}`)
  const { outputs } = first
  const decode =
    wordsDecoder(outputs) ??
    ((digits: string): unknown =>
      decodeFunctionResult({ abi: item, functionName, data: `0x${digits}` } as never))
  const made = { item, selector: toFunctionSelector(first), decode }
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
  const { item, selector, decode } = prepare(abi, functionName)
  // By its selector: by its name viem would hash the signature each time.
  const data = encodeFunctionData({
    abi: item,
    functionName: selector,
    args: args[0] ?? [],
  } as never)
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
  const asked: Part[] = []
  collectParts(tree, asked, {})
  if (asked.length === 0) return tree
  // As they are when the request goes out: another one may answer first.
  const pieces = asked.map(({ piece }) => piece)
  const answers = await askReads(client, multicall3, pieces)
  asked.forEach((part, index) => {
    part.value = partValue(part, pieces[index], answers[index])
  })
  return arrange(tree)
}

/** What is asked for as a whole: one read, or a part of a tree that is encoded once and asked for again and again. */
interface Part {
  readonly node: ReadTree
  /** Replaced when the part has answered something else. */
  piece: KnownPiece
  /** The round of asking that it is in already: what stands in several places is asked once. */
  round: object | undefined
  /** What it answered last; read right after it is written, so that rounds cannot mix. */
  value: unknown
}

interface KnownPiece extends Piece {
  /** What its mark stands for. */
  readonly value?: unknown
}

const parts = new WeakMap<ReadTree, Part>()

/**
 * Makes a part of a tree one that is asked for again and again: it is encoded once, and its values are only sent and decoded
 * when one of them has changed. What changes often belongs in a part of its own. Returns the part itself.
 */
export function reusable<tree extends ReadTree>(tree: tree): tree {
  const reads: Read[] = []
  collectReads(tree, reads)
  addPart(tree, { ...toPiece(reads, true), mark: NO_MARK })
  return tree
}

function addPart(node: ReadTree, piece: KnownPiece): Part {
  const part = { node, piece, round: undefined, value: undefined }
  parts.set(node, part)
  return part
}

/** One part each for what many ask, by contract and function. */
const shared = new Map<string, Read>()

/**
 * A read of a view function without arguments that is the same part wherever it is asked for, see {@link reusable}: what
 * several pools have in common, such as a price feed, is asked, sent and decoded once for all of them.
 */
export function sharedReadOf<
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'view' | 'pure'>,
>(
  abi: abi,
  to: Address,
  functionName: name,
): Read<ContractFunctionReturnType<abi, 'view' | 'pure', name>> {
  const read: Read = readOf(abi, to, functionName, ...([] as never))
  const key = `${to}/${read.data}`
  const known = shared.get(key) ?? reusable(read)
  shared.set(key, known)
  return known as never
}

function isRead(node: ReadTree): node is Read {
  return 'decode' in node && typeof node.decode === 'function'
}

function partOf(node: ReadTree): Part | undefined {
  return parts.get(node) ?? (isRead(node) ? addPart(node, toPiece([node])) : undefined)
}

function collectParts(node: ReadTree, into: Part[], round: object): void {
  const part = partOf(node)
  if (part === undefined) {
    // Lists and plain objects only, and none of their names is written down anew for it.
    for (const key in node) collectParts(childOf(node, key), into, round)
  } else if (part.round !== round) {
    part.round = round
    into.push(part)
  }
}

function collectReads(node: ReadTree, into: Read[]): void {
  if (isRead(node)) into.push(node)
  else for (const key in node) collectReads(childOf(node, key), into)
}

function childOf(node: ReadTree, key: string): ReadTree {
  return (node as ReadRecord)[key] as ReadTree
}

function partValue(
  part: Part,
  asked: KnownPiece | undefined,
  given: PieceAnswers | undefined,
): unknown {
  if (given === undefined || asked === undefined || (given === 'unchanged' && !isKnown(asked)))
    throw new MalformedResponseError('a part of the answer is missing')
  if (given === 'unchanged') return asked.value
  const value = fillIn(part.node, { answers: given.answers, count: 0 })
  if (given.mark !== undefined) {
    const { calls, packed } = asked
    part.piece = { calls, packed, mark: given.mark, value }
  }
  return value
}

/** Whether it has answered before. */
function isKnown({ mark }: KnownPiece): boolean {
  return mark !== undefined && mark !== NO_MARK
}

type Values = Record<string, unknown>

/** What a place in a tree held last. */
const arranged = new WeakMap<ReadTree, Values>()

/** Puts the parts' values where the parts are. Where all are what they were, the result is the very object of before. */
function arrange(node: ReadTree): unknown {
  const part = parts.get(node)
  if (part !== undefined) return part.value
  const last = arranged.get(node)
  let values = last
  for (const key in node) {
    const value = arrange(childOf(node, key))
    if (last !== undefined && last[key] === value) continue
    if (values === undefined || values === last) values = copyOf(node, last)
    values[key] = value
  }
  values ??= copyOf(node, last)
  if (values !== last) arranged.set(node, values)
  return values
}

function copyOf(node: ReadTree, values: Values | undefined): Values {
  if (values === undefined) return Array.isArray(node) ? ([] as never) : {}
  // Not assigned to a new list, which would grow to more than it holds.
  return Array.isArray(values) ? (values.slice() as never) : { ...values }
}

/** Answers, and how many of them have been taken. */
interface Taken {
  readonly answers: readonly Answer[]
  count: number
}

/** Replaces each read by the next answer; walks in the order of `collectReads`. */
function fillIn(node: ReadTree, taken: Taken): unknown {
  if (isRead(node)) return decodeAnswer(node, taken.answers[taken.count++])
  if (Array.isArray(node)) return node.map((child) => fillIn(child, taken))
  const values: Values = {}
  for (const key in node) values[key] = fillIn(childOf(node, key), taken)
  return values
}

function decodeAnswer(read: Read, answer: Answer): unknown {
  if (answer === undefined || answer === '') return undefined
  try {
    return read.decode(answer)
  } catch {
    return undefined
  }
}
