import type { Address, Hex } from 'viem'
import { HexPieces } from './hexPieces'

/**
 * Many reads in one `eth_call`, packed. For the length of the call a small program stands at an address with nothing else on
 * it (a state override, which nodes offer for `eth_call` only), so that a read takes about ten bytes of request and four of
 * answer beside what it says itself. In Multicall3's own format it takes 200 and more: with 200 pools 2.5 MB a refresh.
 *
 * The request is a list of steps:
 * `00` and 20 bytes: the contract that the next steps call;
 * a length below 0x80, and as many bytes to call it with;
 * 0x80 and a length (32 at the most), a selector, and the only argument without its leading noughts, so many bytes long;
 * 0xc0 and a number below 32: the listed selector of that number; from 0xe0 on the same with an argument: its length, and it;
 * `ff` and eight bytes: a piece begins whose answers are known by that mark; `fe`: it ends.
 *
 * The answer has for each call four bytes, nought when it failed, else the length with the highest bit set, and what it
 * returned. What returned nothing but noughts (most of a queue is empty) has the second highest bit set too, and no more.
 * The answers of a marked piece have a head: four bytes, 2, and their mark, the first eight bytes of their Keccak-256 hash.
 * Where that is the mark that is known, four bytes, 1, stand for all of them.
 */

/** Where the program stands: in text, "packed calls". */
export const PACKED_CALLS: Address = '0x00000000000000007061636b65642063616c6c73'

/**
 * An instruction a word; operands are hex digits. On the stack stand, from the bottom: the contract to call,
 * the end of the answer in memory (which begins at 0x100; below it is what a call is called with, at 0xa0 where the piece
 * begins, at 0xc0 the mark by which it is known), the place in the request. A read gets 3,000,000 gas (`2dc6c0`) at the most: one that burns all it gets does not starve the others.
 */
const PROGRAM = [
  '60006101006000', // 00 0100 00
  '5b368110601857', // next: CALLDATASIZE DUP2 LT @more JUMPI
  '506101009003610100f3', // POP 0100 SWAP1 SUB 0100 RETURN
  '5b803560001a80603357', // more: DUP1 CALLDATALOAD 00 BYTE DUP1 @call JUMPI
  '50806001013560601c9250601501600756', // POP DUP1 01 ADD CALLDATALOAD 60 SHR SWAP3 POP 15 ADD @next JUMP
  '5b80608016604757', // call: DUP1 80 AND @short JUMPI
  '808260010160003780607056', // DUP1 DUP3 01 ADD 00 CALLDATACOPY DUP1 @do JUMP
  '5b806040166100eb57607f166000600452600482600101600037', // short: DUP1 40 AND @listed JUMPI 7f AND 00 04 MSTORE 04 DUP3 01 ADD 00 CALLDATACOPY
  '808260050181602403376004016024', // DUP1 DUP3 05 ADD DUP2 24 SUB CALLDATACOPY 04 ADD 24
  '5b6000600082600088622dc6c0fa', // do: 00 00 DUP3 00 DUP9 2dc6c0 STATICCALL
  '9050910160010190609557', // SWAP1 POP SWAP2 ADD 01 ADD SWAP1 @good JUMPI
  '600082529060040190600756', // 00 DUP3 MSTORE SWAP1 04 ADD SWAP1 @next JUMP
  '5b3d6000836004013e6000', // good: RETURNDATASIZE 00 DUP4 04 ADD RETURNDATACOPY 00
  '5b3d81101560b857', // scan: RETURNDATASIZE DUP2 LT ISZERO @zero JUMPI
  '8083016004015160ce5760200160a056', // DUP1 DUP4 ADD 04 ADD MLOAD @some JUMPI 20 ADD @scan JUMP
  '5b503d63c00000001760e01b82529060040190600756', // zero: POP RETURNDATASIZE c0000000 OR e0 SHL DUP3 MSTORE SWAP1 04 ADD SWAP1 @next JUMP
  '5b503d63800000001760e01b8252', // some: POP RETURNDATASIZE 80000000 OR e0 SHL DUP3 MSTORE
  '906004013d6000823e3d0190600756', // SWAP1 04 ADD RETURNDATASIZE 00 DUP3 RETURNDATACOPY RETURNDATASIZE ADD SWAP1 @next JUMP
  '5b60fd811161013557600481603f1660021b6101a701600039', // listed: fd DUP2 GT @part JUMPI 04 DUP2 3f AND 02 SHL program’s end ADD 00 CODECOPY
  '80602016610114575060006004607056', // DUP1 20 AND @word JUMPI POP 00 04 @do JUMP
  '5b50806001013560001a6000600452', // word: POP DUP1 01 ADD CALLDATALOAD 00 BYTE 00 04 MSTORE
  '808260020181602403376001016024607056', // DUP1 DUP3 02 ADD DUP2 24 SUB CALLDATACOPY 01 ADD 24 @do JUMP
  '5b60011661018c57', // part: 01 AND @begin JUMPI
  '60a05180600c01808403902060c01c', // a0 MLOAD DUP1 0c ADD DUP1 DUP5 SUB SWAP1 KECCAK256 c0 SHR
  '8060c0511461017857', // DUP1 c0 MLOAD EQ @same JUMPI
  '60148203805160601c60601b821768020000000000000000179052', // 14 DUP3 SUB DUP1 MLOAD 60 SHR 60 SHL DUP3 OR 020000000000000000 OR SWAP1 MSTORE
  '5050600101600756', // POP POP 01 ADD @next JUMP
  '5b50600160e01b81526004019150600101600756', // same: POP 01 e0 SHL DUP2 MSTORE 04 ADD SWAP2 POP 01 ADD @next JUMP
  '5b806001013560c01c60c0528160a052', // begin: DUP1 01 ADD CALLDATALOAD c0 SHR c0 MSTORE DUP2 a0 MSTORE
  '90600c0190600901600756', // SWAP1 0c ADD SWAP1 09 ADD @next JUMP
].join('')

