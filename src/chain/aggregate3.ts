import { type Hex, toFunctionSelector } from 'viem'
import { MalformedResponseError } from './errors'

/**
 * Multicall3's `aggregate3`, encoded and decoded by hand: with thousands of reads a refresh, a general ABI coder takes
 * a third of a second of the page's only thread, and this a few milliseconds.
 */

const SELECTOR = toFunctionSelector('aggregate3((address,bool,bytes)[])')
const WORD_DIGITS = 64
const WORD_BYTES = 32

/** A call's own part of the request, as hex digits: target, may fail, where its data is, the data. */
export function encodeCall(to: Hex, data: Hex): string {
  const digits = data.slice(2)
  const padded = digits.padEnd(Math.ceil(digits.length / WORD_DIGITS) * WORD_DIGITS, '0')
  return `${word(BigInt(to))}${word(1n)}${word(96n)}${word(BigInt(digits.length / 2))}${padded}`
}

/** The whole request of calls that `encodeCall` made. */
export function encodeAggregate3(calls: readonly string[]): Hex {
  let offset = calls.length * WORD_BYTES
  let heads = ''
  for (const call of calls) {
    heads += word(BigInt(offset))
    offset += call.length / 2
  }
  return `${SELECTOR}${word(32n)}${word(BigInt(calls.length))}${heads}${calls.join('')}`
}

/** One answer: the returned bytes as hex digits without `0x`, or undefined when the call failed. */
export type Answer = string | undefined

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
