import { type Hex, toFunctionSelector } from 'viem'
import { MalformedResponseError } from './errors'
import type { Call } from './packedCalls'
import type { Answer } from './unpackAnswers'

/** Multicall3's `aggregate3`, for nodes that do not take packed calls. Coded by hand: there can be thousands of reads. */

const SELECTOR = toFunctionSelector('aggregate3((address,bool,bytes)[])')
const WORD_DIGITS = 64
const WORD_BYTES = 32

/** The request: each call may fail by itself. */
export function encodeAggregate3(calls: readonly Call[]): Hex {
  let offset = calls.length * WORD_BYTES
  let heads = ''
  let bodies = ''
  for (const { to, data } of calls) {
    const body = encodeCall(to, data)
    heads += word(BigInt(offset))
    bodies += body
    offset += body.length / 2
  }
  return `${SELECTOR}${word(32n)}${word(BigInt(calls.length))}${heads}${bodies}`
}

/** Target, may fail, where its data is, the data. */
function encodeCall(to: Hex, data: Hex): string {
  const digits = data.slice(2)
  const padded = digits.padEnd(Math.ceil(digits.length / WORD_DIGITS) * WORD_DIGITS, '0')
  return `${word(BigInt(to))}${word(1n)}${word(96n)}${word(BigInt(digits.length / 2))}${padded}`
}

/**
 * The answers of `aggregate3`, in order.
 *
 * @throws MalformedResponseError when the bytes are no such list of `count` answers
 */
export function decodeAggregate3(data: Hex, count: number): Answer[] {
  const digits = data.slice(2)
  const at = (byte: number): number => {
    const start = byte * 2
    const text = digits.slice(start, start + WORD_DIGITS)
    const value = Number.parseInt(text, 16)
    if (text.length !== WORD_DIGITS || !Number.isSafeInteger(value))
      throw new MalformedResponseError('the answer is no list of results')
    return value
  }
  const list = at(0)
  const length = at(list)
  if (length !== count)
    throw new MalformedResponseError(`asked ${count} reads, got ${length} answers`)
  const base = list + WORD_BYTES
  return Array.from({ length: count }, (_, index) => {
    const answer = base + at(base + index * WORD_BYTES)
    const isSuccess = at(answer) === 1
    const bytes = answer + at(answer + WORD_BYTES)
    const start = (bytes + WORD_BYTES) * 2
    const end = start + at(bytes) * 2
    if (end > digits.length) throw new MalformedResponseError('the answer is cut off')
    return isSuccess ? digits.slice(start, end) : undefined
  })
}

function word(value: bigint): string {
  return value.toString(16).padStart(WORD_DIGITS, '0')
}
