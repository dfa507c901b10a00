import { type AbiParameter, getAddress } from 'viem'
import { ownDigits } from './ownDigits'

const WORD_DIGITS = 64
const ZERO = '0'.repeat(WORD_DIGITS)
const ONE = '1'.padStart(WORD_DIGITS, '0')

type WordReader = (word: string) => unknown

/**
 * A fast decoder for outputs that are all one word each (numbers, addresses, fixed bytes, and structs of these), giving
 * what viem's own decoder gives.
 *
 * @returns Undefined when some output is of another kind: those are viem's. The decoder itself throws a RangeError on too
 * few bytes, or on a number that its type cannot hold
 */
export function wordsDecoder(
  outputs: readonly AbiParameter[],
): ((digits: string) => unknown) | undefined {
  const [only] = outputs
  if (outputs.length === 1 && only?.type === 'tuple') return structDecoder(only)
  const readers = outputs.map(({ type }) => wordReader(type))
  if (readers.length === 0 || !readers.every((reader) => reader !== undefined)) return undefined
  const [first] = readers
  if (readers.length === 1 && first !== undefined) return (digits) => first(wordAt(digits, 0))
  return (digits) => readers.map((reader, index) => reader?.(wordAt(digits, index)))
}

function structDecoder(struct: AbiParameter): ((digits: string) => unknown) | undefined {
  const components = 'components' in struct ? struct.components : []
  const fields = components.map(({ name, type }) => ({
    name: name ?? '',
    reader: wordReader(type),
  }))
  if (!fields.every(({ reader }) => reader !== undefined)) return undefined
  const decode = (digits: string) =>
    Object.fromEntries(
      fields.map(({ name, reader }, index) => [name, reader?.(wordAt(digits, index))]),
    )
  // Most entries of a queue are empty.
  const empty = ZERO.repeat(fields.length)
  const nothing = Object.freeze(decode(empty))
  return (digits) => (digits === empty ? nothing : decode(digits))
}

function wordAt(digits: string, index: number): string {
  const word = digits.slice(index * WORD_DIGITS, (index + 1) * WORD_DIGITS)
  if (word.length !== WORD_DIGITS) throw new RangeError('too few bytes')
  return word
}

/** Numbers of up to 48 bits come as `number`, as viem has it. */
function wordReader(type: string): WordReader | undefined {
  const integer = /^(u?)int(\d+)$/.exec(type)
  if (integer !== null) return integerReader(integer[1] === 'u', Number(integer[2]))
  if (type === 'bool') return readBool
  if (type === 'address') return (word) => getAddress(`0x${word.slice(24)}`)
  const bytes = /^bytes(\d+)$/.exec(type)
  if (bytes === null) return undefined
  const length = Number(bytes[1]) * 2
  return (word) => `0x${ownDigits(word).slice(0, length)}`
}

function readBool(word: string): boolean {
  if (word !== ZERO && word !== ONE) throw new RangeError('a word that is neither true nor false')
  return word === ONE
}

function integerReader(isUnsigned: boolean, bits: number): WordReader {
  const read = (word: string): bigint => {
    if (word === ZERO) return 0n
    const bits256 = BigInt(`0x${word}`)
    const value = isUnsigned ? bits256 : BigInt.asIntN(256, bits256)
    const fitting = isUnsigned ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value)
    if (fitting !== value) throw new RangeError('a number that is none of its type')
    return value
  }
  return bits <= 48 ? (word) => Number(read(word)) : read
}
