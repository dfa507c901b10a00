import fc from 'fast-check'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { MalformedResponseError } from './errors'
import { packCalls, unpackAnswers } from './packedCalls'

const A = `0x${'a'.repeat(40)}` as const
const B = `0x${'b'.repeat(40)}` as const

describe('packCalls', () => {
  it('names a contract once for all calls in a row', () => {
    const calls = [
      { to: A, data: '0x01020304' },
      { to: A, data: '0x05' },
      { to: B, data: '0x06' },
    ] as const
    expect(packCalls(calls)).toBe(`00${A.slice(2)}04010203040105` + `00${B.slice(2)}0106`)
  })

  it('leaves out the noughts before an only argument', () => {
    const callWith = (word: string) =>
      packCalls([{ to: A, data: `0x01020304${word.padStart(64, '0')}` }]).slice(42)
    expect(callWith('')).toBe('8001020304')
    expect(callWith('7')).toBe('810102030407')
    expect(callWith('0f00')).toBe('82010203040f00')
    expect(callWith('f'.repeat(64))).toBe(`a001020304${'f'.repeat(64)}`)
  })
})

describe('unpackAnswers', () => {
  it('tells an answer, an empty one, a failed call and noughts apart', () => {
    expect(unpackAnswers('0x80000002abcdc000000000000000c0000002', 4)).toEqual([
      'abcd',
      '',
      undefined,
      '0000',
    ])
  })

  it.each<[what: string, data: Hex, count: number]>([
    ['fewer answers than calls', '0x8000000101', 2],
    ['more answers than calls', '0x800000010100000000', 1],
    ['an answer cut off', '0x8000000401', 1],
    ['a head cut off', '0x8000', 1],
    ['no digits', '0xzzzzzzzz', 1],
    ['a failure with a length', '0x00000001', 1],
    ['a gigabyte of noughts', '0xffffffff', 1],
  ])('refuses %s', (_, data, count) => {
    expect(() => unpackAnswers(data, count)).toThrow(MalformedResponseError)
  })

  it('gives back any answers', () => {
    const hex = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('hex'))
    fc.assert(
      fc.property(fc.array(fc.option(hex, { nil: undefined })), (answers) => {
        const data = answers.map((answer) =>
          answer === undefined
            ? '00000000'
            : (2 ** 31 + answer.length / 2).toString(16).padStart(8, '0') + answer,
        )
        expect(unpackAnswers(`0x${data.join('')}`, answers.length)).toEqual(answers)
      }),
    )
  })
})
