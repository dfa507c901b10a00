import type { Hex } from 'viem'
import { MalformedResponseError } from './errors'
import { ownDigits } from './ownDigits'
import type { Piece } from './packedCalls'

/** One answer: the returned bytes as hex digits without `0x`, or undefined when the call failed. */
export type Answer = string | undefined

/** The answers of a piece in order, and the mark to know them by where the piece has one; or that they are the known ones. */
export type PieceAnswers =
  | 'unchanged'
  | { readonly mark: string | undefined; readonly answers: readonly Answer[] }

const HEAD_DIGITS = 8
const MARK_DIGITS = 16
const HEX = /^[\da-f]+$/i
const UNCHANGED = 1
const CHANGED = 2
const SUCCESS = 2 ** 31
const ALL_NOUGHT = 2 ** 30

/**
 * What the program of `packedCalls.ts` answered, piece by piece.
 *
 * @throws MalformedResponseError when the bytes are no such list of answers
 */
export function unpackAnswers(
  data: Hex,
  pieces: readonly Pick<Piece, 'calls' | 'mark'>[],
): PieceAnswers[] {
  let place = 2
  const unpacked = pieces.map(({ calls, mark }): PieceAnswers => {
    if (mark === undefined) return { mark, answers: calls.map(readAnswer) }
    const head = readHead()
    if (head === UNCHANGED) return 'unchanged'
    if (head !== CHANGED) throw noList()
    return { mark: readMark(), answers: calls.map(readAnswer) }
  })
  if (place !== data.length) throw new MalformedResponseError('the answer is longer than asked')
  return unpacked

  function readAnswer(): Answer {
    const head = readHead()
    if (head >= SUCCESS + ALL_NOUGHT) return noughts(head - SUCCESS - ALL_NOUGHT)
    if (head >= SUCCESS) return take((head - SUCCESS) * 2)
    if (head !== 0) throw noList()
    return undefined
  }

  function readHead(): number {
    const head = Number.parseInt(take(HEAD_DIGITS), 16)
    if (Number.isNaN(head)) throw noList()
    return head
  }

  /** It is remembered, and the rest of the answer need not be. */
  function readMark(): string {
    const mark = take(MARK_DIGITS)
    if (!HEX.test(mark)) throw noList()
    return ownDigits(mark)
  }

  function take(length: number): string {
    const end = place + length
    if (end > data.length) throw new MalformedResponseError('the answer is cut off')
    const digits = data.slice(place, end)
    place = end
    return digits
  }
}

function noList(): MalformedResponseError {
  return new MalformedResponseError('the answer is no list of results')
}

/** No function that is read answers so many bytes of nothing. */
const MOST_NOUGHTS = 100_000

function noughts(bytes: number): string {
  if (bytes > MOST_NOUGHTS) throw noList()
  return '00'.repeat(bytes)
}
