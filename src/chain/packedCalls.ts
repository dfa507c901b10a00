import type { Address, Hex } from 'viem'
import { MalformedResponseError } from './errors'

/**
 * Many reads in one `eth_call`, packed. For the length of the call a small program stands at an address with nothing else on
 * it (a state override, which nodes offer for `eth_call` only), so that a read takes about ten bytes of request and four of
 * answer beside what it says itself. In Multicall3's own format it takes 200 and more: with 200 pools 2.5 MB a refresh.
 *
 * The request is a list of steps:
 * `00` and 20 bytes: the contract that the next steps call;
 * a length below 0x80, and as many bytes to call it with;
 * 0x80 and a length, a selector, and the only argument without its leading noughts, so many bytes long.
 *
 * The answer has for each call four bytes, nought when it failed, else the length with the highest bit set, and what it
 * returned. What returned nothing but noughts (most of a queue is empty) has the second highest bit set too, and no more.
 */

/** Where the program stands: in text, "packed calls". */
export const PACKED_CALLS: Address = '0x00000000000000007061636b65642063616c6c73'

/**
 * The program, an instruction a word; operands are hex digits. On the stack stand, from the bottom: the contract to call,
 * the end of the answer in memory (which begins at 0x100; below it is what a call is called with), the place in the
 * request. A read gets 3,000,000 gas (`2dc6c0`) at the most: one that burns all it gets does not starve the others.
 */
export const PACKED_CALLS_CODE: Hex = `0x${[
  '60006101006000', // 00 0100 00
  '5b368110601857', // next: CALLDATASIZE DUP2 LT @more JUMPI
  '506101009003610100f3', // POP 0100 SWAP1 SUB 0100 RETURN
  '5b803560001a80603357', // more: DUP1 CALLDATALOAD 00 BYTE DUP1 @call JUMPI
  '50806001013560601c9250601501600756', // POP DUP1 01 ADD CALLDATALOAD 60 SHR SWAP3 POP 15 ADD @next JUMP
  '5b80608016604757', // call: DUP1 80 AND @short JUMPI
  '808260010160003780606856', // DUP1 DUP3 01 ADD 00 CALLDATACOPY DUP1 @do JUMP
  '5b607f166000600452600482600101600037', // short: 7f AND 00 04 MSTORE 04 DUP3 01 ADD 00 CALLDATACOPY
  '808260050181602403376004016024', // DUP1 DUP3 05 ADD DUP2 24 SUB CALLDATACOPY 04 ADD 24
  '5b6000600082600088622dc6c0fa', // do: 00 00 DUP3 00 DUP9 2dc6c0 STATICCALL
  '9050910160010190608d57', // SWAP1 POP SWAP2 ADD 01 ADD SWAP1 @good JUMPI
  '600082529060040190600756', // 00 DUP3 MSTORE SWAP1 04 ADD SWAP1 @next JUMP
  '5b3d6000836004013e6000', // good: RETURNDATASIZE 00 DUP4 04 ADD RETURNDATACOPY 00
  '5b3d81101560b057', // scan: RETURNDATASIZE DUP2 LT ISZERO @zero JUMPI
  '8083016004015160c657602001609856', // DUP1 DUP4 ADD 04 ADD MLOAD @some JUMPI 20 ADD @scan JUMP
  '5b503d63c00000001760e01b82529060040190600756', // zero: POP RETURNDATASIZE c0000000 OR e0 SHL DUP3 MSTORE SWAP1 04 ADD SWAP1 @next JUMP
  '5b503d63800000001760e01b8252', // some: POP RETURNDATASIZE 80000000 OR e0 SHL DUP3 MSTORE
  '906004013d6000823e3d0190600756', // SWAP1 04 ADD RETURNDATASIZE 00 DUP3 RETURNDATACOPY RETURNDATASIZE ADD SWAP1 @next JUMP
].join('')}`

/** One call: a contract, and what to call it with (127 bytes at the most). */
export interface Call {
  readonly to: Address
  readonly data: Hex
}

/** The steps for some calls as hex digits; any number of such pieces, one after the other, make a request. */
export function packCalls(calls: readonly Call[]): string {
  let digits = ''
  let target = ''
  for (const { to, data } of calls) {
    if (to !== target) {
      digits += `00${to.slice(2)}`
      target = to
    }
    digits += packData(data.slice(2))
  }
  return digits
}

const SELECTOR_DIGITS = 8
const ONE_ARGUMENT_DIGITS = 72

function packData(data: string): string {
  if (data.length !== ONE_ARGUMENT_DIGITS) return byte(data.length / 2) + data
  const short = data.slice(SELECTOR_DIGITS).replace(/^(00)+/, '')
  return byte(0x80 + short.length / 2) + data.slice(0, SELECTOR_DIGITS) + short
}

function byte(value: number): string {
  return value.toString(16).padStart(2, '0')
}

/** One answer: the returned bytes as hex digits without `0x`, or undefined when the call failed. */
export type Answer = string | undefined

const HEAD_DIGITS = 8
const SUCCESS = 2 ** 31
const ALL_NOUGHT = 2 ** 30

/**
 * The answers to packed calls, in order.
 *
 * @throws MalformedResponseError when the bytes are no such list of `count` answers
 */
export function unpackAnswers(data: Hex, count: number): Answer[] {
  const answers: Answer[] = []
  let place = 2
  for (let index = 0; index < count; index++) {
    const head = data.slice(place, place + HEAD_DIGITS)
    const value = Number.parseInt(head, 16)
    if (head.length !== HEAD_DIGITS || Number.isNaN(value))
      throw new MalformedResponseError(`asked ${count} reads, got ${index} answers`)
    place += HEAD_DIGITS
    if (value < SUCCESS) {
      if (value !== 0) throw new MalformedResponseError('the answer is no list of results')
      answers.push(undefined)
    } else if (value >= SUCCESS + ALL_NOUGHT) {
      answers.push(noughts(value - SUCCESS - ALL_NOUGHT))
    } else {
      const end = place + (value - SUCCESS) * 2
      if (end > data.length) throw new MalformedResponseError('the answer is cut off')
      answers.push(data.slice(place, end))
      place = end
    }
  }
  if (place !== data.length) throw new MalformedResponseError('the answer is longer than asked')
  return answers
}

/** No function that is read answers so many bytes of nothing. */
const MOST_NOUGHTS = 100_000

function noughts(bytes: number): string {
  if (bytes > MOST_NOUGHTS) throw new MalformedResponseError('the answer is no list of results')
  return '00'.repeat(bytes)
}