/** Where the lists of selectors begin in the code, bytes. */
export const LISTS_PLACE = PROGRAM.length / 2

/** Selectors that stand behind the program, so that a request names each by one byte. Two lists: without an argument, and with. */
const listed = { plain: newList(0xc0, 32), withArgument: newList(0xe0, 30) }

function newList(firstStep: number, most: number) {
  return { firstStep, most, selectors: [] as string[] }
}

/** The program, and the selectors that have been listed so far. */
export function packedCallsCode(): Hex {
  const { plain, withArgument } = listed
  const plainDigits = plain.selectors.join('').padEnd(plain.most * SELECTOR_DIGITS, '0')
  return `0x${PROGRAM}${plainDigits}${withArgument.selectors.join('')}`
}

/** The step that stands for a selector, which is listed if it is not yet; undefined when the list is full. */
function listedStep(list: (typeof listed)['plain'], selector: string): string | undefined {
  const { firstStep, most, selectors } = list
  if (!selectors.includes(selector) && selectors.length < most) selectors.push(selector)
  const place = selectors.indexOf(selector)
  return place === -1 ? undefined : byte(firstStep + place)
}

/** One call: a contract, and what to call it with (127 bytes at the most). */
export interface Call {
  readonly to: Address
  readonly data: Hex
}

/** Calls that stand together in a request. */
export interface Piece {
  readonly calls: readonly Call[]
  /** What `packCalls` gives, in ASCII. */
  readonly packed: Uint8Array
  /** Of a piece that is asked for again and again: the mark of the answers that are known, at first `NO_MARK`. */
  readonly mark?: string | undefined
}

/** No answers have it. */
export const NO_MARK = '0'.repeat(16)

/** The steps for some pieces. */
export function packPieces(pieces: readonly Piece[]): HexPieces {
  const digits: (string | Uint8Array)[] = []
  for (const { packed, mark } of pieces) {
    if (mark === undefined) digits.push(packed)
    else digits.push('ff', mark, packed, 'fe')
  }
  return new HexPieces(digits)
}

/**
 * The steps for some calls as hex digits.
 *
 * @param isRepeated Whether they are made again and again, which makes their selectors worth listing
 */
export function packCalls(calls: readonly Call[], isRepeated = false): string {
  let digits = ''
  let target = ''
  for (const { to, data } of calls) {
    if (to !== target) {
      digits += `00${to.slice(2)}`
      target = to
    }
    digits += packData(data.slice(2), isRepeated)
  }
  return digits
}

const SELECTOR_DIGITS = 8
const ONE_ARGUMENT_DIGITS = 72

function packData(data: string, isRepeated: boolean): string {
  const selector = data.slice(0, SELECTOR_DIGITS)
  if (data.length === SELECTOR_DIGITS && isRepeated) {
    const step = listedStep(listed.plain, selector)
    if (step !== undefined) return step
  }
  if (data.length !== ONE_ARGUMENT_DIGITS) return byte(data.length / 2) + data
  const short = data.slice(SELECTOR_DIGITS).replace(/^(00)+/, '')
  const step = isRepeated ? listedStep(listed.withArgument, selector) : undefined
  if (step !== undefined) return step + byte(short.length / 2) + short
  return byte(0x80 + short.length / 2) + selector + short
}

function byte(value: number): string {
  return value.toString(16).padStart(2, '0')
}
