import {
  type Address,
  BaseError,
  type Client,
  type Hex,
  HttpRequestError,
  InvalidParamsRpcError,
  numberToHex,
} from 'viem'
import { decodeAggregate3, encodeAggregate3 } from './aggregate3'
import { MalformedResponseError } from './errors'
import {
  type Call,
  PACKED_CALLS,
  type Piece,
  packCalls,
  packedCallsCode,
  packPieces,
} from './packedCalls'
import { describeRefusal } from './rpcRefusal'
import { type Answer, type PieceAnswers, unpackAnswers } from './unpackAnswers'

/** What an RPC has turned out to take. */
interface Habits {
  takesPackedCalls: boolean
  /** The most reads in one request. */
  mostReads: number
}

const habits = new WeakMap<Client, Habits>()

const encoder = new TextEncoder()

/** Gas allowed to a call that nobody pays for. Nodes cap it at what they grant; without it some grant one block's. */
const CALL_GAS = numberToHex(1_000_000_000)
/** An RPC that refuses so few is not helped by asking for fewer. */
const FEWEST_READS = 25

/**
 * Makes all calls at one block, in one `eth_call`. Where the RPC finds that too much, in as many as it takes, all at the
 * latest block's number.
 *
 * @returns The answers of each piece, in the order of its calls
 * @throws viem's RPC errors when the request as a whole failed, `MalformedResponseError` when its answer is none
 */
export async function askReads(
  client: Client,
  multicall3: Address,
  pieces: readonly Piece[],
): Promise<PieceAnswers[]> {
  const known = habits.get(client) ?? {
    takesPackedCalls: true,
    mostReads: Number.POSITIVE_INFINITY,
  }
  habits.set(client, known)
  const count = pieces.reduce((sum, { calls }) => sum + calls.length, 0)
  for (;;) {
    try {
      if (count <= known.mostReads) return await ask(client, multicall3, known, pieces, 'latest')
      return await askInParts(client, multicall3, known, pieces)
    } catch (error) {
      const asked = Math.min(count, known.mostReads)
      if (asked <= FEWEST_READS || !isTooMuch(error)) throw error
      known.mostReads = Math.max(FEWEST_READS, Math.ceil(asked / 2))
    }
  }
}

function isTooMuch(error: unknown): boolean {
  return describeRefusal(error).kind === 'tooLarge'
}

async function askInParts(
  client: Client,
  multicall3: Address,
  known: Habits,
  pieces: readonly Piece[],
): Promise<PieceAnswers[]> {
  const block = (await client.request({ method: 'eth_blockNumber' } as never)) as Hex
  const calls = pieces.flatMap((piece) => piece.calls)
  const answers: Answer[] = []
  while (answers.length < calls.length) {
    const part = calls.slice(answers.length, answers.length + known.mostReads)
    const [given] = await ask(client, multicall3, known, [toPiece(part)], block)
    // A piece without a mark always comes whole.
    if (given === undefined || given === 'unchanged') throw new MalformedResponseError('no answers')
    answers.push(...given.answers)
  }
  return byPiece(pieces, answers)
}

/** Answers to the calls of all pieces, one after the other, as those of each piece. */
function byPiece(pieces: readonly Piece[], answers: readonly Answer[]): PieceAnswers[] {
  let start = 0
  return pieces.map(({ calls }) => {
    const end = start + calls.length
    const own = answers.slice(start, end)
    start = end
    return { mark: undefined, answers: own }
  })
}

/**
 * Calls as a piece of a request.
 *
 * @param isRepeated Whether they are made again and again; the piece is then worth keeping
 */
export function toPiece(calls: readonly Call[], isRepeated = false): Piece {
  return { calls, packed: encoder.encode(packCalls(calls, isRepeated)) }
}

async function ask(
  client: Client,
  multicall3: Address,
  known: Habits,
  pieces: readonly Piece[],
  block: Hex | 'latest',
): Promise<PieceAnswers[]> {
  if (!known.takesPackedCalls) return askPlainly(client, multicall3, pieces, block)
  try {
    return await askPacked(client, pieces, block)
  } catch (error) {
    if (!mayBeAboutPacking(error)) throw error
    const answers = await askPlainly(client, multicall3, pieces, block)
    known.takesPackedCalls = false
    return answers
  }
}

/** A node that does not know state overrides refuses in its own words, or calls an address with nothing at it. */
function mayBeAboutPacking(error: unknown): boolean {
  if (error instanceof MalformedResponseError) return true
  if (error instanceof InvalidParamsRpcError) return true
  if (error instanceof BaseError && error.walk((cause) => cause instanceof HttpRequestError))
    return false
  const { kind } = describeRefusal(error)
  return kind === 'transient' || kind === 'permanent'
}

async function askPacked(
  client: Client,
  pieces: readonly Piece[],
  block: Hex | 'latest',
): Promise<PieceAnswers[]> {
  const data = packPieces(pieces)
  const override = { [PACKED_CALLS]: { code: packedCallsCode() } }
  const answer = await ethCall(client, [{ to: PACKED_CALLS, data, gas: CALL_GAS }, block, override])
  return unpackAnswers(answer, pieces)
}

async function askPlainly(
  client: Client,
  multicall3: Address,
  pieces: readonly Piece[],
  block: Hex | 'latest',
): Promise<PieceAnswers[]> {
  const calls = pieces.flatMap((piece) => piece.calls)
  const data = encodeAggregate3(calls)
  const answer = await ethCall(client, [{ to: multicall3, data, gas: CALL_GAS }, block])
  if (answer === '0x')
    throw new MalformedResponseError('there is no Multicall3 at the configured address')
  return byPiece(pieces, decodeAggregate3(answer, calls.length))
}

async function ethCall(client: Client, params: readonly unknown[]): Promise<Hex> {
  const answer: unknown = await client.request({ method: 'eth_call', params } as never)
  if (typeof answer !== 'string' || !answer.startsWith('0x'))
    throw new MalformedResponseError('the answer is no bytes')
  return answer as Hex
}
